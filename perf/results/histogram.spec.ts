import assert from "node:assert/strict";
import { latencyOf, newHistogram, readHistogram, recordLatency, storedHistogram } from "./histogram";

describe("a histogram of latencies", () => {
    it("gives the percentiles of what was recorded, in milliseconds, within 0.1 %", () => {
        const histogram = newHistogram();
        for (let value = 1; value <= 1000; value += 1) recordLatency(histogram, value);
        const latency = latencyOf(histogram);
        const expected = { min: 1, mean: 500.5, p50: 500, p90: 900, p95: 950, p99: 990, p999: 999, max: 1000 };
        for (const [name, value] of Object.entries(expected)) {
            const measured = latency[name as keyof typeof expected];
            assert.ok(Math.abs(measured - value) <= value * 0.001, `${name} is ${measured}, not ${value}`);
        }
    });

    it("is the same after it was stored and read", () => {
        const histogram = newHistogram();
        for (const value of [0.2, 7, 7, 31.5, 90_000]) recordLatency(histogram, value);
        const read = readHistogram(storedHistogram(histogram));
        assert.equal(read.totalCount, 5);
        assert.deepEqual(latencyOf(read), latencyOf(histogram));
    });

    it("gives zeros where nothing was recorded", () => {
        assert.deepEqual(new Set(Object.values(latencyOf(newHistogram()))), new Set([0]));
    });
});
