import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { answering } from "../environment/cluster-commands.fixture";
import { AT_REST } from "../environment/cluster-facts.fixture";
import { writeEnvironmentFile } from "../environment/environment-file";
import { environmentOf } from "../environment/environment-of";
import { ranBy, THREE } from "../in-cluster/ended-run.fixture";
import { listResults, readResult } from "../results/store";
import { addCollect } from "./collect";

const ENVIRONMENT = environmentOf(AT_REST, { stack: "large", traceSampleRate: 0.1 });

describe("npm run perf -- collect", () => {
    let folder: string;
    const exitCode = process.exitCode;
    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), "collect-"));
    });
    afterEach(() => {
        rmSync(folder, { recursive: true });
        process.exitCode = exitCode;
    });

    const run = async (runners: Parameters<typeof ranBy>[0], ...args: readonly string[]) => {
        const program = new Command().exitOverride();
        addCollect(program, () => ({ ...answering(), ...ranBy(runners, 3) }));
        const quiet = () => undefined;
        for (const command of program.commands)
            command.exitOverride().configureOutput({ writeOut: quiet, writeErr: quiet });
        const whole = ["collect", "--scenario", "recommend-5krps", "--out", folder, ...args];
        await program.parseAsync(whole, { from: "user" });
        return listResults(folder).map(readResult);
    };

    /** The runs of the fixture began at 10:05. */
    const checkedAt = (time: string) => {
        const path = join(folder, "environment");
        writeEnvironmentFile(path, ENVIRONMENT, new Date(`2026-03-01T${time}:00Z`));
        return ["--environment", path];
    };

    it("writes one result with the environment that was checked before the run, however long ago the run was", async () => {
        const [result] = await run(THREE, ...checkedAt("09:40"));
        assert.equal(result?.status, "complete");
        assert.deepEqual(result.environment, ENVIRONMENT);
        assert.equal(process.exitCode ?? 0, 0);
    });

    it("refuses an environment that was checked after the run began, or long before", async () => {
        await assert.rejects(run(THREE, ...checkedAt("10:20")), /minutes ago; 60 are allowed/);
        await assert.rejects(run(THREE, ...checkedAt("08:00")), /125 minutes ago; 60 are allowed/);
    });

    it("writes a result without an environment where none is given, and ends with 1 where runners are missing", async () => {
        const [result] = await run({ ...THREE, "r-2": { log: "", phase: "Failed" } });
        assert.deepEqual([result?.status, result?.environment], ["partial", null]);
        assert.equal(process.exitCode, 1);
    });

    it("makes a result of what k6 printed where it was run by hand, and says which file it cannot read", async () => {
        const log = join(folder, "log");
        writeFileSync(log, Object.values(THREE)[0]?.log ?? "");
        const [result] = await run({}, "--log", log, "--k6-version", "1.4.2");
        assert.deepEqual(
            [result?.driver.name, result?.driver.version, result?.driver.runners, result?.environment],
            ["k6", "1.4.2", 1, null],
        );
        await assert.rejects(run({}, "--log", join(folder, "none")), /none cannot be read: ENOENT/);
    });
});
