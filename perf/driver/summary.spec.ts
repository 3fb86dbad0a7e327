import assert from "node:assert/strict";
import { hundred, resultOf } from "../results/result.fixture";
import { sloOf, summary } from "./summary";

describe("the summary of a run", () => {
    it("says that a run against the simulator is none of the product, before any figure", () => {
        const result = resultOf();
        const simulated = summary({ ...result, target: { kind: "simulator", url: "http://127.0.0.1:1/" } });
        const [first, second] = simulated.split("\n");
        assert.equal(first, "recommend-100rps: complete, target: simulator http://127.0.0.1:1/");
        assert.equal(second, "These figures are of the tools, and not of the product.");
        assert.doesNotMatch(summary(result), /figures are of the tools/);
    });

    it("gives percentiles, counts, rates, remarks and errors", () => {
        const text = summary({ ...resultOf({ errors: 2 }), remarks: ["It was stopped."] });
        assert.match(text, /│ recommend │ 50\.0 │ 90\.0 │ 95\.0 │ 99\.0 │ 100\.0 │ 100\.0 │ +100 │ +2 │ +0 │ +0 │/);
        assert.match(text, /^Remark: It was stopped\.$/m);
        assert.match(
            text,
            /^Asked for 10\/s, sent 10\/s, answered 10\/s; 10 s planned, and 30 s of warm-up before\.$/m,
        );
        assert.match(text, /^Errors: 2 x /m);
    });

    it("judges by the SLO, with each figure that breaks it", () => {
        const within = hundred.map((value) => value / 2);
        assert.match(summary(resultOf({ latencies: within })), /^SLO kept \(vendor's SLO/m);
        const slow = resultOf({ latencies: hundred.map((value) => value * 10) });
        assert.match(summary(slow), /^SLO broken .*:\n {2}p99 is .*\n {2}p95 is /m);
        assert.equal(sloOf(slow).length, 2);
    });

    it("judges decisions alone where others were sent, too, and does not call nothing good", () => {
        const fast = resultOf({ latencies: hundred.map((value) => value / 2) });
        const slow = resultOf({ latencies: hundred.map((value) => value * 10) });
        assert.deepEqual(sloOf({ ...slow, byKind: { recommend: fast, respond: slow } }), []);
        assert.deepEqual(sloOf({ ...fast, totals: { ...fast.totals, answered: 0 } }), ["nothing was answered."]);
    });
});
