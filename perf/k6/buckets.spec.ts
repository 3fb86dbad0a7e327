import assert from "node:assert/strict";
import fc from "fast-check";
import { bucketMs, bucketOf, LAST_BUCKET, quantileMs } from "./buckets";

describe("buckets of latencies", () => {
    it("give every latency from 1 ms to a minute back within 2 %", () => {
        fc.assert(
            fc.property(fc.double({ min: 1, max: 60_000, noNaN: true }), (latency) => {
                const back = bucketMs(bucketOf(latency));
                assert.ok(Math.abs(back - latency) <= latency * 0.02, `${latency} comes back as ${back}`);
            }),
        );
    });

    it("never put a longer latency below a shorter one", () => {
        const latency = fc.double({ min: 0, max: 100_000, noNaN: true });
        fc.assert(
            fc.property(
                latency,
                latency,
                (one, other) => bucketOf(Math.min(one, other)) <= bucketOf(Math.max(one, other)),
            ),
        );
    });

    it("are few: one for all up to 1 ms, 281 up to a minute, one for what is beyond", () => {
        assert.deepEqual([bucketOf(0), bucketOf(1), bucketOf(1.001), bucketOf(60_000)], [0, 0, 1, 281]);
        assert.deepEqual([bucketOf(1e9), LAST_BUCKET], [282, 282]);
        assert.equal(bucketMs(0), 1);
    });

    it("give a quantile of what they counted", () => {
        const buckets: Record<string, number> = {};
        for (let latency = 1; latency <= 1000; latency += 1) {
            const bucket = bucketOf(latency);
            buckets[bucket] = (buckets[bucket] ?? 0) + 1;
        }
        for (const share of [0.5, 0.9, 0.99]) {
            const value = quantileMs(buckets, share);
            assert.ok(Math.abs(value - share * 1000) <= share * 1000 * 0.04, `${share}: ${value}`);
        }
        assert.equal(quantileMs({}, 0.5), 0);
    });
});
