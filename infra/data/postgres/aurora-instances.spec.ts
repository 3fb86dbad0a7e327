import assert from "node:assert/strict";
import fc from "fast-check";
import { auroraMembers } from "./aurora-instances";

describe("the instances of a cluster", () => {
    it("lie in the zones in turn, and the first two take over from each other", () => {
        assert.deepEqual(
            auroraMembers(3, ["a", "b", "c"]).map(({ ordinal, zone, promotionTier }) => [ordinal, zone, promotionTier]),
            [
                [0, "a", 0],
                [1, "b", 1],
                [2, "c", 2],
                [3, "a", 2],
            ],
        );
    });

    it("stay what they are when a reader is added", () => {
        fc.assert(
            fc.property(fc.integer({ min: 0, max: 14 }), (readers) => {
                const zones = ["a", "b", "c"];
                assert.deepEqual(auroraMembers(readers + 1, zones).slice(0, -1), auroraMembers(readers, zones));
            }),
        );
    });
});
