import assert from "node:assert/strict";
import { readHistogram } from "../results/histogram";
import { type Simulator, startSimulator } from "../simulator/start-simulator";
import { measuredRequests, measuredSeconds, peakRate, type Scenario } from "../workload/scenario";
import { SCENARIOS, scenarioNamed } from "../workload/scenarios";
import { bundleScript } from "./bundle";
import { type RunnersContext, resultOfRunners } from "./result-of-runners";
import { DROPPED_SHARE, PAUSE_SECONDS } from "./script-options";
import { runScript, type ShimRun, type ShimSettings } from "./shim/run-script";

/** How long a run takes here, and its highest rate. */
const SECONDS = 0.7;
const PEAK = 120;

describe("the script of k6", () => {
    let simulator: Simulator;
    before(async () => {
        simulator = await startSimulator({ latency: { kind: "constant", ms: 3 } });
    });
    after(() => simulator.close());

    for (const scenario of SCENARIOS)
        it(`of ${scenario.name} sends what was asked for, and a result comes of it`, async () => {
            const run = await runScript(await shimSettings(scenario, simulator));
            const { begun = 0, dropped = 0 } = run.iterations["measured"] ?? {};
            const result = resultOfRunners([run.stdout], context(withRequests(scenario, begun + dropped)));
            const { totals, byKind } = result;
            assert.deepEqual([run.setupError, result.target.kind, totals.errors], [null, "simulator", {}]);
            assert.ok(result.latencyMs.min >= 2.9, `an answer after ${result.latencyMs.min} ms`);
            assert.deepEqual(
                Object.keys(byKind).filter((kind) => kind !== "recommend" && !(kind in scenario.mix)),
                [],
            );
            if (brokeOff(scenario, run)) return;
            const asked = measuredRequests(scenario) * scaleOf(scenario);
            assert.ok(Math.abs(begun + dropped - asked) <= 1, `${begun} begun and ${dropped} dropped of ${asked}`);
            assert.equal(result.status, dropped > asked * DROPPED_SHARE ? "unsustained" : "complete");
            assert.equal(totals.scheduled, begun + dropped);
            assert.deepEqual([totals.sent, totals.answered, totals.outcomes.ok], [begun, begun, begun]);
        });

    for (const kind of ["respond", "respond-bulk"] as const)
        it(`of ${kind} responds to decisions that were made`, async () => {
            const scenario = scenarioNamed(kind);
            // Two virtual users: each soon has a decision to respond to. What they are too few for is dropped.
            const run = await runScript({ ...(await shimSettings(scenario, simulator)), maxVUs: 2 });
            const { totals } =
                resultOfRunners([run.stdout], context(scenario)).byKind[kind] ?? assert.fail("none was sent");
            // The simulator refuses a response to a decision that it has not made.
            assert.deepEqual([totals.outcomes.ok, totals.errors], [totals.sent, {}]);
        });

    it("counts what the platform turns away, degrades and fails, and only that", async () => {
        Object.assign(simulator.settings, { quota: 40, errorRate: 0.2, degradedRate: 0.5 });
        const run = await runScript(await shimSettings(scenarioNamed("recommend-1krps"), simulator));
        Object.assign(simulator.settings, { quota: null, errorRate: 0, degradedRate: 0 });
        const { totals } = resultOfRunners([run.stdout], context(scenarioNamed("recommend-1krps")));
        const { ok, degraded, error } = totals.outcomes;
        assert.ok(degraded > 0 && ok > 0 && error > 0, JSON.stringify(totals.outcomes));
        assert.equal(totals.outcomes["quota-exhausted"], totals.sent - ok - degraded - error);
        assert.ok(totals.outcomes["quota-exhausted"] > 0);
        assert.deepEqual(totals.errors, { "HTTP 500": error });
        assert.deepEqual(broken(run, "kaireon_failed"), ["rate<0.001"]);
    });

    it("of stress ends as soon as the platform fails, and says so", async () => {
        const scenario = scenarioNamed("stress");
        Object.assign(simulator.settings, { errorRate: 1 });
        const run = await runScript(await shimSettings(scenario, simulator));
        Object.assign(simulator.settings, { errorRate: 0 });
        const result = resultOfRunners([run.stdout], context(scenario));
        assert.deepEqual([run.aborted, result.status], [true, "partial"]);
        assert.match(
            result.remarks[0] ?? "",
            /^1 runners were stopped, after [\d.]+ s of 1440 s \(.*kaireon_failed: rate<0\.001/,
        );
    });

    it("counts a target that is not there as an error of each request, and goes on", async () => {
        const scenario = scenarioNamed("recommend-100rps");
        const settings = await shimSettings(scenario, simulator);
        const run = await runScript({
            ...settings,
            environment: { ...settings.environment, TARGET: "http://127.0.0.1:9" },
        });
        const { totals, histogram } = resultOfRunners([run.stdout], context(scenario));
        assert.deepEqual([totals.answered, totals.errorRate, totals.errors], [0, 1, { ECONNREFUSED: totals.sent }]);
        assert.equal(readHistogram(histogram).totalCount, 0);
    });

    it("counts what never answers as timed out, with the time that it took", async () => {
        const scenario = scenarioNamed("recommend-100rps");
        const settings = await shimSettings(scenario, simulator);
        Object.assign(simulator.settings, { latency: { kind: "constant", ms: 30_000 } });
        const run = await runScript({ ...settings, rateFactor: 0.1, timeoutMs: 200 });
        Object.assign(simulator.settings, { latency: { kind: "constant", ms: 3 } });
        const { totals, latencyMs } = resultOfRunners([run.stdout], context(scenario));
        assert.ok(totals.sent > 0);
        assert.deepEqual([totals.answered, totals.errors], [0, { timeout: totals.sent }]);
        assert.ok(latencyMs.min >= 195, `${latencyMs.min} ms`);
    });

    it("sends nothing where its environment is not complete, and names all that is missing", async () => {
        const settings = await shimSettings(scenarioNamed("recommend-100rps"), simulator);
        const run = await runScript({ ...settings, environment: { AUTH: "basic" } });
        assert.match(
            run.setupError ?? "",
            /TARGET is missing[\s\S]*TENANT_ID is missing[\s\S]*API_KEY is missing[\s\S]*AUTH is basic/,
        );
        assert.deepEqual(run.iterations, {});
        assert.match(run.stdout, /^recommend-100rps: 0 begun in 0\.0 s, 0 dropped/);
    });

    it("drops and counts what no virtual user is free for", async () => {
        Object.assign(simulator.settings, { latency: { kind: "constant", ms: 400 } });
        const scenario = scenarioNamed("recommend-1krps");
        const run = await runScript({ ...(await shimSettings(scenario, simulator)), maxVUs: 2 });
        Object.assign(simulator.settings, { latency: { kind: "constant", ms: 3 } });
        const { begun = 0, dropped = 0 } = run.iterations["measured"] ?? {};
        assert.ok(dropped > begun, `${dropped} dropped, ${begun} begun`);
        const result = resultOfRunners([run.stdout], context(withRequests(scenario, begun + dropped)));
        assert.deepEqual(
            [result.status, result.totals.sent, result.totals.scheduled],
            ["unsustained", begun, begun + dropped],
        );
    });

    it("writes its summary to a file as well, where one is named", async () => {
        const settings = await shimSettings(scenarioNamed("recommend-100rps"), simulator);
        const run = await runScript({ ...settings, environment: { SUMMARY_FILE: "summary.txt" } });
        assert.ok(run.stdout.endsWith(run.files["summary.txt"] ?? "none"));
        assert.deepEqual(Object.keys(run.files), ["summary.txt"]);
    });
});

function broken({ verdicts }: ShimRun, name: string): string[] {
    return verdicts.flatMap(({ metric, source, ok }) => (metric === name && !ok ? [source] : []));
}

/** A busy machine answers late enough to break the SLO; then the one scenario that ends by it must have ended. */
function brokeOff({ untilBroken }: Scenario, { aborted, verdicts }: ShimRun): boolean {
    const broken = verdicts.some(({ ok }) => !ok);
    assert.ok(!aborted || (untilBroken === true && broken), "it ended, and nothing was broken");
    return aborted;
}

/** The scenario with as many requests as were sent, over the same seconds of the test's clock. */
function withRequests(scenario: Scenario, requests: number): Scenario {
    const factor = requests / measuredRequests(scenario);
    const phases = scenario.phases.map(({ seconds, fromRate, toRate }) => ({
        seconds,
        fromRate: fromRate * factor,
        toRate: toRate * factor,
    }));
    return { ...scenario, phases };
}

function scaleOf(scenario: Scenario): number {
    const { rateFactor, speed } = factors(scenario);
    return rateFactor / speed;
}

function factors(scenario: Scenario) {
    const lasts = scenario.warmUpSeconds + PAUSE_SECONDS + measuredSeconds(scenario);
    return { speed: lasts / SECONDS, rateFactor: PEAK / peakRate(scenario) };
}

async function shimSettings(scenario: Scenario, { url }: Simulator): Promise<ShimSettings> {
    const { code } = await bundleScript(scenario.name, "cjs");
    const environment = { TARGET: url.href, TENANT_ID: "one,two", API_KEY: "k1,k2" };
    return { code, environment, ...factors(scenario) };
}

function context(scenario: Scenario): RunnersContext {
    return { scenario, runners: 1, k6Version: "shim", environment: null, ceilingRequestsPerSecond: null };
}
