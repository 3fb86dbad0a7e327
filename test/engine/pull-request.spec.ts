import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../offline/project";
import { capturePulumi, type runPulumi } from "../../offline/run-pulumi";
import { type Commits, previewAgainst } from "../../report/pull-request/offline-preview";

const TINY = join(projectRoot, "test", "engine", "tiny");

/** The graph of the tiny program, as a golden graph would hold it. */
const GOLDEN = "tiny:index:Thing thing:\n  inputs:\n    label: from the stack file\n";

/** A program like the tiny one with another label and a policy pack, inside of the project so that it finds the project's packages. */
function makeHead(folder: string, label: string): void {
    const file = (name: string, text: string) => writeFileSync(join(folder, name), text);
    file("Pulumi.yaml", readFileSync(join(TINY, "Pulumi.yaml"), "utf8"));
    file("Pulumi.large.yaml", `config:\n    tiny:label: ${JSON.stringify(label)}\n`);
    file("package.json", '{ "main": "start.js" }');
    file("start.js", `module.exports = require(${JSON.stringify(join(TINY, "start.js"))});\n`);
    mkdirSync(join(folder, "policy"), { recursive: true });
    file("policy/PulumiPolicy.yaml", readFileSync(join(TINY, "pack", "PulumiPolicy.yaml"), "utf8"));
    file("policy/package.json", '{ "version": "0.0.1", "main": "start.js" }');
    file("policy/start.js", `require(${JSON.stringify(join(__dirname, "tiny", "pack", "policies.js"))});\n`);
}

describe("the preview of a pull request on the real engine", function () {
    // The first one may have to build the engine.
    this.timeout(15 * 60_000);
    mkdirSync(join(projectRoot, ".offline"), { recursive: true });
    const root = mkdtempSync(join(projectRoot, ".offline", "pull-request-"));
    after(() => rmSync(root, { recursive: true }));

    let runs = 0;
    const preview = async (label: string, commits: Commits) => {
        runs += 1;
        const [head, folder, scratch] = ["head", "out", "scratch"].map((name) => join(root, `${name}-${runs}`));
        assert.ok(head !== undefined && folder !== undefined && scratch !== undefined);
        for (const made of [head, scratch]) mkdirSync(made);
        makeHead(head, label);
        const plugins = [{ name: "tiny", version: "1.0.0", main: join(__dirname, "tiny", "provider.js") }];
        const options = { programDir: head, plugins, say: () => undefined };
        const run: typeof runPulumi = async (...args) => (await capturePulumi(...args)).exitCode;
        const exitCode = await previewAgainst({ base: "base", folder, scratch, options, commits, run });
        return { exitCode, comment: readFileSync(join(folder, "comment.md"), "utf8") };
    };
    const fail = () => assert.fail("no such commit");
    const deployable: Commits = { checkOut: () => ({ folder: TINY, remove: () => undefined }), fileAt: fail };

    it("is held against the base, which is deployed first, and makes the comment", async () => {
        assert.deepEqual(await preview("another", deployable), {
            exitCode: 0,
            comment: `### ✅ large: 1 change, nothing in use is disturbed; policies pass

**0** to create, **1** to change, **0** to replace, **0** to delete; 0 unchanged. Offline: stand-ins for AWS and Kubernetes, on which the base was deployed first.

#### Policies

1 policy ran; none objects.

#### Changes

| area | create | change | replace | delete |
| --- | --- | --- | --- | --- |
| other |  | 1 |  |  |

**other**
- ~ Thing \`thing\`
  - \`label\` \`from the stack file\` → \`another\`
`,
        });
    });

    it("fails with a policy that refuses, and the comment says what it refuses", async () => {
        const { exitCode, comment } = await preview("", deployable);
        assert.notEqual(exitCode, 0);
        assert.match(comment, /^### ⛔ large: 1 policy refuses it$/m);
        assert.match(
            comment,
            /⛔ \*\*thing-require-label\*\*: A thing has a label\.\n- `Thing thing`: label is empty; give the thing one\.\n/,
        );
    });

    it("compares with the golden graph of a base that cannot be deployed", async () => {
        const { exitCode, comment } = await preview("another", { checkOut: fail, fileAt: () => GOLDEN });
        assert.equal(exitCode, 0);
        assert.match(comment, /Compared with the base's graph: \*\*0\*\* to create, \*\*1\*\* to change/);
        assert.match(comment, /the base could not be deployed on the stand-ins/);
        assert.match(comment, /`label` `from the stack file` → `another`/);
    });

    it("counts everything as new when there is nothing to compare with", async () => {
        const { comment } = await preview("another", { checkOut: fail, fileAt: fail });
        assert.match(comment, /\*\*1\*\* to create, .*Offline, and nothing of the base could be used/);
    });
});
