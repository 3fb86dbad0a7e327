import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readBaseGraph } from "../../report/base-graph";
import { comment } from "../../report/comment";
import { readEventLog } from "../../report/event-log";
import { minutesText } from "../../report/minutes";
import { type Report, reportOf } from "../../report/report";
import { goldenFile } from "../golden/preview-graph";
import { type Settings, StackRun } from "./stack-run";

function changed({ changes }: Report): readonly string[] {
    return changes.map(({ operation, name, properties }) =>
        [operation, name, ...properties.map(({ path }) => path)].join(" "),
    );
}

function inUse({ dangers }: Report): readonly string[] {
    return dangers.map(({ change, effect, minutes }) => `${change.name}: ${effect}, ${minutesText(minutes)}`);
}

describe("the report on changes of large, from the engine's event log", function () {
    // The first run may have to build the engine.
    this.timeout(15 * 60_000);
    const stack = new StackRun();
    const folder = mkdtempSync(join(tmpdir(), "kaireon-large-report-"));
    after(() => {
        stack.remove();
        rmSync(folder, { recursive: true });
    });

    const log = async (settings: Settings) => {
        const file = join(folder, "events.jsonl");
        await stack.run(["preview", "--event-log", file], settings);
        return readEventLog(readFileSync(file, "utf8"), file);
    };
    const report = async (settings: Settings) => reportOf(await log(settings));

    it("compares with the golden graph before anything is deployed, and sees one reader more and nothing else", async () => {
        const golden = goldenFile("large");
        const base = readBaseGraph(readFileSync(golden, "utf8"), golden);
        assert.deepEqual(changed(reportOf(await log({ values: { postgresExternalReplicas: 3 } }), base)), [
            "update kaireon values.postgresExternalReplicas",
            "create postgres-3",
        ]);
    });

    it("finds nothing to change in what has just been deployed", async () => {
        const { exitCode, stdout } = await stack.up();
        assert.equal(exitCode, 0, stdout);
        const found = await report({});
        assert.deepEqual(changed(found), []);
        assert.ok(found.unchanged > 200);
    });

    it("shows a higher maximum of the api by path, with the nodes that it needs, and nothing in use disturbed", async () => {
        const found = await report({ values: { api: { autoscaling: { maxReplicas: 80 } } } });
        assert.deepEqual(changed(found), [
            "update kaireon checksum values.api.autoscaling.maxReplicas",
            "update nodes-api-eu-west-1a scalingConfig.maxSize",
            "update nodes-api-eu-west-1b scalingConfig.maxSize",
            "update nodes-api-eu-west-1c scalingConfig.maxSize",
        ]);
        assert.deepEqual(inUse(found), []);
        assert.match(comment(found), / {2}- `values\.api\.autoscaling\.maxReplicas` `50` → `80`\n/);
    });

    it("puts larger nodes of Redis, brokers and search first, with their minutes", async () => {
        const found = await report({
            redis: { nodeType: "cache.r7g.2xlarge" },
            search: { dataInstanceType: "r7g.xlarge.search" },
            kafka: { brokerInstanceType: "kafka.m7g.xlarge" },
        });
        assert.deepEqual(inUse(found), [
            "search: blue/green deployment, 45 (15 to 180)",
            "kafka: restart, 40 (30 to 45)",
            "redis: rolling replacement, 15* (8 to 40)",
        ]);
    });

    it("says that a protected database would be replaced, with what follows from it, and what the engine says", async () => {
        const found = await report({ postgres: { databaseName: "other" } });
        assert.equal(found.failed, true);
        assert.match(found.errors.map(({ message }) => message).join(), /unable to replace resource .*::postgres"/);
        assert.deepEqual(
            found.dangers.map(({ change, effect, properties }) => [
                effect,
                change.name,
                ...properties.map(({ path }) => path),
            ]),
            [
                ["replaced", "postgres", "databaseName"],
                ["replaced", "postgres-0", "clusterIdentifier"],
                ["replaced", "postgres-1", "clusterIdentifier"],
                ["replaced", "postgres-2", "clusterIdentifier"],
            ],
        );
        assert.match(found.dangers[0]?.because ?? "", /the database; .*; it is protected, so Pulumi refuses$/);
        assert.match(
            comment(found),
            /^### ⛔ large: the preview fails; replaced: `postgres`, `postgres-0` and 2 more$/m,
        );
    });
});
