import assert from "node:assert/strict";
import type { Second } from "../results/result";
import { isBroken } from "./until-broken";

function seconds(count: number, change: Partial<Second>): Second[] {
    const one = { scheduled: 1000, sent: 1000, answered: 1000, errors: 0, p50Ms: 20, p99Ms: 120 };
    return Array.from({ length: count }, (_, at) => ({ at, ...one, ...change }));
}

describe("a scenario that ends when the SLO breaks", () => {
    it("ends after ten slow seconds in a row, and not after nine", () => {
        assert.equal(isBroken(seconds(30, {})), false);
        assert.equal(isBroken(seconds(9, { p99Ms: 200 })), false);
        assert.equal(isBroken([...seconds(20, {}), ...seconds(10, { p99Ms: 200 })]), true);
        assert.equal(isBroken([...seconds(10, { p99Ms: 900 }), ...seconds(1, {})]), false);
    });

    it("ends when one in a thousand of the last ten seconds failed", () => {
        assert.equal(isBroken([...seconds(10, {}), ...seconds(1, { errors: 9 })]), false);
        assert.equal(isBroken([...seconds(10, {}), ...seconds(1, { errors: 10 })]), true);
        assert.equal(isBroken([...seconds(1, { errors: 1000 }), ...seconds(10, {})]), false);
    });

    it("does not end where nothing was sent", () => {
        assert.equal(isBroken(seconds(10, { sent: 0, scheduled: 0, answered: 0, p99Ms: 0, p50Ms: 0 })), false);
    });
});
