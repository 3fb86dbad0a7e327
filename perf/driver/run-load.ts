import { readEnvironmentFile } from "../environment/environment-file";
import { PerfError } from "../perf-error";
import type { Result } from "../results/result";
import { writeResult } from "../results/store";
import { peakRate, type Scenario } from "../workload/scenario";
import { createWorkload } from "../workload/workload";
import { measureCeiling } from "./ceiling";
import { connectionsFor } from "./connections-for";
import { drive } from "./drive";
import { probe } from "./probe";
import { progress } from "./progress";
import { type ScenarioChoice, scenarioOf } from "./scenario-of";
import { sloOf, summary } from "./summary";
import { type WorkloadOptions, workloadOf } from "./workload-of";

/** The options of `run`. */
export interface RunOptions extends ScenarioChoice, WorkloadOptions {
    readonly target: URL;
    readonly out?: string;
    readonly environment?: string;
    /** Milliseconds. */
    readonly timeout: number;
    readonly connections?: number;
    readonly ceiling?: number;
    /** Seconds. */
    readonly giveUpAfter: number;
}

/** Any machine sends this much: the ceiling is measured for more only. */
const SURELY_SENT = 1000;

/** Sends the load, prints what came of it, and writes it where that was asked for. @throws PerfError where it is not whole, or broke the SLO */
export async function runLoad(options: RunOptions): Promise<void> {
    const scenario = scenarioOf(options);
    const { mix } = scenario;
    const workload = workloadOf(options);
    const environment = options.environment === undefined ? null : readEnvironmentFile(options.environment);
    const targetKind = await probe(options.target);
    const ceiling = await checkedCeiling(scenario, options.ceiling);
    const { target, customers, skew, seed, timeout, giveUpAfter } = options;
    const bar = progress(process.stderr, scenario.warmUpSeconds);
    const stop = new AbortController();
    const interrupt = () => stop.abort();
    // Once: a second one ends the process.
    process.once("SIGINT", interrupt);
    // A run of the same seed must not send keys that the platform has seen: it would measure replays.
    const run = `${Date.now().toString(36)}-`;
    const result = await drive({
        scenario,
        target,
        targetKind,
        workload: createWorkload({ ...workload, mix, run }),
        load: { seed, customers, skew, tenants: workload.tenants.length },
        timeoutMs: timeout,
        connections: options.connections ?? connectionsFor(peakRate(scenario)),
        environment,
        giveUpAfterMs: giveUpAfter * 1000,
        onSecond: bar.second,
        signal: stop.signal,
        ...(ceiling === undefined ? {} : { ceiling }),
    });
    process.off("SIGINT", interrupt);
    bar.end();
    process.stdout.write(`${summary(result)}\n`);
    if (options.out !== undefined) process.stdout.write(`Written: ${writeResult(options.out, result)}\n`);
    judge(result);
}

/** @throws PerfError where the driver cannot send what is asked for */
async function checkedCeiling(scenario: Scenario, given: number | undefined): Promise<number | undefined> {
    const asked = peakRate(scenario);
    if (given === undefined && asked <= SURELY_SENT) return undefined;
    if (given === undefined) process.stderr.write("Measuring the driver's ceiling on this machine…\n");
    const ceiling = given ?? (await measureCeiling());
    if (given === undefined) process.stderr.write(`The driver's ceiling here is ${perSecond(ceiling)}.\n`);
    if (asked <= ceiling) return ceiling;
    throw new PerfError(
        `${scenario.name} asks for ${perSecond(asked)}, and the driver can send ${perSecond(ceiling)} from here. Nothing was sent; ask for less, or run it with k6 in the cluster: npm run perf -- in-cluster.`,
    );
}

function judge(result: Result): void {
    if (result.status !== "complete")
        throw new PerfError(`run: it is ${result.status}, and no result to compare: ${result.remarks[0] ?? ""}`, 1);
    if (sloOf(result).length > 0) throw new PerfError("run: it broke the SLO.", 1);
}

function perSecond(rate: number): string {
    return `${rate.toLocaleString("en-US")}/s`;
}
