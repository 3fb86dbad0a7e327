import assert from "node:assert/strict";
import { PerfError } from "../perf-error";
import { readHistogram } from "../results/histogram";
import { resultSchema } from "../results/result";
import { resultProblems } from "../results/result-problems";
import { measuredRequests } from "../workload/scenario";
import { scenarioNamed } from "../workload/scenarios";
import { bucketMs, bucketOf } from "./buckets";
import { type RunnersContext, resultOfRunners } from "./result-of-runners";
import { printedSummary, type RunnerSummary } from "./runner-summary";
import { runnerSummary } from "./runner-summary.fixture";

const CONTEXT: RunnersContext = {
    scenario: scenarioNamed("recommend-100rps"),
    runners: 2,
    k6Version: "2.3.0",
    environment: null,
    ceilingRequestsPerSecond: 4000,
};
const FORM = ["Latencies were counted in buckets and are within 2 %.", "k6 gives no timeline."];

function result(summaries: readonly RunnerSummary[], changes: Partial<RunnersContext> = {}) {
    return resultOfRunners(summaries.map(printedSummary), { ...CONTEXT, ...changes });
}

function recommendOnly(outcomes: RunnerSummary["kinds"]["recommend"]): Pick<RunnerSummary, "kinds"> {
    return { kinds: outcomes === undefined ? {} : { recommend: outcomes } };
}

describe("the result of k6's runners", () => {
    it("holds the sum of what they counted, and is one that can be stored and read", () => {
        const merged = result([runnerSummary(), runnerSummary({ id: "b", startedAt: "2026-11-24T12:59:59.500Z" })]);
        assert.deepEqual(resultSchema.parse(merged), merged);
        assert.deepEqual(resultProblems(merged), []);
        const { totals, latencyMs, histogram, byKind, ...rest } = merged;
        assert.deepEqual(totals, {
            scheduled: 30_000,
            sent: 30_000,
            answered: 29_992,
            outcomes: { ok: 29_960, degraded: 20, "rate-limited": 0, "quota-exhausted": 0, error: 20 },
            errors: { "HTTP 500": 12, timeout: 8 },
            errorRate: 20 / 30_000,
        });
        assert.equal(readHistogram(histogram).totalCount, 29_992);
        // 93.4 % of the answers lie in bucket 50, 6.6 % in bucket 80.
        for (const [value, bucket] of [
            [latencyMs.p50, 50],
            [latencyMs.p90, 50],
            [latencyMs.p95, 80],
            [latencyMs.max, 80],
        ] as const)
            assert.ok(Math.abs(value - bucketMs(bucket)) < bucketMs(bucket) * 0.001, `${value} of bucket ${bucket}`);
        assert.deepEqual(byKind, { recommend: { totals, latencyMs, histogram } });
        assert.deepEqual(rest, {
            format: "kaireon-perf/1",
            scenario: "recommend-100rps",
            status: "complete",
            remarks: FORM,
            target: { kind: "platform", url: "https://decisions.example.com" },
            startedAt: "2026-11-24T12:59:59.500Z",
            load: {
                model: "open",
                requestsPerSecond: 100,
                warmUpSeconds: 60,
                seconds: 300,
                seed: 1,
                customers: 100_000,
                skew: 1,
                tenants: 1,
            },
            driver: { name: "k6", version: "2.3.0", runners: 2, ceilingRequestsPerSecond: 4000 },
            rates: { scheduled: 100, sent: 100, answered: 29_992 / 300 },
            timeline: [],
            environment: null,
        });
    });

    it("has the percentiles that one runner with all requests would have had, within 2 %", () => {
        const latencies = Array.from({ length: 3000 }, (_, at) => 5 + (at % 97) + at / 50);
        const counted = (mine: readonly number[]) => {
            const buckets: Record<string, number> = {};
            for (const latency of mine) buckets[bucketOf(latency)] = (buckets[bucketOf(latency)] ?? 0) + 1;
            return { started: mine.length, ...recommendOnly({ outcomes: { ok: mine.length }, errors: {}, buckets }) };
        };
        // Unevenly, and the slow ones on one runner: averages of their percentiles would be far off.
        const { latencyMs } = result([
            runnerSummary(counted(latencies.slice(0, 2500))),
            runnerSummary({ id: "b", ...counted(latencies.slice(2500)) }),
        ]);
        const sorted = [...latencies].sort((left, right) => left - right);
        for (const [share, value] of [
            [0.5, latencyMs.p50],
            [0.95, latencyMs.p95],
            [0.99, latencyMs.p99],
        ] as const) {
            const exact = sorted[Math.ceil(share * 3000) - 1] ?? 0;
            assert.ok(Math.abs(value - exact) <= exact * 0.021, `${share}: ${value}, not ${exact}`);
        }
    });

    it("is partial where a runner is missing or its summary is cut off, and says which", () => {
        const texts = [printedSummary(runnerSummary()), printedSummary(runnerSummary({ id: "b" })).slice(0, 200)];
        const { status, remarks, driver } = resultOfRunners(texts, CONTEXT);
        assert.deepEqual([status, driver.runners], ["partial", 1]);
        assert.deepEqual(remarks, [
            "Runner 2 of 2: its summary is cut off.",
            "1 of 2 runners gave no summary: what they sent is missing.",
            "The schedule asked for 30000 requests; the runners account for 15000.",
            ...FORM,
        ]);
    });

    it("counts a log that was given twice once", () => {
        const { status, totals, remarks } = result([runnerSummary(), runnerSummary()]);
        assert.deepEqual([status, totals.sent, remarks[0]], ["partial", 15_000, "Runner 2 of 2 was given twice."]);
    });

    it("is partial where runners were stopped, with the thresholds that did it", () => {
        const stopped = { seconds: 40, started: 2000, failedThresholds: ["kaireon_failed: rate<0.001"] };
        const { status, remarks, rates } = result([runnerSummary(stopped), runnerSummary({ ...stopped, id: "b" })]);
        assert.equal(status, "partial");
        assert.equal(remarks[0], "2 runners were stopped, after 40.0 s of 300 s (kaireon_failed: rate<0.001).");
        // Over the time that was measured, not over the time that was asked for.
        assert.equal(rates.sent, 30_000 / 40);
    });

    it("is unsustained where more than a thousandth was dropped, and complete below", () => {
        const status = (dropped: number) =>
            result([runnerSummary({ started: 15_000 - dropped, dropped }), runnerSummary({ id: "b" })]).status;
        assert.deepEqual([status(30), status(31)], ["complete", "unsustained"]);
    });

    it("shares out over the kinds what was dropped or cut off, so that they add up", () => {
        const scenario = scenarioNamed("respond");
        const kinds = {
            recommend: { outcomes: { ok: 30_001 }, errors: {}, buckets: { "50": 30_001 } },
            respond: { outcomes: { ok: 119_994 }, errors: {}, buckets: { "50": 119_994 } },
        };
        const summary = runnerSummary({ scenario: "respond", started: 149_997, dropped: 5, kinds });
        const merged = result([summary], { scenario, runners: 1 });
        assert.deepEqual(resultProblems(merged), []);
        assert.equal(merged.totals.scheduled, 150_002);
        assert.deepEqual(
            Object.values(merged.byKind).map(({ totals }) => totals.scheduled - totals.sent),
            [2, 5],
        );
        assert.equal(measuredRequests(scenario), 150_000);
    });

    it("is of the simulator as soon as one answer was", () => {
        assert.equal(result([runnerSummary(), runnerSummary({ id: "b", simulated: 1 })]).target.kind, "simulator");
    });

    it("says how many were turned away, since those have the limiter's latency", () => {
        const kinds = {
            recommend: {
                outcomes: { ok: 14_000, "rate-limited": 600, "quota-exhausted": 400 },
                errors: {},
                buckets: { "50": 15_000 },
            },
        };
        const { remarks, totals } = result([runnerSummary({ kinds }), runnerSummary({ id: "b" })]);
        assert.equal(remarks[0], "1000 of 30000 requests were turned away (429): their latency is the limiter's.");
        assert.equal(totals.errorRate, 10 / 30_000);
    });

    it("is refused where no runner printed a summary, with why", () => {
        assert.throws(
            () => resultOfRunners(["out of memory", ""], CONTEXT),
            (problem: PerfError) => {
                assert.ok(problem instanceof PerfError);
                assert.equal(problem.exitCode, 1);
                assert.match(
                    problem.message,
                    /^k6: none of 2 runners printed a summary:\n {2}Runner 1 of 2: there is no summary/,
                );
                return true;
            },
        );
    });

    it("is refused where the runners sent nothing", () => {
        const nothing = { started: 0, kinds: {}, seconds: 0 };
        assert.throws(() => result([runnerSummary(nothing), runnerSummary({ ...nothing, id: "b" })]), {
            message: /^k6: the runners sent nothing that is measured/,
        });
    });

    it("is partial where requests were begun and cut off, and does not count them as errors", () => {
        const kinds = { recommend: { outcomes: { ok: 14_900 }, errors: {}, buckets: { "50": 14_900 } } };
        const { status, remarks, totals } = result([runnerSummary({ kinds }), runnerSummary({ id: "b" })]);
        assert.deepEqual(
            [status, totals.scheduled, totals.sent, totals.outcomes.error],
            ["partial", 30_000, 29_900, 10],
        );
        assert.equal(remarks[0], "100 of 30000 requests were begun and cut off; they are counted as not sent.");
    });

    it("is refused where the summaries are of different runs, or of another scenario than the named one", () => {
        assert.throws(() => result([runnerSummary(), runnerSummary({ id: "b", seed: 2 })]), {
            message: /are of different runs/,
        });
        assert.throws(() => result([runnerSummary({ scenario: "soak" })]), {
            message: "k6: the summaries are of soak, not of recommend-100rps. Name the scenario that was run.",
        });
    });
});
