import { printedSummary, RUNNER_FORMAT, type RunnerSummary } from "../k6/runner-summary";
import { scenarioNamed } from "../workload/scenarios";
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
    skew: 1,
    tenants: 1,
    started: 500_000,
    dropped: 0,
    simulated: 0,
    failedThresholds: [],
    kinds: { recommend: { outcomes: { ok: 500_000 }, errors: {}, buckets: { "59": 250_000, "100": 250_000 } } },
});
export const log = (id: string) =>
    `time="2026-03-01T10:10:00Z" level=info\n${printedSummary(summary(id))}time="…" level=warning\n`;

interface Runner {
    readonly log: string | Error;
    readonly phase?: string;
    readonly terminated?: { readonly reason: string; readonly exitCode: number };
}

/** kubectl on a cluster where these runners ran; `asked` holds what it was asked. */
export function ranBy(runners: Readonly<Record<string, Runner>>, parallelism: number | undefined) {
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

/** A run of three runners that went well. */
export const THREE = { "r-1": { log: log("a") }, "r-2": { log: log("b") }, "r-3": { log: log("c") } };
