import * as assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import * as fc from "fast-check";
import { type ChartValues, mergeValues } from "./chart-values";

describe("mergeValues", () => {
    const rows: [string, ChartValues[], ChartValues][] = [
        ["has nothing of no layers", [], {}],
        [
            "merges maps key by key",
            [{ api: { port: 3000 } }, { api: { enabled: true } }],
            { api: { port: 3000, enabled: true } },
        ],
        ["lets the later scalar win", [{ a: 1 }, { a: 2 }, { a: 3 }], { a: 3 }],
        [
            "keeps false, zero and the empty string of a later layer",
            [
                { a: 1, b: 1, c: 1 },
                { a: 0, b: false, c: "" },
            ],
            { a: 0, b: false, c: "" },
        ],
        ["replaces lists whole", [{ a: [1, 2, 3] }, { a: [4] }], { a: [4] }],
        [
            "replaces a list by a map and a map by a list",
            [
                { a: [1], b: { c: 1 } },
                { a: { d: 1 }, b: [2] },
            ],
            { a: { d: 1 }, b: [2] },
        ],
        ["deletes a key that a later layer sets to null", [{ a: { b: 1, c: 2 } }, { a: { b: null } }], { a: { c: 2 } }],
        ["keeps no null of a branch that nothing lies below", [{}, { a: { b: null, c: 1 } }], { a: { c: 1 } }],
        ["takes a key again that an earlier layer deleted", [{ a: 1 }, { a: null }, { a: 2 }], { a: 2 }],
        ["takes undefined for not said", [{ a: 1 }, { a: undefined }], { a: 1 }],
        ["keeps an empty map", [{ a: { b: 1 } }, { a: {}, c: {} }], { a: { b: 1 }, c: {} }],
    ];
    for (const [sentence, layers, expected] of rows) {
        it(sentence, () => assert.deepEqual(mergeValues(...layers), expected));
    }

    it("keeps an output as it is: a leaf, replaced or replacing, never looked into", () => {
        const host = pulumi.output("writer.example");
        const merged = mergeValues(
            { postgres: { host: "none", port: 5432 }, redis: pulumi.output("old") },
            { postgres: { host }, redis: { host: "new" } },
        );

        assert.deepEqual(Object.keys(merged), ["postgres", "redis"]);
        assert.equal((merged["postgres"] as ChartValues)["host"], host);
        assert.deepEqual(merged["redis"], { host: "new" });
    });

    const leaf = fc.oneof(fc.integer(), fc.boolean(), fc.constantFrom("", "x"), fc.constant([1, 2]));
    const values: fc.Arbitrary<ChartValues> = fc.letrec<{ tree: ChartValues }>((tie) => ({
        tree: fc.dictionary(fc.constantFrom("a", "b", "c"), fc.oneof({ maxDepth: 2 }, leaf, tie("tree")), {
            noNullPrototype: true,
        }),
    })).tree;

    it("changes nothing when a layer is laid on itself or on nothing", () => {
        fc.assert(
            fc.property(values, (layer) => {
                assert.deepEqual(mergeValues(layer, layer), layer);
                assert.deepEqual(mergeValues({}, layer), layer);
                assert.deepEqual(mergeValues(layer, {}), layer);
            }),
        );
    });

    it("shows every leaf of the last layer", () => {
        fc.assert(
            fc.property(values, values, (base, over) =>
                assert.deepEqual(mergeValues(mergeValues(base, over), over), mergeValues(base, over)),
            ),
        );
    });

    it("gives the same when neighbouring layers are merged first", () => {
        fc.assert(
            fc.property(values, values, values, (a, b, c) => {
                // Not so where b replaces a map of a by a scalar that c makes a map again: there the order of the layers counts.
                fc.pre(!hasScalarOverMap(a, b));
                assert.deepEqual(mergeValues(a, mergeValues(b, c)), mergeValues(mergeValues(a, b), c));
            }),
        );
    });

    it("leaves the layers untouched", () => {
        fc.assert(
            fc.property(values, values, (base, over) => {
                const before = structuredClone([base, over]);
                mergeValues(base, over);
                assert.deepEqual([base, over], before);
            }),
        );
    });
});

function hasScalarOverMap(base: ChartValues, over: ChartValues): boolean {
    return Object.entries(over).some(([key, value]) => {
        const below = base[key];
        if (!isMap(below)) return false;
        return isMap(value) ? hasScalarOverMap(below, value) : true;
    });
}

function isMap(value: unknown): value is ChartValues {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
