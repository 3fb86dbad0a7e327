import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { OfflineOptions } from "../../offline/prepare-run";
import { projectRoot } from "../../offline/project";
import { capturePulumi, type PulumiResult } from "../../offline/run-pulumi";

const PROGRAM = join(projectRoot, "test", "engine", "tiny");

describe("an offline run of the real engine", function () {
    // The first one may have to build the engine.
    this.timeout(15 * 60_000);
    const workDir = mkdtempSync(join(tmpdir(), "kaireon-offline-"));
    after(() => rmSync(workDir, { recursive: true }));

    const said: string[] = [];
    const options: OfflineOptions = {
        programDir: PROGRAM,
        workDir,
        plugins: [{ name: "tiny", version: "1.0.0", main: join(__dirname, "tiny", "provider.js") }],
        say: (line) => void said.push(line),
    };
    const pulumi = (...args: readonly string[]): Promise<PulumiResult> => capturePulumi(args, options);

    it("previews a program with its stand-in provider and the committed stack file", async () => {
        const { exitCode, stdout, stderr } = await pulumi("preview", "--json");
        assert.equal(exitCode, 0, stderr);
        const { changeSummary, steps } = JSON.parse(stdout);
        assert.deepEqual(changeSummary, { create: 2 });
        assert.deepEqual(steps[1].newState.inputs, { label: "from the stack file" });
    });

    it("deploys, finds nothing to change the second time, and updates what --config changes for one run", async () => {
        const preview = async (...args: readonly string[]) => {
            const { stdout } = await pulumi("preview", "--json", ...args);
            return JSON.parse(stdout).changeSummary;
        };
        assert.equal((await pulumi("up", "--yes", "--skip-preview")).exitCode, 0);
        assert.equal((await pulumi("stack", "output", "label")).stdout, "from the stack file\n");
        assert.deepEqual(await preview("--config", "tiny:label=another"), { same: 1, update: 1 });
        assert.deepEqual(await preview(), { same: 2 });
        const committed = readFileSync(join(PROGRAM, "Pulumi.large.yaml"), "utf8");
        assert.equal(committed, "config:\n    tiny:label: from the stack file\n");
    });

    it("runs policy packs, and passes on the failure that a mandatory one causes", async () => {
        const pack = ["--policy-pack", join(PROGRAM, "pack")];
        const { exitCode, stdout } = await pulumi("preview", ...pack, "--config", "tiny:label=");
        assert.notEqual(exitCode, 0);
        assert.match(stdout, /\[mandatory\] {2}thing-require-label {2}\(tiny:index:Thing: thing\)/);
        assert.match(stdout, /label is empty; give the thing one\./);
    });

    it("passes on a program's refusal, with its message and nothing around it", async () => {
        const { exitCode, stdout } = await pulumi("preview", "--config", "tiny:refuse=true");
        assert.notEqual(exitCode, 0);
        assert.match(stdout, /error: tiny:refuse is true; this program refuses\. Set tiny:refuse to false\./);
        assert.doesNotMatch(stdout, /unhandled|exit code|\n\s+at /);
    }).timeout(15_000); // Without stacks/stack-traces.js it is 20 s on the Node versions named there.

    it("shows where in the sources a program broke", async () => {
        const { exitCode, stdout } = await pulumi("preview", "--config", "tiny:crash=true");
        assert.notEqual(exitCode, 0);
        assert.match(stdout, /a mistake in the program\n\s+at .*program\.ts:\d+:\d+/);
    }).timeout(15_000);

    it("takes back what a command does to the committed stack files", async () => {
        const { exitCode } = await pulumi("stack", "init", "extra", "--no-select");
        assert.equal(exitCode, 0);
        assert.deepEqual(said, ["offline: took back what the command did to Pulumi.extra.yaml."]);
        assert.deepEqual(
            readdirSync(PROGRAM).filter((name) => name.startsWith("Pulumi.")),
            ["Pulumi.large.yaml", "Pulumi.yaml"],
        );
    });
});
