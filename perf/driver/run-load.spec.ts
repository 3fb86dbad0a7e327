import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Result } from "../results/result";
import { listResults, readResult } from "../results/store";
import { type Simulator, startSimulator } from "../simulator/start-simulator";
import { sloOf } from "./summary";

const MAIN = join(__dirname, "..", "main.js");

interface Ran {
    readonly code: number | null;
    readonly stdout: string;
    readonly stderr: string;
}

describe("the command run", () => {
    let simulator: Simulator;
    let folder: string;
    beforeEach(async () => {
        simulator = await startSimulator({ latency: { kind: "constant", ms: 5 } });
        folder = mkdtempSync(join(tmpdir(), "run-"));
    });
    afterEach(async () => {
        await simulator.close();
        rmSync(folder, { recursive: true });
    });

    async function run(args: readonly string[], interruptWhen?: () => boolean): Promise<Ran> {
        const env = { ...process.env, TENANT_ID: "t", API_KEY: "krn_secret" };
        const child = spawn(process.execPath, [MAIN, "run", "--target", simulator.url.href, ...args], { env });
        const output = { stdout: "", stderr: "" };
        child.stdout.on("data", (text) => (output.stdout += text));
        child.stderr.on("data", (text) => (output.stderr += text));
        let isOver = false;
        const closed = new Promise<number | null>((resolve) =>
            child.on("close", (code) => {
                isOver = true;
                resolve(code);
            }),
        );
        try {
            while (interruptWhen !== undefined && !interruptWhen() && !isOver) await sleep(20);
            if (interruptWhen !== undefined) child.kill("SIGINT");
            return { code: await closed, ...output };
        } finally {
            child.kill("SIGKILL");
        }
    }

    function written(): Result {
        const [path = ""] = listResults(folder);
        return readResult(path);
    }

    it("writes what it measured, says that it was the simulator, and exits by what the run is worth", async () => {
        const args = ["--rps", "50", "--duration", "1", "--no-warm-up", "--out", folder];
        const { code, stdout, stderr } = await run(args);
        const result = written();
        assert.deepEqual(
            [result.scenario, result.target.kind, result.totals.answered, result.load.seconds],
            ["recommend-50rps", "simulator", 50, 1],
        );
        // A busy machine may make the driver late; then it must say so.
        assert.equal(code, result.status === "complete" && sloOf(result).length === 0 ? 0 : 1, stderr);
        assert.match(stdout, /^These figures are of the tools, and not of the product\.$/m);
        assert.match(stdout, /^Written: .*-recommend-50rps\.json$/m);
        assert.doesNotMatch(stdout + stderr, /krn_secret/);
    });

    it("keeps a partial result when it is interrupted", async () => {
        const args = ["--rps", "50", "--duration", "60", "--no-warm-up", "--out", folder];
        const { code, stderr } = await run(args, () => simulator.trueLatencies().totalCount > 10);
        const { status, remarks, totals } = written();
        assert.deepEqual([code, status], [1, "partial"]);
        assert.match(remarks[0] ?? "", /^It was stopped, after /);
        assert.ok(totals.answered >= 10);
        assert.match(stderr, /run: it is partial, and no result to compare: It was stopped/);
    });

    it("sends nothing where the rate is above the ceiling, or the target is dead", async () => {
        const above = await run(["--rps", "200", "--ceiling", "100"]);
        assert.equal(above.code, 2);
        assert.match(
            above.stderr,
            /^recommend-200rps asks for 200\/s, and the driver can send 100\/s from here\. Nothing/,
        );
        assert.equal(simulator.trueLatencies().totalCount, 0);
        simulator.settings.away = "reset";
        const dead = await run(["--out", folder]);
        assert.equal(dead.code, 2);
        assert.match(dead.stderr, /^target: http.*\/api\/health does not answer \(ECONNRESET\)\. Nothing was sent/);
        assert.deepEqual(listResults(folder), []);
    });
});
