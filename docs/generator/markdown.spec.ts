import assert from "node:assert/strict";
import { code, count, document, table } from "./markdown";

describe("a generated table", () => {
    it("pads its columns, sets numbers to the right, groups their digits, and keeps bars and line ends out of its cells", () =>
        assert.equal(
            table(
                ["what", "how many"],
                [
                    ["a|b\nc", 12_000],
                    ["d", 0.25],
                ],
            ),
            ["| what   | how many |", "| ------ | -------: |", "| a\\|b c |   12,000 |", "| d      |      0.3 |"].join(
                "\n",
            ),
        ));

    it("shows no empty code", () => assert.deepEqual([code("x"), code("")], ["`x`", ""]));

    it("counts in thousands", () => assert.equal(count(1_808), "1,808"));
});

describe("a generated document", () => {
    it("has a blank line between blocks and one line end", () => assert.equal(document("a", "b"), "a\n\nb\n"));
});
