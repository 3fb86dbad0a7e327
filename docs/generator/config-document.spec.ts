import assert from "node:assert/strict";
import { configDocument, type JsonSchema, settings } from "./config-document";
import { rowsOf } from "./table-rows.fixture";

const WHOLE: JsonSchema = { type: "integer", minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER };

describe("rows of the settings' table", () => {
    const rows: readonly (readonly [string, string, JsonSchema, boolean, string])[] = [
        ["a required text", "host", { type: "string" }, true, "text||**required**"],
        ["a default", "engine", { type: "string", default: "valkey" }, false, "text||`valkey`"],
        ["a choice", "engine", { type: "string", enum: ["valkey", "redis"] }, false, "text|`valkey`, `redis`|none"],
        [
            "the unit in a name",
            "diskGb",
            { ...WHOLE, minimum: 20, maximum: 99 },
            false,
            "whole number (GiB)|20 to 99|none",
        ],
        ["no bounds that only JavaScript has", "days", WHOLE, false, "whole number||none"],
        ["one bound", "shards", { ...WHOLE, minimum: 3 }, false, "whole number|3 or more|none"],
        [
            "a list",
            "cidrs",
            { type: "array", items: { type: "string" }, minItems: 1 },
            true,
            "list of text|1 or more of them|**required**",
        ],
        [
            "an empty default",
            "cidrs",
            { type: "array", items: { type: "string" }, maxItems: 40, default: [] },
            false,
            "list of text|at most 40 of them|`[]`",
        ],
    ];
    for (const [what, key, schema, required, expected] of rows) {
        it(`show ${what}`, () => {
            const [row, ...others] = settings(key, schema, required);
            assert.deepEqual(others, []);
            assert.equal([row?.type, row?.bounds, row?.default].join("|"), expected);
        });
    }

    it("leave a block out whose settings all have defaults, and list what is below it", () =>
        assert.deepEqual(
            settings("redis", { type: "object", default: {}, properties: { shards: WHOLE } }, false).map(
                ({ key }) => key,
            ),
            ["redis.shards"],
        ));

    it("name a map's entries by zone", () => {
        const subnet: JsonSchema = { type: "object", properties: { id: { type: "string" } }, required: ["id"] };
        const rows = settings("subnets", { type: "object", additionalProperties: subnet }, false);
        assert.deepEqual(
            rows.map(({ key, default: value }) => [key, value]),
            [
                ["subnets", "none"],
                ["subnets.<zone>.id", "**required**"],
            ],
        );
    });
});

describe("docs/config.md", () => {
    it("has a row with default and meaning for a setting of the schema", () =>
        assert.deepEqual(rowsOf(configDocument(), "`redis.shards`"), [
            [
                "`redis.shards`",
                "whole number",
                "1 to 500",
                "`3`",
                "Shards, 1 to 500; above 90 nodes in all AWS must raise a quota.",
            ],
        ]));

    it("says the choices of a retention, which the schema checks by a function", () =>
        assert.match(rowsOf(configDocument(), "`cluster.logRetentionDays`")[0]?.[2] ?? "", /`365`, `400`/));
});
