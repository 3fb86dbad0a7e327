import assert from "node:assert/strict";
import { unknownCheckingProxy } from "@pulumi/policy";
import * as sdk from "@pulumi/policy/proxy";
import { isUnknown, UNKNOWNS, withoutProxy } from "./unknown";

describe("unknown values", () => {
    it("are those of the SDK", () => {
        const own = Object.entries(UNKNOWNS).map(([type, value]) => [`unknown${type}value`, value]);
        const theirs = Object.entries(sdk)
            .filter(([name]) => /^unknown.*Value$/.test(name))
            .map(([name, value]) => [name.toLowerCase(), value]);
        assert.deepEqual(own.sort(), theirs.sort());
    });

    it("are seen in text that they are part of", () => {
        assert.equal(isUnknown(`{"a":"${UNKNOWNS.string}"}`), true);
        assert.equal(isUnknown("04da6b54"), false);
        assert.equal(isUnknown(4), false);
    });

    it("can be looked at behind the SDK's proxy, which throws at the first", () => {
        const props = { known: { deep: 1 }, unknown: UNKNOWNS.number };
        const proxy = unknownCheckingProxy(props);
        assert.throws(() => proxy.unknown, /can't be known during preview/);
        assert.equal(withoutProxy(proxy), props);
        assert.equal(withoutProxy(props), props);
        assert.equal(withoutProxy("text"), "text");
    });
});
