import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCommand } from "./run-command.fixture";
import { addUnderFailure } from "./under-failure";

describe("npm run perf -- under-failure", () => {
    const folder = mkdtempSync(join(tmpdir(), "kaireon-under-failure-"));
    const outputs = join(folder, "outputs.json");
    before(() => {
        const databaseWriterEndpoint = "kaireon-large-postgres.cluster-c1a2b3.eu-west-1.rds.amazonaws.com";
        writeFileSync(outputs, JSON.stringify({ databaseWriterEndpoint }));
    });
    after(() => rmSync(folder, { recursive: true }));

    /** @returns what it printed, and the lines of the problem that it ended with */
    const run = async (...args: readonly string[]) => {
        const { printed, problem } = await runCommand(addUnderFailure, ["under-failure", ...args]);
        return { printed, problems: problem instanceof Error ? problem.message.split("\n") : [] };
    };

    it("shows an event's command with what the outputs and the operator fill in, and sends nothing", async () => {
        const rotation = await run("--event", "password-rotation", "--outputs", outputs, "--show");
        assert.deepEqual(rotation.problems, []);
        assert.match(
            rotation.printed,
            /\n {2}aws rds modify-db-cluster --db-cluster-identifier kaireon-large-postgres --rotate-master-user-password --apply-immediately\n/,
        );
        const drain = await run(
            "--event",
            "node-drain",
            "--set",
            "node=ip-10-0-0-1",
            "--recovery-target",
            "60",
            "--show",
        );
        assert.match(drain.printed, /\n {2}kubectl drain ip-10-0-0-1 (.|\n)*Recovery target: 60 s \(as given\)\./);
    });

    it("executes nothing that is open, and refuses all that does not fit at once", async () => {
        const { problems } = await run(
            "--event",
            "redis-failover",
            "--execute",
            "--set",
            "node=x",
            "--trigger-at",
            "4",
        );
        assert.deepEqual(
            problems.map((line) => line.replace(/^under-failure: /, "").replace(/\. .*/, "")),
            [
                "--execute and --trigger-at exclude each other",
                "<replication-group> is open",
                "the command of redis-failover has no <node>",
            ],
        );
    });

    it("wants a target to recover in of a custom event, and has no command for it", async () =>
        assert.deepEqual((await run("--event", "custom", "--execute")).problems, [
            "under-failure: a custom event has no recovery target. Give --recovery-target.",
            "under-failure: a custom event has no command to execute. Leave --execute out.",
        ]));

    it("refuses options that are none, and sends nothing without a target", async () => {
        for (const args of [
            ["--event", "flood"],
            ["--event", "custom", "--rps", "0"],
            ["--event", "custom", "--set", "x"],
        ])
            assert.match((await run(...args)).problems.join(), /argument '.+' is invalid/, args.join(" "));
        assert.match((await run("--event", "node-drain")).problems.join(), /--target is missing/);
    });
});
