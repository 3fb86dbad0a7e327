import assert from "node:assert/strict";
import { type Change, loadChanged, refusalOf } from "../../config/changed-stack.fixture";
import { builtBackend, NOTHING } from "../built-backend.fixture";

const PG: Change = { "values.interactionStore.backend": "pg" };
const warnings = (more: Change) => loadChanged({ ...PG, ...more }).warnings;

describe("interactions in PostgreSQL", () => {
    it("build nothing and select themselves outright", async () =>
        assert.deepEqual(await builtBackend("interactionStore", PG), {
            ...NOTHING,
            block: "postgresInteractions",
            values: { config: { INTERACTION_STORE: "pg" } },
        }));

    it("come with what they store and ask of Aurora, above the rate that the vendor advises", () => {
        assert.deepEqual(warnings({}), [
            "kaireon:target.decisionsPerSecond is 5000; it writes 10000 interactions a second to PostgreSQL, and the vendor advises " +
                "another store above 1000. Around the clock they are up to 1728 GB a day, 631 TB a year and 51840 million I/O requests " +
                "a month. Set interactionStore.backend to dynamodb; as long as they stay, take Aurora's I/O-optimised storage " +
                "(kaireon:postgres.storage).",
        ]);
        assert.deepEqual(warnings({ "target.decisionsPerSecond": 500 }), []);
    });

    it("come with a warning above the number of customers that the vendor advises", () => {
        const of = (activeCustomers: number) =>
            warnings({ "target.decisionsPerSecond": 500, "target.activeCustomers": activeCustomers });
        assert.deepEqual(of(500_000), []);
        assert.deepEqual(of(500_001), [
            "kaireon:target.activeCustomers is 500001; the vendor advises another store than PostgreSQL above 500000. Set interactionStore.backend to dynamodb.",
        ]);
        assert.deepEqual(refusalOf({ "target.activeCustomers": 0 }), [
            "kaireon:target.activeCustomers is 0; it must be 1 or more. Raise kaireon:target.activeCustomers.",
        ]);
    });
});
