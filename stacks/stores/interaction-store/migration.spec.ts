import assert from "node:assert/strict";
import { type Change, loadChanged, refusalOf } from "../../config/changed-stack.fixture";
import { switchProblem } from "./migration";

const stores = (change: Change) =>
    loadChanged(change)
        .stores.filter(({ selector }) => selector === "interactionStore")
        .map(({ block, kept = false }) => `${block}${kept ? ", kept" : ""}`);
const SWITCHED: Change = { "values.interactionStore.backend": "cassandra" };

describe("a migration of the interactions", () => {
    it("keeps the old store beside the new one, first, so that the new one's selector wins", () => {
        assert.deepEqual(stores({ ...SWITCHED, "migration.from": "dynamodb" }), ["dynamodb, kept", "keyspaces"]);
        assert.deepEqual(stores({ "migration.from": "pg" }), ["postgresInteractions, kept", "dynamodb"]);
        assert.deepEqual(stores({}), ["dynamodb"]);
    });

    it("says nothing of what a store that is on its way out could do better", () => {
        assert.deepEqual(loadChanged({ "migration.from": "pg" }).warnings, []);
    });

    it("asks of the kept store what it asks of a selected one", () => {
        const [first] = refusalOf({ "migration.from": "scylla" });
        assert.equal(
            first,
            "scylla.contactPoints is missing; this program builds no Scylla. Set it in kaireon:values to hosts of some of its nodes, with commas between.",
        );
    });

    const refused: readonly [string, Change, string][] = [
        [
            "from the store that is written now",
            { "migration.from": "dynamodb" },
            "kaireon:migration.from is dynamodb; interactions are written there now, so there is nothing to migrate. Remove it, or change interactionStore.backend.",
        ],
        [
            "from a store that the product does not have",
            { "migration.from": "mongodb" },
            "kaireon:migration.from is mongodb; it must be pg, dynamodb, cassandra or scylla. Correct kaireon:migration.from.",
        ],
    ];
    for (const [what, change, message] of refused) {
        it(`is refused ${what}`, () => assert.deepEqual(refusalOf(change), [message]));
    }
});

describe("a switch of the interaction store", () => {
    it("is refused when it would drop the store that the last update wrote to", () => {
        const dropped =
            "interactionStore.backend is cassandra; interactions went to dynamodb until now, and this update would drop that store or the " +
            "pods' way to it. Set kaireon:migration.from to dynamodb, and remove it in a later update, when cassandra has all that you need.";
        assert.equal(switchProblem("dynamodb", "cassandra", {}), dropped);
        assert.equal(switchProblem("dynamodb", "cassandra", { from: "pg" }), dropped);
    });

    it("is allowed while the old store is kept, and the old one may go in the next update", () => {
        assert.equal(switchProblem("dynamodb", "cassandra", { from: "dynamodb" }), undefined);
        assert.equal(switchProblem("cassandra", "cassandra", {}), undefined);
    });

    it("is allowed in a stack's first update, and away from PostgreSQL, which stays", () => {
        assert.equal(switchProblem(undefined, "cassandra", {}), undefined);
        assert.equal(switchProblem("pg", "dynamodb", {}), undefined);
    });
});
