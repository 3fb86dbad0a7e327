import assert from "node:assert/strict";
import { RateLimits } from "./rate-limits";

describe("a rate limit of the simulator", () => {
    it("slides: a request is allowed again a minute after the one that took its place, for each key apart", () => {
        const limits = new RateLimits();
        const allowed = ([key, now]: [string, number]) => limits.allows(key, 2, now);
        const requests: [string, number][] = [
            ["a", 0],
            ["a", 30_000],
            ["a", 59_999],
            ["b", 59_999],
            ["a", 60_000],
            ["a", 60_001],
            ["a", 90_000],
        ];
        assert.deepEqual(requests.map(allowed), [true, true, false, true, true, false, true]);
    });

    it("begins anew when it is changed", () => {
        const limits = new RateLimits();
        assert.deepEqual(
            [limits.allows("a", 1, 0), limits.allows("a", 1, 1), limits.allows("a", 3, 2)],
            [true, false, true],
        );
    });
});
