import assert from "node:assert/strict";
import { arrangements, permutationP } from "./permutation";

describe("a permutation test over runs", () => {
    it("counts the ways to deal the runs anew", () => {
        assert.deepEqual(
            [arrangements(1, 1), arrangements(2, 2), arrangements(3, 3), arrangements(1, 19), arrangements(10, 10)],
            [2, 6, 20, 20, 184_756],
        );
    });

    it("gives the share of arrangements that are as bad, exactly", () => {
        assert.equal(permutationP([1, 2, 3], [4, 5, 6]), 1 / 20);
        assert.equal(permutationP([4, 5, 6], [1, 2, 3]), 1);
        assert.equal(permutationP([1, 2], [3]), 1 / 3);
        // 1.3 with two of 1.2 in three ways, and three of 1.2: as much as was seen.
        assert.equal(permutationP([1, 1.3, 1], [1.2, 1.2, 1.2]), 4 / 20);
        assert.equal(permutationP([5, 5, 5], [5, 5, 5]), 1);
    });

    it("samples arrangements when they are many, and finds the same for the same runs", () => {
        const low = Array.from({ length: 10 }, (_, index) => 100 + index);
        const high = low.map((value) => value + 50);
        assert.equal(permutationP(low, high), 0);
        const same = permutationP(low, [...low].reverse());
        assert.ok(same > 0.4 && same < 0.65, String(same));
        assert.equal(permutationP(low, [...low].reverse()), same);
    });
});
