import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { policyConfigName, withPolicyConfig } from "../../offline/policy-config";
import { projectRoot } from "../../offline/project";
import { configProblems } from "../../policy/config-problems";
import { policies } from "../../policy/policies";
import { relaxations } from "../../policy/relaxations";
import { readEventLog } from "../../report/event-log";
import { verdictsOf } from "../../report/verdicts";
import { StackRun } from "./stack-run";

const CONFIG: object = JSON.parse(readFileSync(join(projectRoot, policyConfigName("trial")), "utf8"));
const WITH_POLICIES = ["preview", "--policy-pack", "policy"];

describe("what the policies do not ask of trial", () => {
    it("is said with its reason, and is less than they ask of every other stack", () => {
        assert.deepEqual(configProblems(CONFIG, policies), []);
        assert.deepEqual(
            relaxations(CONFIG, policies).map(({ policy }) => policy),
            Object.keys(CONFIG),
        );
    });

    it("is asked of large, which has no config of its own", () =>
        assert.deepEqual(withPolicyConfig(WITH_POLICIES, projectRoot, "large"), { args: WITH_POLICIES, lines: [] }));
});

describe("the stack trial on the real engine", function () {
    // The first run may have to build the engine.
    this.timeout(15 * 60_000);
    const stack = new StackRun("trial");
    after(() => stack.remove());

    /** Previews with the policies. @returns the policies that object, beside what was told */
    async function preview(...args: readonly string[]) {
        const log = join(stack.workDir, "events.jsonl");
        stack.said.length = 0;
        const { exitCode } = await stack.run([...WITH_POLICIES, "--event-log", log, ...args]);
        const { violations } = verdictsOf(readEventLog(readFileSync(log, "utf8"), log));
        return { exitCode, objecting: violations.map(({ policy }) => policy).sort(), said: [...stack.said] };
    }

    it("meets every policy but those that its config relaxes, which are named with their reasons", async () => {
        const { exitCode, objecting, said } = await preview();
        assert.deepEqual({ exitCode, objecting }, { exitCode: 0, objecting: [] });
        const relaxed = relaxations(CONFIG, policies);
        assert.deepEqual(said, [
            `offline: policy-config.trial.json relaxes ${relaxed.length} policies for trial:`,
            ...relaxed.map(({ policy, now, because }) => `  ${policy} (${now}): ${because}`),
        ]);
    });

    it("is refused by each of these and by no other when it is judged as large is", async () => {
        const config = join(stack.workDir, "none.json");
        writeFileSync(config, "{}");
        const { exitCode, objecting, said } = await preview("--policy-pack-config", config);
        assert.notEqual(exitCode, 0);
        assert.deepEqual(objecting, Object.keys(CONFIG).sort());
        assert.deepEqual(said, []);
    });

    it("comes up in one update", async () => {
        const { exitCode, stdout } = await stack.up();
        assert.equal(exitCode, 0, stdout);
    });

    it("changes nothing with a second update, nor with a refresh", async () => {
        const second = await stack.up({}, "--expect-no-changes");
        assert.equal(second.exitCode, 0, second.stdout);
        const refresh = await stack.run(["refresh", "--yes", "--expect-no-changes"]);
        assert.equal(refresh.exitCode, 0, refresh.stdout);
    });

    it("meets the same policies once it is deployed, when all outputs are known", async () => {
        const { exitCode, objecting } = await preview();
        assert.deepEqual({ exitCode, objecting }, { exitCode: 0, objecting: [] });
    });

    it("protects nothing, and leaves nothing behind when it is destroyed", async () => {
        const kept = (await stack.state()).filter(({ protect }) => protect === true);
        assert.deepEqual(
            kept.map(({ urn }) => urn),
            [],
        );
        const { result } = await stack.destroy();
        assert.equal(result.exitCode, 0, result.stdout);
        assert.deepEqual(await stack.state(), []);
    });
});
