import assert from "node:assert/strict";
import fc from "fast-check";
import { capacityRange, interactionCapacity } from "./table-capacity";

describe("capacityRange", () => {
    it("keeps a fifth of the target rate at night and reaches it at 70 % of the capacity", () => {
        assert.deepEqual(capacityRange(10_000), { min: 2000, max: 14_286 });
        assert.deepEqual(capacityRange(1), { min: 1, max: 2 });
    });

    it("always takes the rate, never starts above its end and never is below AWS's least of one unit", () => {
        fc.assert(
            fc.property(fc.integer({ min: 0, max: 1_000_000 }), (rate) => {
                const { min, max } = capacityRange(rate);
                assert.ok(min >= 1 && min <= max && max >= rate);
            }),
        );
    });
});

describe("interactionCapacity", () => {
    it("counts two writes and a read for each decision", () => {
        assert.deepEqual(interactionCapacity(5000), {
            read: { min: 1000, max: 7143 },
            write: { min: 2000, max: 14_286 },
        });
    });
});
