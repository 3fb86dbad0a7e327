import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "../../offline/project";
import { capturePulumi, type PulumiResult } from "../../offline/run-pulumi";

const PROGRAM = join(projectRoot, "test", "policy", "foreign");
const PACK = join(projectRoot, "policy");

describe("the pack in the real engine, over a program that is not this project's", function () {
    // The first run may have to build the engine.
    this.timeout(15 * 60_000);
    const workDir = mkdtempSync(join(tmpdir(), "kaireon-pack-"));
    after(() => rmSync(workDir, { recursive: true }));

    const preview = (config: Readonly<Record<string, unknown>>, ...args: readonly string[]): Promise<PulumiResult> =>
        previewWith(PACK, config, args);
    const previewWith = (folder: string, config: unknown, args: readonly string[] = []): Promise<PulumiResult> => {
        const file = join(workDir, "policy-config.json");
        writeFileSync(file, JSON.stringify(config));
        const pack = ["--policy-pack", folder, "--policy-pack-config", file];
        return capturePulumi(["preview", "--color", "never", ...pack, ...args], { programDir: PROGRAM, workDir });
    };
    const only = (...ids: readonly string[]) => ({
        all: "disabled",
        ...Object.fromEntries(ids.map((id) => [id, "mandatory"])),
    });

    it("fails the preview with the policy, the resource and the message", async () => {
        const { exitCode, stdout } = await preview(
            only("aurora-readers-match-overlay", "pod-disruption-budgets-leave-room", "rds-cluster-require-encryption"),
        );
        assert.notEqual(exitCode, 0);
        assert.match(
            stdout,
            /\[mandatory\] \[severity: medium\] +aurora-readers-match-overlay +\(kubernetes:helm\.sh\/v3:Release: offers\)/,
        );
        assert.match(
            stdout,
            /values\.postgresExternalReplicas is 2, but db \(aws:rds\/cluster:Cluster\) has 1 \(2 instances/,
        );
        assert.match(stdout, /values\.outboxPublisher\.podDisruptionBudget\.minAvailable is 2 and/);
        assert.match(
            stdout,
            /\[mandatory\] \[severity: medium\] +rds-cluster-require-encryption +\(aws:rds:Cluster: db\)/,
        );
        assert.match(stdout, /db \(aws:rds\/cluster:Cluster\): storageEncrypted is false; it must be true\./);
    });

    it("reports at the level of the pack's config", async () => {
        const { exitCode, stdout } = await preview({ all: "disabled", "rds-cluster-require-encryption": "advisory" });
        assert.equal(exitCode, 0, stdout);
        assert.match(stdout, /\[advisory\] \[severity: medium\] +rds-cluster-require-encryption/);
        assert.doesNotMatch(stdout, /aurora-readers-match-overlay/);
    });

    it("says by name, as advice, what a preview cannot tell", async () => {
        const { exitCode, stdout } = await preview(
            only("aurora-readers-match-overlay"),
            "--config",
            "shop:unknown=true",
        );
        assert.equal(exitCode, 0, stdout);
        assert.match(stdout, /\[advisory\] \[severity: medium\] +aurora-readers-match-overlay/);
        assert.match(
            stdout,
            /not checked: offers \(.*\): values\.postgresExternalReplicas is not known before the update\./,
        );
    });

    it("runs from the folder that is published, without this project's sources", async () => {
        execFileSync(process.execPath, [join(projectRoot, "build", "policy-pack.js")]);
        const published = join(projectRoot, "dist", "policy-pack");
        const { exitCode, stdout } = await previewWith(published, only("aurora-readers-match-overlay"));
        assert.notEqual(exitCode, 0);
        assert.match(stdout, /kaireon@v0\.1\.0 \(local: .*policy-pack\)/);
        assert.match(stdout, / has 1 \(2 instances/);
    });

    it("refuses a setting that there is not, by name", async () => {
        const config = { ...only(), "aurora-readers-match-overlay": { enforcementLevel: "mandatory", readers: 2 } };
        const { exitCode, stdout, stderr } = await preview(config);
        assert.notEqual(exitCode, 0);
        assert.match(stdout + stderr, /config: aurora-readers-match-overlay has no setting readers; it has none\./);
    });
});
