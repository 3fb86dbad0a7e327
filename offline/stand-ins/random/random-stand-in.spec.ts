import assert from "node:assert/strict";
import type { PropertyMap } from "../protocol/values";
import { RandomStandIn } from "./random-stand-in";

function result(name: string, inputs: PropertyMap): string {
    const type = "random:index/randomPassword:RandomPassword";
    const request = { urn: `urn:pulumi:s::p::${type}::${name}`, type, name, inputs, preview: false, timeoutSeconds: 0 };
    return String(new RandomStandIn("4.21.2").create(request).state["result"]);
}

describe("the stand-in for random", () => {
    it("gives passwords of the length and alphabet that are asked for", () => {
        assert.match(result("a", { length: 64, special: false }), /^[A-Za-z0-9]{64}$/);
        assert.match(result("a", { length: 40, upper: false, lower: false, special: false }), /^[0-9]{40}$/);
        assert.match(
            result("a", { length: 32, special: true, overrideSpecial: "_", minSpecial: 4 }),
            /^(?=(.*_){4})\w{32}$/,
        );
    });

    it("gives one resource the same value every time, and another one another", () => {
        assert.equal(result("a", { length: 32 }), result("a", { length: 32 }));
        assert.notEqual(result("a", { length: 32 }), result("b", { length: 32 }));
    });
});
