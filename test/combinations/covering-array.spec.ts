import assert from "node:assert/strict";
import { coveringArray, isPossible, pairsOf, type Row } from "./covering-array";

const LEVELS = { bus: ["kafka", "kinesis", "redis"], store: ["table", "pg"], stream: ["off", "on"] };
const mend = (row: Row): Row => (row["bus"] === "redis" && row["stream"] === "on" ? { ...row, stream: "off" } : row);

describe("a covering array", () => {
    it("has every pair that can be, and no row that cannot", () => {
        const rows = coveringArray(LEVELS, mend);
        const found = new Set(
            rows.flatMap(({ bus, store, stream }) => [`${bus} ${store}`, `${bus} ${stream}`, `${store} ${stream}`]),
        );
        assert.deepEqual([...found].sort(), [
            "kafka off",
            "kafka on",
            "kafka pg",
            "kafka table",
            "kinesis off",
            "kinesis on",
            "kinesis pg",
            "kinesis table",
            "pg off",
            "pg on",
            "redis off",
            "redis pg",
            "redis table",
            "table off",
            "table on",
        ]);
    });

    it("has hardly more rows than its two largest factors have pairs, in the order of the levels", () => {
        const rows = coveringArray(LEVELS, mend);
        assert.equal(rows.length, 6);
        assert.deepEqual(
            rows.map(({ bus, store }) => `${bus} ${store}`),
            ["kafka table", "kafka pg", "kinesis table", "kinesis pg", "redis table", "redis pg"],
        );
    });

    it("is the same every time", () => assert.deepEqual(coveringArray(LEVELS, mend), coveringArray(LEVELS, mend)));

    it("names the pairs that no array has", () => {
        // Says that the pair alone can be, and takes it out of every row.
        const never = (row: Row): Row =>
            Object.keys(row).length > 2 && row["store"] === "pg" ? { ...row, store: "table" } : row;
        assert.throws(
            () => coveringArray(LEVELS, never),
            /^Error: combinations: none of .* lacks kafka with pg, .*Raise ATTEMPTS\.$/,
        );
    });
});

describe("pairs", () => {
    it("are those of different factors", () =>
        assert.deepEqual(pairsOf({ a: ["1", "2"], b: ["3"], c: ["4"] }), [
            ["a", "1", "b", "3"],
            ["a", "2", "b", "3"],
            ["a", "1", "c", "4"],
            ["a", "2", "c", "4"],
            ["b", "3", "c", "4"],
        ]));

    it("are possible when a row that has them needs no mending", () => {
        assert.equal(isPossible(["bus", "redis", "stream", "on"], mend), false);
        assert.equal(isPossible(["bus", "redis", "stream", "off"], mend), true);
    });
});
