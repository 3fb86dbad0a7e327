import assert from "node:assert/strict";
import { sloProblems } from "./slo";

describe("the SLO", () => {
    it("is kept just below its limits", () => {
        assert.deepEqual(sloProblems({ latencyMs: { p95: 99.9, p99: 199.9 }, totals: { errorRate: 0.00099 } }), []);
    });

    it("is broken at its limits, with a sentence for each", () => {
        assert.deepEqual(sloProblems({ latencyMs: { p95: 100, p99: 234.56 }, totals: { errorRate: 0.001 } }), [
            "p99 is 234.6 ms; it must be under 200 ms.",
            "p95 is 100 ms; it must be under 100 ms.",
            "errors are 0.1 % of what was sent; they must be under 0.1 %.",
        ]);
    });
});
