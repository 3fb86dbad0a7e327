import assert from "node:assert/strict";
import { resultOf } from "../results/result.fixture";
import { errorRateInterval, percentileInterval } from "./interval";

const thousand = Array.from({ length: 1000 }, (_, index) => (index + 1) / 1000);

function rounded({ low, high }: { low: number; high: number }): readonly number[] {
    return [low, high].map((value) => Math.round(value * 1e5) / 1e5);
}

describe("where a figure lies with 95 %", () => {
    it("takes the ranks around the percentile: 950 of 1,000 by 13.5 each way", () => {
        assert.deepEqual(rounded(percentileInterval(resultOf({ latencies: thousand }), 95)), [0.936, 0.965]);
    });

    it("knows no upper end where too few answers lie above the percentile", () => {
        const interval = percentileInterval(resultOf({ latencies: thousand.slice(0, 20) }), 95);
        assert.deepEqual(rounded(interval), [0.017, Number.POSITIVE_INFINITY]);
        assert.deepEqual(percentileInterval(resultOf({ latencies: [] }), 95), {
            low: 0,
            high: Number.POSITIVE_INFINITY,
        });
    });

    it("bounds an error rate by Wilson's interval, for no error at all too", () => {
        const totals = (sent: number, error: number) => ({ sent, outcomes: { ...resultOf().totals.outcomes, error } });
        // Newcombe 1998, Statistics in Medicine 17: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
        assert.deepEqual(
            [totals(263, 81), totals(148, 15), totals(20, 0), totals(29, 1)].map((case_) =>
                rounded(errorRateInterval(case_)).map((value) => value.toFixed(4)),
            ),
            [
                ["0.2553", "0.3662"],
                ["0.0624", "0.1605"],
                ["0.0000", "0.1611"],
                ["0.0061", "0.1718"],
            ],
        );
        assert.deepEqual(errorRateInterval(totals(0, 0)), { low: 0, high: 1 });
    });
});
