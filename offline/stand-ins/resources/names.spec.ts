import assert from "node:assert/strict";
import type { PropertyMap } from "../protocol/values";
import { withAutoName } from "./names";
import type { AutoName } from "./row";

function named(rule: AutoName, inputs: PropertyMap = {}, oldInputs: PropertyMap = {}, seed = "seed") {
    return withAutoName(rule, { name: "Orders", inputs, oldInputs, seed: Buffer.from(seed) });
}

describe("auto-naming", () => {
    it("appends seven hexadecimal digits to the logical name", () => {
        assert.match(String(named({}).inputs["name"]), /^Orders-[0-9a-f]{7}$/);
        assert.deepEqual(named({}).inputs["__defaults"], ["name"]);
    });

    it("fills the property that the type is named by, in its form", () => {
        const rule = { property: "bucket", lowerCase: true, prefix: "alias/" };
        assert.match(String(named(rule).inputs["bucket"]), /^alias\/orders-[0-9a-f]{7}$/);
    });

    it("leaves a name or a prefix that the program gives", () => {
        assert.deepEqual(named({}, { name: "mine" }).inputs, { name: "mine" });
        assert.deepEqual(named({}, { namePrefix: "mine-" }).inputs, { namePrefix: "mine-" });
    });

    it("keeps its own name while the resource lives and makes another for a replacement", () => {
        const first = named({}).inputs;
        assert.equal(named({}, {}, first, "other").inputs["name"], first["name"]);
        assert.notEqual(named({}, {}, {}, "other").inputs["name"], first["name"]);
    });

    it("does not keep a name that the program once gave", () => {
        assert.match(String(named({}, {}, { name: "mine" }).inputs["name"]), /^Orders-[0-9a-f]{7}$/);
    });

    it("refuses a logical name that leaves no room for the digits", () => {
        assert.deepEqual(named({ maxLength: 10 }).problem, {
            property: "name",
            problem:
                "name 'Orders-' plus 7 random chars is longer than maximum length 10. Shorten the logical name or set name.",
        });
    });
});
