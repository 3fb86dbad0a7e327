import assert from "node:assert/strict";
import fc from "fast-check";
import { virtualUsers } from "./virtual-users";

const DECISIONS = { recommend: 1 };

describe("the number of virtual users", () => {
    it("is the rate times 0.2 s to begin with, and times a second at most, for decisions", () => {
        assert.deepEqual(virtualUsers(10_000, DECISIONS), { preAllocatedVUs: 2000, maxVUs: 10_000 });
        assert.deepEqual(virtualUsers(101, DECISIONS), { preAllocatedVUs: 21, maxVUs: 101 });
        assert.deepEqual(virtualUsers(500, { recommend: 0.2, respond: 0.8 }), { preAllocatedVUs: 100, maxVUs: 500 });
    });

    it("is more where bulk requests are among them, which take longer", () => {
        assert.deepEqual(virtualUsers(20, { recommend: 0.5, "respond-bulk": 0.5 }), {
            preAllocatedVUs: 12,
            maxVUs: 40,
        });
    });

    it("is never below ten, however low the rate", () => {
        assert.deepEqual(virtualUsers(1, DECISIONS), { preAllocatedVUs: 10, maxVUs: 10 });
    });

    it("grows with the rate, and k6 takes it: whole, and no more at first than at most", () => {
        const rate = fc.double({ min: 0, max: 1e6, noNaN: true });
        fc.assert(
            fc.property(rate, rate, (one, more) => {
                const [few, many] = [virtualUsers(one, DECISIONS), virtualUsers(one + more, DECISIONS)];
                assert.ok(few.maxVUs <= many.maxVUs && few.preAllocatedVUs <= many.preAllocatedVUs);
                assert.ok(few.preAllocatedVUs <= few.maxVUs && Number.isInteger(few.maxVUs));
            }),
        );
    });
});
