import assert from "node:assert/strict";
import { highestRate } from "./highest-rate";

describe("the search for the highest rate", () => {
    it("finds it within a fifth, from below", async () => {
        for (const most of [1000, 1990, 5000, 11_300, 40_000]) {
            const found = await highestRate(async (rate) => rate <= most);
            assert.ok(found <= most && found > most * 0.8, `${found} of ${most}`);
        }
    });

    it("is not misled by one failure", async () => {
        const failed = new Set<number>();
        const found = await highestRate(async (rate) => {
            if (failed.has(rate)) return rate <= 5000;
            failed.add(rate);
            return false;
        });
        assert.ok(found > 4000 && found <= 5000, `${found}`);
    });

    it("is nothing where even the first fails, and ends where nothing does", async () => {
        assert.equal(await highestRate(async () => false), 0);
        assert.equal(await highestRate(async () => true), 128_000);
    });
});
