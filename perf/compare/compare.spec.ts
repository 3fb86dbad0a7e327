import assert from "node:assert/strict";
import { PerfError } from "../perf-error";
import type { Environment, Result } from "../results/result";
import { environment, resultOf } from "../results/result.fixture";
import { compare } from "./compare";
import { comparisonText } from "./comparison-text";
import type { MeasuredRun } from "./measured-run";

/** Runs that began a minute apart. */
function runs(side: string, ...results: readonly Result[]): MeasuredRun[] {
    return results.map((result, index) => ({
        path: `${side}${index + 1}.json`,
        result: { ...result, startedAt: `2026-11-24T${side === "a" ? "13" : "14"}:0${index}:00Z` },
    }));
}

function problemsOf(baseline: readonly MeasuredRun[], candidate: readonly MeasuredRun[]): readonly string[] {
    try {
        compare(baseline, candidate);
    } catch (problem) {
        assert.ok(problem instanceof PerfError);
        assert.equal(problem.exitCode, 2);
        const [head, ...rest] = problem.message.split("\n  ");
        assert.equal(head, "compare: only like is compared with like:");
        return rest;
    }
    return [];
}

const within = (changed: Partial<Environment>) => resultOf({ environment: { ...environment, ...changed } });
const simulated = resultOf({ environment: null });
const simulator: Result = { ...simulated, target: { kind: "simulator", url: "http://127.0.0.1:4000/" } };

describe("comparing like with like", () => {
    it("compares versions of the chart and the image, and says which", () => {
        const { changes, verdict } = compare(
            runs("a", resultOf()),
            runs("b", within({ chartVersion: "1.5.0", imageTag: "2.4.0" })),
        );
        assert.deepEqual(changes, ["environment.chartVersion: 1.4.0 -> 1.5.0", "environment.imageTag: 2.3.0 -> 2.4.0"]);
        assert.equal(verdict, "pass");
    });

    it("refuses what is unlike, every difference at once", () => {
        const { load, driver } = resultOf();
        const other: Result = {
            ...within({
                region: "us-east-1",
                kubernetesVersion: "1.36",
                valuesHash: "b".repeat(64),
                backends: { ...environment.backends, "eventbus.backend": "kinesis" },
                nodes: { "api-a": { instanceType: "m7i.2xlarge", count: 3 } },
                replicas: { api: 7 },
                traceSampleRate: 1,
            }),
            scenario: "recommend-1krps",
            load: { ...load, requestsPerSecond: 1000, customers: 5, skew: 0 },
            driver: { ...driver, name: "k6", runners: 4 },
            target: { kind: "platform", url: "http://kaireon-api.kaireon/" },
        };
        assert.deepEqual(problemsOf(runs("a", resultOf()), runs("b", other)), [
            "scenario: recommend-100rps in a1.json; recommend-1krps in b1.json.",
            "load.requestsPerSecond: 10 in a1.json; 1000 in b1.json.",
            "load.customers: 100000 in a1.json; 5 in b1.json.",
            "load.skew: 1 in a1.json; 0 in b1.json.",
            "driver.name: node in a1.json; k6 in b1.json.",
            "driver.runners: 1 in a1.json; 4 in b1.json.",
            "target: platform https://decisions.example.com/ in a1.json; platform http://kaireon-api.kaireon/ in b1.json.",
            "environment.region: eu-west-1 in a1.json; us-east-1 in b1.json.",
            "environment.kubernetesVersion: 1.35 in a1.json; 1.36 in b1.json.",
            `environment.valuesHash: ${"a".repeat(64)} in a1.json; ${"b".repeat(64)} in b1.json.`,
            "environment.traceSampleRate: 0.1 in a1.json; 1 in b1.json.",
            "environment.backends.eventbus.backend: kafka in a1.json; kinesis in b1.json.",
            "environment.nodes.api-a: 2 x m7i.2xlarge in a1.json; 3 x m7i.2xlarge in b1.json.",
            "environment.replicas.api: 6 in a1.json; 7 in b1.json.",
            "environment.replicas.worker: 4 in a1.json; none in b1.json.",
        ]);
    });

    it("names the files of each value when there are several runs", () => {
        const short = { ...resultOf(), load: { ...resultOf().load, seconds: 60 } };
        assert.deepEqual(problemsOf(runs("a", resultOf(), short), runs("b", resultOf())), [
            "load.seconds: 10 in a1.json, b1.json; 60 in a2.json.",
        ]);
    });

    it("refuses runs of several versions on one side", () => {
        assert.deepEqual(problemsOf(runs("a", resultOf(), within({ imageTag: "2.4.0" })), runs("b", resultOf())), [
            "the baseline's runs are of several versions: environment.imageTag: 2.3.0 in a1.json; 2.4.0 in a2.json.",
        ]);
    });

    it("compares the simulator with itself whatever its port, and never with a platform", () => {
        const elsewhere: Result = { ...simulator, target: { kind: "simulator", url: "http://127.0.0.1:5000/" } };
        assert.equal(compare(runs("a", simulator), runs("b", elsewhere)).targetKind, "simulator");
        assert.deepEqual(problemsOf(runs("a", simulator), runs("b", resultOf())).slice(0, 1), [
            "target: simulator in a1.json; platform https://decisions.example.com/ in b1.json.",
        ]);
    });

    it("refuses runs that are fit for nothing, with reasons", () => {
        const partial: Result = { ...resultOf(), status: "partial", remarks: ["Stopped after 3 s."] };
        const limited = resultOf();
        limited.totals.outcomes = { ok: 98, degraded: 1, "rate-limited": 0, "quota-exhausted": 1, error: 0 };
        const unsent = resultOf();
        unsent.totals.scheduled = 101;
        assert.deepEqual(problemsOf(runs("a", unsent), runs("b", resultOf())), [
            "a1.json: 1 of 101 requests were not sent, so that what would have been slowest is not in its latency; 0.5 % may be at most.",
        ]);
        assert.deepEqual(problemsOf(runs("a", partial, limited), runs("b", resultOf())), [
            "a1.json is partial (Stopped after 3 s.); run it again.",
            "a2.json: 1 of 100 answers were scored by the fallback (degradedScoring); they cost less than a decision, and may be 0.5 % at most.",
            "a2.json: 1 of 100 answers were 429 by a rate limit or the licence's quota; they cost less than a decision, and may be 0.5 % at most.",
        ]);
        assert.deepEqual(problemsOf(runs("a", simulated), runs("b", simulated)).slice(0, 1), [
            "a1.json has no fingerprint of its environment, so that nothing says what it is like. Measure with an environment that `npm run perf -- check` has passed.",
        ]);
        assert.deepEqual(
            problemsOf(runs("a", resultOf({ latencies: [] })), runs("b", resultOf({ latencies: [] }))).length,
            4,
        );
        assert.deepEqual(problemsOf([], []), ["there is no baseline.", "there is no candidate."]);
    });

    it("refuses the same run on both sides", () => {
        const [run] = runs("a", resultOf());
        assert.ok(run !== undefined);
        assert.deepEqual(problemsOf([run], [{ ...run, path: "copy.json" }]), [
            "the same run, recommend-100rps of 2026-11-24T13:00:00Z, is given 2 times: a1.json, copy.json.",
        ]);
    });

    it("gates every kind of a mixed run, since the slow one hides the fast one", () => {
        const quick = (milliseconds: number) =>
            resultOf({ latencies: Array.from({ length: 400 }, () => milliseconds) });
        const mixed = (milliseconds: number): Result => ({
            ...resultOf(),
            byKind: { recommend: quick(milliseconds), "respond-bulk": resultOf() },
        });
        const { judgements, verdict } = compare(runs("a", mixed(1)), runs("b", mixed(1.5)));
        assert.deepEqual(
            judgements.map(({ measure, verdict: one }) => `${measure.of} ${measure.name}: ${one}`),
            [
                "all p95: pass",
                "all error rate: pass",
                "recommend p95: fail",
                "recommend error rate: pass",
                "respond-bulk p95: pass",
                "respond-bulk error rate: pass",
            ],
        );
        assert.equal(verdict, "fail");
    });
});

describe("what compare prints", () => {
    const steady = (milliseconds: number) => resultOf({ latencies: Array.from({ length: 1000 }, () => milliseconds) });

    it("says what failed, and that two single runs give no confidence", () => {
        const text = comparisonText(compare(runs("a", steady(1)), runs("b", steady(1.2))));
        assert.match(
            text,
            /p95: \+20\.0 %, beyond the gate and the noise floor\. No confidence can be stated: 1 and 1 runs give no p-value below 1 in 2; 3 and 3 do\./,
        );
        assert.match(text, /A single run on each side: .* How much whole runs differ is not known\./);
        assert.match(text, /Verdict: fail\n$/);
    });

    it("states the confidence of a regression that several runs show", () => {
        const text = comparisonText(
            compare(runs("a", steady(1), steady(1), steady(1)), runs("b", steady(1.2), steady(1.2), steady(1.2))),
        );
        assert.match(text, /p95: \+20\.0 %, a regression beyond noise with 95 % \(permutation test, p = 0\.050\)\./);
        assert.doesNotMatch(text, /A single run/);
    });

    it("says how many runs would tell, and where a pass means little", () => {
        const noisy = comparisonText(compare(runs("a", steady(1), steady(1.4)), runs("b", steady(1.4), steady(1.5))));
        assert.match(
            noisy,
            /p95: \+20\.8 %, beyond the gate but within noise\. About 9 runs on each side would tell\./,
        );
        const wide = comparisonText(compare(runs("a", steady(1), steady(1.4)), runs("b", steady(1.2), steady(1.2))));
        assert.match(
            wide,
            /p95: passes, but the noise floor is \+33\.3 %: a regression of the gate's size could not be told from it\./,
        );
    });

    it("marks the simulator's figures before anything else", () => {
        const text = comparisonText(compare(runs("a", simulator), runs("b", simulator)));
        assert.equal(text.split("\n")[0], "TARGET: SIMULATOR. No figure of the product.");
        assert.doesNotMatch(comparisonText(compare(runs("a", resultOf()), runs("b", resultOf()))), /SIMULATOR/);
    });
});
