import assert from "node:assert/strict";
import fc from "fast-check";
import { interactionRows } from "./interaction-rows";

describe("interactionRows", () => {
    it("adds up a day, a year and a month of requests at the target rate", () => {
        assert.deepEqual(interactionRows(500), {
            rowsPerSecond: 1000,
            gbPerDay: 173,
            tbPerYear: 64,
            millionIosPerMonth: 5184,
        });
    });

    it("grows with the rate", () => {
        fc.assert(
            fc.property(fc.integer({ min: 1, max: 50_000 }), (rate) => {
                const [less, more] = [interactionRows(rate), interactionRows(rate + 1)];
                assert.ok(more.gbPerDay >= less.gbPerDay && more.millionIosPerMonth > less.millionIosPerMonth);
            }),
        );
    });
});
