import assert from "node:assert/strict";
import type { Measured } from "../results/result";
import { resultOf } from "../results/result.fixture";
import { judge, type Verdict, worst } from "./judge";
import { measuresOf } from "./measure";

const [p95, errorRate] = measuresOf("all");
assert.ok(p95 !== undefined && errorRate !== undefined);

/** Every answer took as long: the number of answers leaves nothing open. Below 2 ms a histogram is exact. */
function steady(...milliseconds: readonly number[]): Measured[] {
    return milliseconds.map((value) => resultOf({ latencies: Array.from({ length: 400 }, () => value) }));
}

function failing(sent: number, ...errors: readonly number[]): Measured[] {
    return errors.map((count) => resultOf({ latencies: Array.from({ length: sent }, () => 1), errors: count }));
}

interface Case {
    readonly what: string;
    readonly baseline: readonly Measured[];
    readonly candidate: readonly Measured[];
    readonly change: string;
    readonly verdict: Verdict;
    readonly floor?: string;
    readonly pValue?: number;
    readonly runsNeeded?: number | null;
}

const LATENCIES: readonly Case[] = [
    { what: "no change", baseline: steady(1), candidate: steady(1), change: "+0.0 %", verdict: "pass" },
    { what: "exactly 10 % more", baseline: steady(1), candidate: steady(1.1), change: "+10.0 %", verdict: "pass" },
    {
        what: "exactly 10 % of an odd figure",
        baseline: steady(0.3),
        candidate: steady(0.33),
        change: "+10.0 %",
        verdict: "pass",
    },
    {
        what: "a little more than 10 %",
        baseline: steady(1),
        candidate: steady(1.101),
        change: "+10.1 %",
        verdict: "fail",
    },
    { what: "an improvement", baseline: steady(1), candidate: steady(0.5), change: "-50.0 %", verdict: "pass" },
    {
        what: "three runs against three that all lie higher",
        baseline: steady(1, 1.02, 1.01),
        candidate: steady(1.22, 1.2, 1.21),
        change: "+19.8 %",
        floor: "+2.0 %",
        pValue: 0.05,
        verdict: "fail",
    },
    {
        what: "three runs against three, one of which was as slow",
        baseline: steady(1, 1.3, 1),
        candidate: steady(1.2, 1.2, 1.2),
        change: "+20.0 %",
        floor: "+30.0 %",
        pValue: 0.2,
        verdict: "inconclusive",
        // Deviation 0.1575 of one side and none of the other: 2 (2.486 x 0.1113 / 0.2)² = 3.83.
        runsNeeded: 4,
    },
    {
        what: "two runs against two, further apart than either side",
        baseline: steady(1, 1.05),
        candidate: steady(1.2, 1.25),
        change: "+19.5 %",
        floor: "+4.9 %",
        verdict: "fail",
    },
    {
        what: "two runs against two, one side as wide as the change",
        baseline: steady(1, 1.4),
        candidate: steady(1.4, 1.5),
        change: "+20.8 %",
        floor: "+33.3 %",
        verdict: "inconclusive",
        // Deviations 0.2357 and 0.0488 of the means: 2 (2.486 x 0.1702 / 0.2083)² = 8.25.
        runsNeeded: 9,
    },
    {
        what: "one run against a baseline of three",
        baseline: steady(1, 1.1, 1.05),
        candidate: steady(1.3),
        change: "+23.8 %",
        floor: "+9.5 %",
        verdict: "fail",
    },
    {
        what: "a change that a hundred runs could not tell",
        baseline: steady(0.2, 1.8),
        candidate: steady(0.3, 1.91),
        change: "+10.5 %",
        verdict: "inconclusive",
        runsNeeded: null,
    },
];

const ERRORS: readonly Case[] = [
    {
        what: "no errors",
        baseline: failing(1000, 0),
        candidate: failing(1000, 0),
        change: "+0.00 points",
        verdict: "pass",
    },
    {
        what: "exactly half a point more",
        baseline: failing(1000, 1),
        candidate: failing(1000, 6),
        change: "+0.50 points",
        verdict: "pass",
    },
    {
        what: "more than half a point from none",
        baseline: failing(1000, 0),
        candidate: failing(1000, 6),
        change: "+0.60 points",
        // Wilson: 0 of 1,000 is at most 0.383 %, 6 of 1,000 at least 0.275 %; by Newcombe 0.502 points.
        floor: "+0.50 points",
        verdict: "fail",
    },
    {
        what: "two errors in few requests",
        baseline: failing(200, 0),
        candidate: failing(200, 2),
        change: "+1.00 points",
        floor: "+2.02 points",
        verdict: "inconclusive",
        runsNeeded: 3,
    },
    {
        what: "fewer errors",
        baseline: failing(1000, 50),
        candidate: failing(1000, 10),
        change: "-4.00 points",
        verdict: "pass",
    },
    {
        what: "errors in each of three runs that had none before",
        baseline: failing(1000, 0, 0, 0),
        candidate: failing(1000, 9, 10, 11),
        change: "+1.00 points",
        pValue: 0.05,
        verdict: "fail",
    },
];

describe("the gate", () => {
    for (const [measure, cases] of [[p95, LATENCIES] as const, [errorRate, ERRORS] as const])
        for (const { what, baseline, candidate, change, floor, pValue, verdict, runsNeeded } of cases)
            it(`${measure.name}: ${what}: ${change}: ${verdict}`, () => {
                const judged = judge(measure, baseline, candidate);
                assert.equal(measure.changeText(judged.change), change);
                assert.equal(judged.verdict, verdict);
                assert.equal(judged.runsNeeded, runsNeeded);
                assert.equal(judged.pValue, pValue ?? null);
                if (floor !== undefined) assert.equal(measure.changeText(judged.noise.floor), floor);
            });

    it("holds a single run within the noise of its answers: few slow answers prove nothing", () => {
        const spread = (answers: number, factor: number) => [
            resultOf({ latencies: Array.from({ length: answers }, (_, index) => ((index + 1) / answers) * factor) }),
        ];
        assert.equal(judge(p95, spread(40, 1), spread(40, 1.2)).verdict, "inconclusive");
        assert.equal(judge(p95, spread(4000, 1), spread(4000, 1.2)).verdict, "fail");
        const few = judge(p95, spread(40, 1), spread(40, 1.2)).noise;
        assert.deepEqual([few.betweenRuns, few.floor], [null, Number.POSITIVE_INFINITY]);
    });

    it("takes the worst verdict of all, a regression before an uncertainty", () => {
        assert.deepEqual(
            [worst(["pass", "inconclusive", "fail"]), worst(["pass", "inconclusive"]), worst(["pass"]), worst([])],
            ["fail", "inconclusive", "pass", "pass"],
        );
    });
});
