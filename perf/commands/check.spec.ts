import assert from "node:assert/strict";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { answering } from "../environment/cluster-commands.fixture";
import { readEnvironmentFile } from "../environment/environment-file";
import { addCheck } from "./check";
import { runCommand } from "./run-command.fixture";

describe("npm run perf -- check", () => {
    let folder: string;
    let outputs: string;
    let out: string;
    before(() => {
        folder = mkdtempSync(join(tmpdir(), "check-"));
        outputs = join(folder, "outputs.json");
        writeFileSync(outputs, '{"clusterName":"kaireon-large","applicationUrl":"http://127.0.0.1:1"}');
    });
    beforeEach(() => {
        out = join(folder, "environment.json");
        rmSync(out, { force: true });
    });
    after(() => rmSync(folder, { recursive: true }));

    /** @returns what it printed, and the problem that it ended with */
    const run = (args: readonly string[], other?: (command: string) => string | undefined) => {
        const place = ["--outputs", outputs, "--release", "blue", "--out", out];
        const whole = ["check", "--scenario", "recommend-5krps", ...place, ...args];
        return runCommand((program) => addCheck(program, () => answering(other)), whole);
    };
    const STATED = ["--licence", "enterprise", "--trace-sample-rate", "0.1"];

    it("ticks every condition of a platform at rest, and writes down what it is made of", async () => {
        const { printed, problem } = await run(STATED);
        assert.equal(problem, undefined);
        assert.equal(printed.match(/✔/g)?.length, 10);
        assert.doesNotMatch(printed, /✘/);
        const { stack, traceSampleRate, replicas } = readEnvironmentFile(out);
        assert.deepEqual([stack, traceSampleRate, replicas["api"]], ["large", 0.1, 6]);
    });

    it("crosses out all that is wrong, ends with 1, and writes nothing", async () => {
        const pending = '{"chart":"kaireon","version":"0.2.0","status":"pending-upgrade"}';
        const { printed, problem } = await run([], (command) => (command.includes("metadata") ? pending : undefined));
        assert.match(String(problem), /3 of 10 conditions do not hold; a run would not count/);
        assert.equal(problem instanceof Error && "exitCode" in problem && problem.exitCode, 1);
        assert.equal(printed.match(/✘/g)?.length, 3);
        for (const part of ["pending-upgrade", "--trace-sample-rate", "--licence"])
            assert.ok(printed.includes(part), part);
        assert.ok(!existsSync(out));
    });

    it("refuses a share and a count that are none", async () => {
        assert.match(String((await run(["--trace-sample-rate", "10"])).problem), /0 to 1/);
        assert.match(String((await run(["--decisions-used", "-1"])).problem), /whole number from 0/);
    });
});
