import assert from "node:assert/strict";
import fc from "fast-check";
import { xoroshiro128plus } from "pure-rand";
import { zipf } from "./zipf";

const DRAWS = 200_000;

function uniform(seed: number): () => number {
    const generator = xoroshiro128plus(seed);
    return () => (generator.unsafeNext() >>> 0) / 2 ** 32;
}

describe("ranks by Zipf's law", () => {
    for (const skew of [0, 0.5, 1, 1.3])
        it(`come with the probability of the law at a skew of ${skew}`, () => {
            const count = 50;
            const draw = zipf(count, skew, uniform(7));
            const drawn = new Array<number>(count + 1).fill(0);
            for (let at = 0; at < DRAWS; at += 1) {
                const rank = draw();
                drawn[rank] = (drawn[rank] ?? 0) + 1;
            }
            const weights = Array.from({ length: count }, (_, at) => (at + 1) ** -skew);
            const all = weights.reduce((sum, weight) => sum + weight, 0);
            weights.forEach((weight, at) => {
                const expected = (DRAWS * weight) / all;
                // Five standard deviations: a fixed seed, so it holds always or never.
                assert.ok(Math.abs((drawn[at + 1] ?? 0) - expected) < 5 * Math.sqrt(expected), `rank ${at + 1}`);
            });
        });

    it("are whole numbers from 1 to the count, whatever the count, skew and seed", () => {
        fc.assert(
            fc.property(
                fc.integer({ min: 1, max: 10_000_000 }),
                fc.double({ min: 0, max: 4, noNaN: true }),
                fc.integer(),
                (count, skew, seed) => {
                    const draw = zipf(count, skew, uniform(seed));
                    for (let at = 0; at < 20; at += 1) {
                        const rank = draw();
                        assert.ok(Number.isInteger(rank) && rank >= 1 && rank <= count, `${rank} of ${count}`);
                    }
                },
            ),
        );
    });
});
