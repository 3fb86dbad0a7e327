import assert from "node:assert/strict";
import { printedSummary, RUNNER_FORMAT, type RunnerSummary } from "../k6/runner-summary";
import { PerfError } from "../perf-error";
import { resultSchema } from "../results/result";
import { scenarioNamed } from "../workload/scenarios";
import { collectRunners } from "./collect-runners";
import { testRun } from "./test-run";

const scenario = scenarioNamed("recommend-5krps");

/** A third of the scenario's 1,500,000 requests, half of them in 10 ms and half in 50 ms. */
const summary = (id: string): RunnerSummary => ({
    format: RUNNER_FORMAT,
    id,
    scenario: scenario.name,
    url: "http://kaireon-api.kaireon.svc:3000",
    startedAt: "2026-03-01T10:05:00.000Z",
    seconds: 300,
    seed: 1,
    customers: 100_000,
    tenants: 1,
    started: 500_000,
    dropped: 0,
    simulated: 0,
    failedThresholds: [],
    kinds: { recommend: { outcomes: { ok: 500_000 }, errors: {}, buckets: { "59": 250_000, "100": 250_000 } } },
});
const log = (id: string) =>
    `time="2026-03-01T10:10:00Z" level=info\n${printedSummary(summary(id))}time="…" level=warning\n`;

interface Runner {
    readonly log: string | Error;
    readonly phase?: string;
    readonly terminated?: { readonly reason: string; readonly exitCode: number };
}

/** kubectl on a cluster where these runners ran; `asked` holds what it was asked. */
function cluster(runners: Readonly<Record<string, Runner>>, parallelism: number | undefined) {
    const asked: string[] = [];
    const items = Object.entries(runners).map(([name, { phase = "Succeeded", terminated }]) => ({
        metadata: { name },
        spec: { containers: [{ name: "k6", image: "grafana/k6:1.4.2" }] },
        status: { phase, containerStatuses: [{ name: "k6", state: terminated === undefined ? {} : { terminated } }] },
    }));
    const kubectl = async (...args: readonly string[]) => {
        asked.push(args.join(" "));
        if (args[1] === "pods") return JSON.stringify({ items });
        if (args[0] === "logs") {
            const found = runners[args[1] ?? ""]?.log ?? "";
            if (found instanceof Error) throw found;
            return found;
        }
        if (parallelism === undefined) return "";
        const plan = { runners: parallelism, rpsPerRunner: 1, cpu: "3", memoryMib: 1 };
        return JSON.stringify(testRun({ scenario, plan, image: "grafana/k6:1.4.2", target: "http://t", settings: {} }));
    };
    return { kubectl, asked };
}

const SETTINGS = { scenario, ceilingRequestsPerSecond: null };
const THREE = { "r-1": { log: log("a") }, "r-2": { log: log("b") }, "r-3": { log: log("c") } };

describe("collecting a run in the cluster", () => {
    it("makes one complete result of the logs of all runners", async () => {
        const { kubectl, asked } = cluster(THREE, 3);
        const result = await collectRunners(kubectl, SETTINGS);
        assert.doesNotThrow(() => resultSchema.parse(result));
        assert.equal(result.status, "complete", result.remarks.join("\n"));
        assert.deepEqual([result.totals.sent, result.driver.runners, result.driver.version], [1_500_000, 3, "1.4.2"]);
        assert.deepEqual(asked, [
            "get pods --namespace=kaireon-load --selector=app=k6,runner=true,k6_cr=recommend-5krps --output=json",
            "get testruns.k6.io recommend-5krps --namespace=kaireon-load --ignore-not-found --output=json",
            ...["r-1", "r-2", "r-3"].map((pod) => `logs ${pod} --namespace=kaireon-load --container=k6 --tail=-1`),
        ]);
    });

    it("keeps what there is as partial, and says which runners are missing and how they ended", async () => {
        const runners = {
            ...THREE,
            "r-2": { log: "", phase: "Failed", terminated: { reason: "OOMKilled", exitCode: 137 } },
            "r-3": { log: new PerfError("kubectl logs failed (1)"), phase: "Unknown" },
        };
        const result = await collectRunners(cluster(runners, 3).kubectl, SETTINGS);
        assert.equal(result.status, "partial");
        assert.equal(result.totals.sent, 500_000);
        const remarks = result.remarks.join("\n");
        assert.match(remarks, /2 of 3 runners gave no summary/);
        assert.match(remarks, /Runner r-2 \(OOMKilled, exit code 137\): there is no summary/);
        assert.match(remarks, /Runner r-3 \(Unknown\): there is no summary/);
    });

    it("misses runners of which there is no pod, by what the run asked for", async () => {
        const result = await collectRunners(cluster(THREE, 4).kubectl, SETTINGS);
        assert.equal(result.status, "partial");
        assert.match(result.remarks.join("\n"), /1 of 4 runners gave no summary/);
    });

    it("takes the pods for all where the run itself is gone", async () => {
        assert.equal((await collectRunners(cluster(THREE, undefined).kubectl, SETTINGS)).status, "complete");
    });

    it("waits for nobody: a run that has not ended is refused", async () => {
        const runners = { ...THREE, "r-2": { log: "", phase: "Running" } };
        await assert.rejects(collectRunners(cluster(runners, 3).kubectl, SETTINGS), {
            message: "collect: 1 of 3 runners of recommend-5krps have not ended yet (r-2). Collect when they have.",
            exitCode: 1,
        });
    });

    it("refuses where nothing ran or nothing was measured", async () => {
        await assert.rejects(
            collectRunners(cluster({}, 3).kubectl, SETTINGS),
            /there is no pod of a runner of recommend-5krps in the namespace kaireon-load/,
        );
        await assert.rejects(
            collectRunners(cluster({ "r-1": { log: "panic", phase: "Failed" } }, 1).kubectl, SETTINGS),
            /no runner of recommend-5krps gave a summary; nothing was measured\.\n {2}r-1 \(Failed\)/,
        );
    });
});
