import assert from "node:assert/strict";
import { PerfError } from "../perf-error";
import type { Result } from "../results/result";
import { resultOf } from "../results/result.fixture";
import { errorTable, figureTables, milliseconds, sloSentences } from "./figures";
import { bannersOf, labelled } from "./labelled-run";

const runsOf = (...results: readonly Result[]) => labelled(results.map((result) => ({ path: "/x/y.json", result })));
const rowsOf = (title: string, ...results: readonly Result[]) =>
    Object.fromEntries(
        (figureTables(runsOf(...results)).find((table) => table.title === title)?.rows ?? []).map(({ name, cells }) => [
            name,
            cells.map(({ text, ratio }) => `${text} ${ratio}`.trim()),
        ]),
    );
const steady = (milliseconds: number) => resultOf({ latencies: Array.from({ length: 100 }, () => milliseconds) });

describe("the figures of a report", () => {
    it("stand side by side, with ratios to the first run", () => {
        const rows = rowsOf("Latency from the intended start, ms", steady(1), steady(1.5), steady(0.5));
        assert.deepEqual(Object.keys(rows), ["min", "mean", "p50", "p90", "p95", "p99", "p99.9", "max"]);
        assert.deepEqual(rows["p95"], ["1.000", "1.500 x 1.50", "0.500 x 0.50"]);
    });

    it("give no ratio to nothing", () => {
        const rows = rowsOf("Requests", resultOf(), resultOf({ errors: 2 }));
        assert.deepEqual(rows["error"], ["0", "2"]);
        assert.deepEqual(rows["error rate"], ["0.000 %", "2.000 %"]);
        assert.deepEqual(rows["ok"], ["100", "98 x 0.98"]);
    });

    it("have a table for each kind of a mixed run, with a gap where another run has none", () => {
        const mixed: Result = { ...resultOf(), byKind: { recommend: steady(1), respond: steady(2) } };
        assert.deepEqual(rowsOf("respond alone", mixed, resultOf())["p95, ms"], ["2.000", "-"]);
        assert.deepEqual(rowsOf("recommend alone", resultOf()), {});
    });

    it("name errors of all runs, the most frequent first", () => {
        const other = resultOf({ errors: 3 });
        const timeouts: Result = { ...other, totals: { ...other.totals, errors: { timeout: 3 } } };
        const { rows } = errorTable(runsOf(resultOf({ errors: 2 }), timeouts));
        assert.deepEqual(
            rows.map(({ name, cells }) => [name, ...cells.map(({ text }) => text)]),
            [
                ["timeout", "0", "3"],
                ["HTTP 500", "2", "0"],
            ],
        );
    });

    it("hold decisions against the SLO, in a mixed run decisions alone", () => {
        assert.deepEqual(sloSentences(steady(1)), ["Kept."]);
        assert.deepEqual(sloSentences(resultOf({ errors: 5 })), [
            "Broken: errors are 5 % of what was sent; they must be under 0.1 %.",
        ]);
        assert.deepEqual(
            sloSentences({ ...resultOf({ errors: 5 }), byKind: { recommend: steady(1), respond: steady(9) } }),
            ["Kept."],
        );
        assert.deepEqual(sloSentences({ ...resultOf(), byKind: { respond: steady(1) } }), ["It made no decision."]);
    });

    it("keep three significant digits", () =>
        assert.deepEqual([0.0125, 1.2345, 12.345, 123.45, 12345.6].map(milliseconds), [
            "0.013",
            "1.234",
            "12.35",
            "123.5",
            "12,345.6",
        ]));
});

describe("runs in a report", () => {
    it("are told apart up to six", () => {
        assert.deepEqual(
            runsOf(resultOf(), resultOf()).map(({ label, name }) => [label, name]),
            [
                ["A", "y.json"],
                ["B", "y.json"],
            ],
        );
        assert.throws(
            () => runsOf(...Array.from({ length: 7 }, () => resultOf())),
            new PerfError("report: 7 results are given; 6 can be told apart side by side. Give fewer."),
        );
    });

    it("have banners for what must be known before any figure, the simulator first", () => {
        const simulated: Result = { ...resultOf(), target: { kind: "simulator", url: "http://127.0.0.1:1/" } };
        assert.deepEqual(bannersOf(runsOf(resultOf())), []);
        assert.deepEqual(
            bannersOf(runsOf({ ...simulated, status: "partial" }, { ...simulated, status: "unsustained" })).map(
                ({ title, text }) => `${title}. ${text}`,
            ),
            [
                "TARGET: SIMULATOR. No figure of the product.",
                "PARTIAL (A). It ended before its time; what there is was kept.",
                "UNSUSTAINED (B). The driver sent less, or later, than it was asked to: the figures are partly its own.",
            ],
        );
    });
});
