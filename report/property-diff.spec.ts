import assert from "node:assert/strict";
import * as fc from "fast-check";
import type { PropertyMap } from "../offline/stand-ins/protocol/values";
import { differences, overlap, SECRET, valueAt } from "./property-diff";

const CIPHERTEXT = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", ciphertext: SECRET };

describe("the difference between two sets of inputs", () => {
    const cases: readonly (readonly [what: string, old: PropertyMap, now: PropertyMap, found: readonly object[]])[] = [
        [
            "is named by path, as deep as it goes",
            { values: { api: { min: 6, max: 50 } } },
            { values: { api: { min: 6, max: 80 } } },
            [{ path: "values.api.max", old: 50, new: 80 }],
        ],
        [
            "tells what is new from what goes",
            { gone: 1 },
            { added: { a: 1 } },
            [
                { path: "added", new: { a: 1 } },
                { path: "gone", old: 1 },
            ],
        ],
        [
            "takes lists of objects apart, lists of values as a whole",
            { taints: [{ key: "a" }, { key: "b" }], zones: ["a", "b"] },
            { taints: [{ key: "a" }, { key: "c" }], zones: ["a", "c"] },
            [
                { path: "taints[1].key", old: "b", new: "c" },
                { path: "zones", old: ["a", "b"], new: ["a", "c"] },
            ],
        ],
        [
            "reads JSON in texts, also as golden graphs hold it, and does not mind how it is written",
            { policy: '{"a":1,"b":2}', rules: { JSON: { c: 1 } } },
            { policy: '{ "b": 3, "a": 1 }', rules: '{"c":2}' },
            [
                { path: "policy.b", old: 2, new: 3 },
                { path: "rules.c", old: 1, new: 2 },
            ],
        ],
        ["is none between a secret and the same one wrapped", { token: CIPHERTEXT }, { token: SECRET }, []],
        ["leaves the provider's own notes out", { __defaults: ["a"] }, { __defaults: [] }, []],
        [
            "quotes keys with dots",
            { "a.b": { "c/d": 1 } },
            { "a.b": { "c/d": 2 } },
            [{ path: '["a.b"]["c/d"]', old: 1, new: 2 }],
        ],
    ];
    for (const [what, old, now, found] of cases) it(what, () => assert.deepEqual(differences(old, now), found));

    it("is none between equal inputs, whatever they hold", () => {
        const inputs = fc.dictionary(fc.string(), fc.jsonValue());
        fc.assert(
            fc.property(inputs, (given) => {
                const text = JSON.stringify(given);
                assert.deepEqual(differences(JSON.parse(text), JSON.parse(text)), []);
            }),
        );
    });

    it("is found again at its path", () => {
        const inputs: PropertyMap = { list: [{ a: 1 }], "x.y": { z: 2 }, token: CIPHERTEXT };
        assert.deepEqual(
            ["list[0].a", '["x.y"].z', "token", "list[3].a", "none"].map((path) => valueAt(inputs, path)),
            [1, 2, SECRET, undefined, undefined],
        );
    });

    it("overlaps with what is above it and below it, not with a longer name", () => {
        assert.ok(overlap("a.b", "a"));
        assert.ok(overlap("a", "a[0]"));
        assert.ok(!overlap("ab", "a"));
    });
});
