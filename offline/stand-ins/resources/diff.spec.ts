import assert from "node:assert/strict";
import { type PropertyMap, secret, UNKNOWN } from "../protocol/values";
import { diffInputs } from "./diff";
import type { ResourceRow } from "./row";

const ROW: Pick<ResourceRow, "replaceOn" | "replaceWhen"> = {
    replaceOn: ["engine", "encryption.keyArn"],
    replaceWhen: { version: (old, now) => String(now) < String(old) },
};

function changes(oldInputs: PropertyMap, inputs: PropertyMap, ignoreChanges: string[] = []) {
    return diffInputs(ROW, { oldInputs, inputs, ignoreChanges }).changes;
}

describe("the diff of inputs", () => {
    it("is empty for the same inputs, secret or not", () => {
        assert.deepEqual(changes({ a: secret("x"), __defaults: ["a"] }, { a: "x" }), {});
    });

    it("names what is added, removed and changed by its path", () => {
        const old = { a: 1, tags: { "kaireon.ai/tier": "api", gone: "x" } };
        const now = { a: 2, b: true, tags: { "kaireon.ai/tier": "ml" } };
        assert.deepEqual(changes(old, now), {
            a: { kind: "update", replace: false },
            b: { kind: "add", replace: false },
            'tags["kaireon.ai/tier"]': { kind: "update", replace: false },
            "tags.gone": { kind: "delete", replace: false },
        });
    });

    it("replaces on a fixed input, nested ones too", () => {
        assert.deepEqual(
            changes(
                { engine: "a", encryption: { keyArn: "k", on: true } },
                { engine: "b", encryption: { keyArn: "l", on: false } },
            ),
            {
                "encryption.keyArn": { kind: "update", replace: true },
                "encryption.on": { kind: "update", replace: false },
                engine: { kind: "update", replace: true },
            },
        );
    });

    it("replaces when an object around a fixed input comes or goes with it, and not without it", () => {
        assert.equal(changes({}, { encryption: { keyArn: "k" } })["encryption"]?.replace, true);
        assert.equal(changes({}, { encryption: { on: true } })["encryption"]?.replace, false);
    });

    it("replaces in the one direction that AWS does not take back", () => {
        assert.equal(changes({ version: "3.8" }, { version: "3.6" })["version"]?.replace, true);
        assert.equal(changes({ version: "3.6" }, { version: "3.8" })["version"]?.replace, false);
    });

    it("counts a value that is not known yet as a change", () => {
        assert.deepEqual(changes({ engine: "a" }, { engine: UNKNOWN }), { engine: { kind: "update", replace: true } });
    });

    it("leaves out what the program ignores", () => {
        assert.deepEqual(changes({ scaling: { desired: 1 } }, { scaling: { desired: 2 } }, ["scaling.desired"]), {});
    });
});
