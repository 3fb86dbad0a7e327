import assert from "node:assert/strict";
import { code, count, folded, plain, table, value } from "./markdown";
import { SECRET } from "./property-diff";

const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

describe("Markdown of a comment", () => {
    it("lets no text end a table, open HTML or notify anybody", () => {
        assert.equal(plain("<b> | @team & `code`"), "&lt;b> \\| @\u200bteam &amp; `code`");
        assert.equal(code("a`b|c\n d"), "`a'b\\|c d`");
    });

    it("shows values as code, short, and says in words what has none to show", () => {
        assert.equal(value(undefined), "nothing");
        assert.equal(value(UNKNOWN), "*known during the update*");
        assert.equal(value("<unknown>"), "*known during the update*");
        assert.equal(value(SECRET), "*a secret*");
        assert.equal(value(""), '`""`');
        assert.equal(value(80), "`80`");
        assert.equal(value([UNKNOWN]), '`["<unknown>"]`');
        assert.equal(value("x".repeat(61)), `\`${"x".repeat(59)}…\``);
    });

    it("shows no secret inside of something", () => {
        const wrapped = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value: "hunter2" };
        assert.equal(value(wrapped), "*a secret*");
        assert.equal(value({ list: [wrapped], __defaults: [] }), '`{"list":["[secret]"]}`');
    });

    it("counts, draws tables and folds", () => {
        assert.equal(count(1, "policy refuses", "policies refuse"), "1 policy refuses");
        assert.equal(count(0, "change"), "0 changes");
        assert.equal(table(["a", "b"], [["1", "2"]]), "| a | b |\n| --- | --- |\n| 1 | 2 |");
        assert.equal(folded("more", "text"), "<details><summary>more</summary>\n\ntext\n\n</details>");
    });
});
