import assert from "node:assert/strict";
import { label } from "../golden/graph";
import { type Settings, StackRun } from "./stack-run";

const TABLE = "aws:dynamodb/table:Table interactions";
const KEYSPACE = "aws:keyspaces/keyspace:Keyspace keyspaces";
/** At the end the old store is deleted; a protected one is refused to be, whatever the values say. */
const UNPROTECTED: Settings = { protect: false };
const switched = (settings: Settings = {}): Settings => ({
    ...UNPROTECTED,
    values: { interactionStore: { backend: "cassandra" } },
    ...settings,
});

describe("a migration of the interactions on the real engine", function () {
    // The first run may have to build the engine.
    this.timeout(15 * 60_000);
    const stack = new StackRun();
    after(() => stack.remove());
    const labels = async () => (await stack.state()).map(({ urn }) => label(urn));
    const output = async () => {
        const { stdout } = await stack.run(["stack", "output", "--json"]);
        const { interactionStore, interactionStoreBefore } = JSON.parse(stdout);
        return [interactionStore, interactionStoreBefore];
    };

    it("begins with a stack that says where its interactions go", async () => {
        const first = await stack.up(UNPROTECTED);
        assert.equal(first.exitCode, 0, first.stdout);
        assert.deepEqual(await output(), ["dynamodb", "dynamodb"]);
        const second = await stack.up(UNPROTECTED, "--expect-no-changes");
        assert.equal(second.exitCode, 0, second.stdout);
    });

    it("is refused when the switch would drop the old store, before anything changes", async () => {
        const { exitCode, stdout } = await stack.up(switched());
        assert.notEqual(exitCode, 0);
        assert.match(
            stdout,
            /interactionStore\.backend is cassandra; interactions went to dynamodb until now, and this update would drop that store/,
        );
        assert.match(stdout, /Set kaireon:migration\.from to dynamodb/);
        assert.ok((await labels()).includes(TABLE));
    });

    it("switches with both stores in the pods' reach, and deletes nothing", async () => {
        const changes = await stack.changes(switched({ migration: { from: "dynamodb" } }));
        assert.deepEqual(
            changes.filter(({ what }) => /^delete|^replace/.test(what)),
            [],
        );
        const { exitCode, stdout } = await stack.up(switched({ migration: { from: "dynamodb" } }));
        assert.equal(exitCode, 0, stdout);
        const now = await labels();
        assert.ok(now.includes(TABLE) && now.includes(KEYSPACE));
        const release = (await stack.state()).find(({ urn }) => label(urn) === "kubernetes:helm.sh/v3:Release kaireon");
        const values = Object(release?.inputs?.["values"]);
        assert.deepEqual(
            [values.config.INTERACTION_STORE, values.dynamodb.enabled, values.keyspaces.enabled],
            ["cassandra", true, true],
        );
        assert.deepEqual(await output(), ["cassandra", "dynamodb"]);
    });

    it("changes nothing with a second update", async () => {
        const { exitCode, stdout } = await stack.up(
            switched({ migration: { from: "dynamodb" } }),
            "--expect-no-changes",
        );
        assert.equal(exitCode, 0, stdout);
        assert.deepEqual(await output(), ["cassandra", "cassandra"]);
    });

    it("ends with an update that drops the old store and nothing else", async () => {
        const deleted = (await stack.changes(switched()))
            .map(({ what }) => what)
            .filter((what) => what.startsWith("delete "));
        assert.ok(deleted.includes(`delete ${TABLE}`), deleted.join("\n"));
        assert.deepEqual(
            deleted.filter((what) => !/ interactions($|-)/.test(what)),
            [],
        );
        const { exitCode, stdout } = await stack.up(switched());
        assert.equal(exitCode, 0, stdout);
        assert.ok(!(await labels()).includes(TABLE));
    });
});
