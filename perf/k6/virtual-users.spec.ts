import assert from "node:assert/strict";
import fc from "fast-check";
import { virtualUsers } from "./virtual-users";

describe("the number of virtual users", () => {
    it("is the rate times 0.2 s to begin with, and times a second at most", () => {
        assert.deepEqual(virtualUsers(10_000), { preAllocatedVUs: 2000, maxVUs: 10_000 });
        assert.deepEqual(virtualUsers(101), { preAllocatedVUs: 21, maxVUs: 101 });
    });

    it("is never below ten, however low the rate", () => {
        assert.deepEqual(virtualUsers(1), { preAllocatedVUs: 10, maxVUs: 10 });
    });

    it("grows with the rate, and k6 takes it: whole, and no more at first than at most", () => {
        fc.assert(
            fc.property(
                fc.double({ min: 0, max: 1e6, noNaN: true }),
                fc.double({ min: 0, max: 1e6, noNaN: true }),
                (one, more) => {
                    const [few, many] = [virtualUsers(one), virtualUsers(one + more)];
                    assert.ok(few.maxVUs <= many.maxVUs && few.preAllocatedVUs <= many.preAllocatedVUs);
                    assert.ok(few.preAllocatedVUs <= few.maxVUs && Number.isInteger(few.maxVUs));
                },
            ),
        );
    });
});
