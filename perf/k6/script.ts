// What k6 runs. `npm run perf -- bundle` puts the name of a scenario in and makes one file of it all.
import exec from "k6/execution";
import http from "k6/http";
import { REQUEST_TIMES } from "../workload/request-times";
import { scenarioNamed } from "../workload/scenarios";
import { createWorkload, type Workload } from "../workload/workload";
import { latencyMs } from "./latency";
import { type LoadSettings, loadSettings } from "./load-settings";
import { declareMetrics } from "./metrics";
import { printedSummary } from "./runner-summary";
import { MEASURED, scriptOptions } from "./script-options";
import { type K6Data, readable, summaryOf } from "./summary-of-k6";

declare const SCENARIO_NAME: string;

const scenario = scenarioNamed(SCENARIO_NAME);
const metrics = declareMetrics(scenario.mix);
let sender: { readonly load: LoadSettings; readonly workload: Workload } | undefined;

interface SetupData {
    /** In every idempotency key: a second run of one seed is no replay of the first. */
    readonly run: string;
}

export const options = scriptOptions(scenario);

export function setup(): SetupData {
    loadSettings(__ENV);
    return { run: Date.now().toString(36) };
}

export default async function ({ run }: SetupData): Promise<void> {
    const begin = Date.now();
    sender ??= senderOf(run);
    const { load, workload } = sender;
    const measured = exec.scenario.name === MEASURED;
    const request = workload.next();
    if (measured) metrics.started.add(1);
    const called = Date.now();
    const answer = await http.asyncRequest(request.method, `${load.target}${request.path}`, request.body, {
        headers: { ...request.headers },
        timeout: REQUEST_TIMES[request.kind].timeout * 1000,
        // The status alone says what a response was answered with.
        responseType: request.kind === "respond" ? "none" : "text",
    });
    const latency = latencyMs(answer.timings, called - begin, Date.now() - begin);
    const body = typeof answer.body === "string" ? answer.body : "";
    const classified = workload.classified(request, { status: answer.status, body });
    if (measured) metrics.record({ request, answer, classified, latency });
}

/** Each virtual user has a memory of its own, and with it a sequence of requests of its own. */
function senderOf(run: string) {
    const load = loadSettings(__ENV);
    const stream = exec.vu.idInTest;
    return { load, workload: createWorkload({ ...load.workload, mix: scenario.mix, stream, run }) };
}

export function handleSummary(data: K6Data): Record<string, string> {
    const summary = summaryOf(data, scenario, __ENV, { now: Date.now(), id: Math.random().toString(36).slice(2) });
    const file = __ENV["SUMMARY_FILE"];
    return {
        stdout: `${readable(summary)}\n${printedSummary(summary)}`,
        ...(file ? { [file]: printedSummary(summary) } : {}),
    };
}
