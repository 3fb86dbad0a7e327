import assert from "node:assert/strict";
import { xoroshiro128plus } from "pure-rand";
import { PerfError } from "../perf-error";
import { type LatencyDistribution, parseLatency, sampler } from "./latency";

function drawn(distribution: LatencyDistribution, count: number): number[] {
    const generator = xoroshiro128plus(7);
    const draw = sampler(distribution, () => (generator.unsafeNext() >>> 0) / 2 ** 32);
    return Array.from({ length: count }, draw).sort((left, right) => left - right);
}

function near(actual: number | undefined, expected: number, share: number): void {
    assert.ok(Math.abs((actual ?? Number.NaN) - expected) <= expected * share, `${actual} is not near ${expected}`);
}

describe("a latency of the simulator", () => {
    it("has the median and the p99 that a lognormal one was given", () => {
        const values = drawn({ kind: "lognormal", medianMs: 20, p99Ms: 120 }, 200_000);
        near(values[100_000], 20, 0.01);
        near(values[198_000], 120, 0.02);
    });

    it("is spread evenly between the bounds of a uniform one", () => {
        const values = drawn({ kind: "uniform", fromMs: 10, toMs: 30 }, 50_000);
        assert.ok((values[0] ?? 0) >= 10 && (values.at(-1) ?? 99) < 30);
        near(values[12_500], 15, 0.01);
        near(values[37_500], 25, 0.01);
    });

    it("is each of an empirical one's values as often as another", () => {
        const values = drawn({ kind: "empirical", samplesMs: [1, 5, 100] }, 30_000);
        for (const value of [1, 5, 100]) near(values.filter((one) => one === value).length, 10_000, 0.03);
    });

    it("is read from the command line's form", () => {
        assert.deepEqual(parseLatency("lognormal:20:120"), { kind: "lognormal", medianMs: 20, p99Ms: 120 });
        assert.deepEqual(parseLatency("uniform:1.5:3"), { kind: "uniform", fromMs: 1.5, toMs: 3 });
        assert.deepEqual(parseLatency("constant:0"), { kind: "constant", ms: 0 });
    });

    it("refuses what it cannot be, and names the forms", () => {
        const forms = "give constant:<ms>, uniform:<from ms>:<to ms> or lognormal:<median ms>:<p99 ms>.";
        for (const text of ["normal:1:2", "lognormal:20", "constant:", "uniform:1:2:3"])
            assert.throws(() => parseLatency(text), new PerfError(`latency is ${JSON.stringify(text)}; ${forms}`));
        assert.throws(
            () => parseLatency("uniform:3:2"),
            new PerfError(`latency is "uniform:3:2" (fromMs must not be above toMs); ${forms}`),
        );
    });
});
