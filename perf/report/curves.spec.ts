import assert from "node:assert/strict";
import { resultOf } from "../results/result.fixture";
import { distributions, latencyOfSecond, nines, percentileCurves, secondColumns } from "./curves";

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const near = (value: number | null | undefined, expected: number) =>
    assert.ok(typeof value === "number" && Math.abs(value - expected) <= expected * 0.002, `${value}, not ${expected}`);

describe("the curves of a report", () => {
    it("give each latency by percentile, on an axis whose steps are ten times as rare", () => {
        const [axis = [], curve = []] = percentileCurves([resultOf({ latencies: upTo(1000) })]);
        assert.deepEqual(
            [50, 90, 99, 99.9].map((percentile) => Number(nines(percentile).toFixed(3))),
            [0.301, 1, 2, 3],
        );
        assert.equal(axis.length, 151);
        for (const [index, expected] of [
            [50, 900],
            [100, 990],
            [150, 999],
        ] as const)
            near(curve[index], expected);
        assert.equal(axis[100], 2);
    });

    it("end where one answer stands for the rest, each run at its own", () => {
        const [axis = [], long = [], short = []] = percentileCurves([
            resultOf({ latencies: upTo(1000) }),
            resultOf({ latencies: upTo(10) }),
        ]);
        assert.equal(axis.length, long.length);
        assert.equal(short.length, long.length);
        assert.deepEqual([short.filter((value) => value !== null).length, long.includes(null)], [51, false]);
    });

    it("share the answers over buckets of equal ratio", () => {
        const [axis = [], quick = [], mixed = []] = distributions([
            resultOf({ latencies: [1, 1, 1, 1] }),
            resultOf({ latencies: [1, 1, 1, 100] }),
        ]);
        assert.deepEqual([axis.length, quick[0], mixed[0], mixed.at(-1)], [80, 100, 75, 25]);
        const ratios = axis.slice(1).map((value, index) => Number(value) / Number(axis[index]));
        assert.ok(Math.max(...ratios) - Math.min(...ratios) < 1e-9);
    });

    it("are empty where nothing was answered, and one bar where all took as long", () => {
        assert.deepEqual(distributions([resultOf({ latencies: [] })]), [[], []]);
        assert.deepEqual(percentileCurves([resultOf({ latencies: [] })]), [[0], [null]]);
        assert.equal(distributions([resultOf({ latencies: [5, 5] })])[1]?.[0], 100);
    });

    it("have a gap where a second has no answer, and where a run has no such second", () => {
        const second = { scheduled: 1, sent: 1, errors: 0, p50Ms: 1, p99Ms: 2 };
        const timeline = [
            { ...second, at: 0, answered: 1 },
            { ...second, at: 1, answered: 0, p99Ms: 0 },
        ];
        const columns = secondColumns(
            [
                { ...resultOf(), timeline },
                { ...resultOf(), timeline: [{ ...second, at: 2, answered: 1 }] },
            ],
            latencyOfSecond("p99Ms"),
        );
        assert.deepEqual(columns, [
            [0, 1, 2],
            [2, null, null],
            [null, null, 2],
        ]);
    });
});
