import assert from "node:assert/strict";
import { valuesHash } from "./values-hash";

const VALUES = { image: { registry: "r", tag: "1" }, api: { replicas: 2, env: ["a", "b"] }, redis: { password: "x" } };

describe("the hash of a release's values", () => {
    it("is the same for keys in another order, another image tag and other secrets", () => {
        const same = {
            redis: { password: "y", authToken: "z" },
            api: { env: ["a", "b"], replicas: 2, image: { tag: "3" } },
            image: { tag: "2", registry: "r" },
        };
        // What is left of a block without its secrets still counts.
        assert.notEqual(valuesHash(same), valuesHash(VALUES));
        const { image: _, ...api } = same.api;
        assert.equal(valuesHash({ ...same, api }), valuesHash(VALUES));
    });

    it("is another for another value, and for a list in another order", () => {
        const hashes = [
            VALUES,
            { ...VALUES, image: { registry: "s", tag: "1" } },
            { ...VALUES, api: { replicas: 3, env: ["a", "b"] } },
            { ...VALUES, api: { replicas: 2, env: ["b", "a"] } },
            { ...VALUES, more: null },
        ].map(valuesHash);
        assert.equal(new Set(hashes).size, hashes.length);
    });

    it("is SHA-256 of the JSON text that is left", () => {
        // printf '%s' '{"a":[{"b":1}],"z":null}' | sha256sum
        assert.equal(
            valuesHash({ z: null, a: [{ tag: "1", b: 1, apiKey: "k" }] }),
            "92e500ea9014c850dc9206e27505d99d08cc804e833d6edf79a8b3a84bde8653",
        );
    });
});
