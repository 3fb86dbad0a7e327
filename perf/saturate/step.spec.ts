import assert from "node:assert/strict";
import type { Result } from "../results/result";
import { hundred, resultOf } from "../results/result.fixture";
import { shownBroken, stepOf, stepSchema } from "./step";

const quick = hundred.map((value) => value / 2);
const ran = {
    startedAt: new Date("2026-11-24T13:15:00.000Z"),
    endedAt: new Date("2026-11-24T13:15:12.000Z"),
    answeredInTime: 100,
    lagMs: 20,
    maxLagMs: 20,
};
const step = (result: Result, answeredInTime = 100) => stepOf(10, result, { ...ran, answeredInTime });
const withOutcomes = (
    outcomes: Partial<Result["totals"]["outcomes"]>,
    status: Result["status"] = "complete",
): Result => {
    const result = resultOf({ latencies: quick });
    return { ...result, status, totals: { ...result.totals, outcomes: { ...result.totals.outcomes, ...outcomes } } };
};

describe("a step of the search", () => {
    it("is held when the SLO is kept and the answers come as the requests do", () => {
        const held = step(resultOf({ latencies: quick }));
        assert.equal(held.verdict, "held");
        assert.deepEqual([held.rate, held.p50Ms < held.p95Ms, held.answered, held.broken], [10, true, 10, []]);
        assert.deepEqual(stepSchema.parse(held), held);
    });

    it("is broken by each objective at its bound, the furthest beyond it first", () => {
        const slow = step(resultOf({ latencies: hundred.map((value) => value * 3), errors: 10 }));
        assert.equal(slow.verdict, "broke");
        assert.deepEqual(
            slow.broken.map(({ limit }) => limit),
            ["errors", "p95", "p99"],
        );
        assert.deepEqual(
            step(resultOf({ latencies: hundred.map(() => 100) })).broken.map(({ limit }) => limit),
            ["p95"],
        );
    });

    it("is broken by answers that fall behind, although each that came was quick", () => {
        assert.equal(step(resultOf({ latencies: quick }), 98).verdict, "held");
        const behind = step(resultOf({ latencies: quick }), 97);
        assert.deepEqual(
            [behind.verdict, behind.broken],
            ["broke", [{ limit: "answers behind arrivals", value: 9.7, bound: 9.8 }]],
        );
    });

    it("is broken by decisions of the fallback score, which are answers and no decisions of a model", () => {
        const { verdict, broken } = step(withOutcomes({ ok: 99, degraded: 1 }));
        assert.deepEqual([verdict, broken.map(({ limit }) => limit)], ["broke", ["degraded decisions"]]);
    });

    for (const outcome of ["rate-limited", "quota-exhausted"] as const)
        it(`is throttled where answers are ${outcome}: quick refusals are no capacity`, () =>
            assert.equal(step(withOutcomes({ ok: 99, [outcome]: 1 })).verdict, "throttled"));

    it("is the driver's where the driver was late, whatever came of it", () =>
        assert.equal(stepOf(10, resultOf({ errors: 50 }), { ...ran, lagMs: 20.1 }).verdict, "unsustained"));

    it("is the target's where a driver that was on time found all connections waiting for answers", () => {
        const { verdict, broken } = step({ ...resultOf({ latencies: quick }), status: "unsustained" }, 90);
        assert.deepEqual([verdict, broken.map(({ limit }) => limit)], ["broke", ["answers behind arrivals"]]);
    });

    it("is gone where the target went away in the middle", () =>
        assert.equal(step({ ...resultOf({ errors: 50 }), status: "partial" }).verdict, "gone"));

    it("shows a broken limit with value and bound", () =>
        assert.deepEqual(
            [
                { limit: "p99", value: 412.345, bound: 200 },
                { limit: "errors", value: 0.0123, bound: 0.001 },
                { limit: "answers behind arrivals", value: 301.2, bound: 392 },
            ].map((broken) => shownBroken(broken as Parameters<typeof shownBroken>[0])),
            [
                "p99 412.35 ms (below 200 ms)",
                "errors 1.23 % (below 0.1 %)",
                "answers behind arrivals: 301.2/s (at least 392/s)",
            ],
        ));
});
