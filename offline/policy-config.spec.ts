import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { relaxedBy, withPolicyConfig } from "./policy-config";

const BECAUSE = "Nothing here is kept.";
const RELAXED = { "rds-cluster-require-backups": { enforcementLevel: "disabled", because: BECAUSE } };

describe("the policies' config of a stack", () => {
    const folder = mkdtempSync(join(tmpdir(), "kaireon-policy-config-"));
    const file = join(folder, "policy-config.small.json");
    writeFileSync(file, JSON.stringify(RELAXED));
    after(() => rmSync(folder, { recursive: true }));

    it("goes with the project's own pack, and says what it relaxes and why", () => {
        for (const pack of [["--policy-pack", "policy"], ["--policy-pack=policy"], [`--policy-pack=${folder}/policy`]])
            assert.deepEqual(withPolicyConfig(["preview", ...pack], folder, "small"), {
                args: ["preview", ...pack, "--policy-pack-config", file],
                lines: [
                    "offline: policy-config.small.json relaxes 1 policy for small:",
                    `  rds-cluster-require-backups (disabled): ${BECAUSE}`,
                ],
            });
    });

    const alone: readonly (readonly [string, readonly string[], string])[] = [
        ["a stack that has none", ["preview", "--policy-pack", "policy"], "large"],
        ["a run without policies", ["up"], "small"],
        ["another pack", ["preview", "--policy-pack", "test/policy/recorder"], "small"],
        ["several packs", ["preview", "--policy-pack", "policy", "--policy-pack", "other"], "small"],
        ["a config that is given", ["preview", "--policy-pack=policy", "--policy-pack-config=my.json"], "small"],
    ];
    for (const [what, args, stack] of alone)
        it(`leaves ${what} alone`, () => assert.deepEqual(withPolicyConfig(args, folder, stack), { args, lines: [] }));

    it("is named when it cannot be read", () => {
        const broken = join(folder, "policy-config.broken.json");
        writeFileSync(broken, "{");
        assert.throws(
            () => relaxedBy(broken),
            /^OfflineError: offline: .*policy-config\.broken\.json cannot be read: /,
        );
        writeFileSync(broken, "1");
        assert.throws(() => relaxedBy(broken), /holds no object\. npm run policy:config says what is wrong with it\.$/);
    });
});
