import assert from "node:assert/strict";
import { type PropertyMap, secret, UNKNOWN } from "../protocol/values";
import { checkInputs } from "./check-inputs";

const TABLE = { types: { "x.Scaling": { maxSize: "number", "minSize?": "number" } } };
const DECLARED = {
    name: "string",
    "size?": "number",
    "scaling?": "x.Scaling",
    "rules?": "[x.Scaling]",
    "tags?": "{string}",
    "who?": "string|{string}",
};

function reasons(inputs: PropertyMap): string[] {
    const subject = { speaker: "stand-in for x", type: "x:y:Z" };
    return checkInputs(TABLE, DECLARED, inputs, subject).map(({ reason }) => reason);
}

describe("checking inputs", () => {
    it("passes what the SDK declares, secret or unknown", () => {
        const inputs = { name: secret("a"), size: UNKNOWN, scaling: { maxSize: 3 }, tags: { a: "b" }, who: "me" };
        assert.deepEqual(reasons(inputs), []);
    });

    it("passes the record of defaults and what is null", () => {
        assert.deepEqual(reasons({ name: "a", __defaults: ["name"], other: null }), []);
    });

    it("refuses an unknown property and names the near one", () => {
        assert.deepEqual(reasons({ name: "a", sise: 3 }), [
            "stand-in for x: x:y:Z: it has no property sise. Did you mean size?",
        ]);
        assert.deepEqual(reasons({ name: "a", completelyOther: 3 }), [
            "stand-in for x: x:y:Z: it has no property completelyOther. Remove it.",
        ]);
    });

    it("refuses a missing property, nested ones too", () => {
        assert.deepEqual(reasons({ scaling: { minSize: 1 } }), [
            "stand-in for x: x:y:Z: it needs scaling.maxSize. Set it.",
            "stand-in for x: x:y:Z: it needs name. Set it.",
        ]);
    });

    it("refuses an unknown nested property by its path", () => {
        assert.deepEqual(reasons({ name: "a", rules: [{ maxSize: 1 }, { maxSize: 1, colour: "red" }] }), [
            "stand-in for x: x:y:Z: it has no property rules[1].colour. Remove it.",
        ]);
    });

    it("refuses a value of another kind", () => {
        assert.deepEqual(reasons({ name: ["a"], tags: "b" }), [
            "stand-in for x: x:y:Z: name is a list; it must be a string. Correct it.",
            "stand-in for x: x:y:Z: tags is a string; it must be an object. Correct it.",
        ]);
    });
});
