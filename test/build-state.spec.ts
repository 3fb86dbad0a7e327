import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "../offline/project";

interface Sources {
    readonly stampFile: string;
    sourcesDigests(root: string): Readonly<Record<string, string>>;
    buildState(root: string, folders?: readonly string[]): "missing" | "stale" | "current";
}

const { buildState, sourcesDigests, stampFile } = require(join(projectRoot, "build", "sources")) as Sources;

describe("the state of a build", () => {
    let root: string;

    beforeEach(() => {
        root = mkdtempSync(join(tmpdir(), "kaireon-build-"));
        for (const folder of ["infra", "policy", "dist"]) mkdirSync(join(root, folder));
        for (const file of ["tsconfig.json", "package-lock.json", "infra/aurora.ts", "policy/index.ts"])
            writeFileSync(join(root, file), "{}");
    });
    afterEach(() => rmSync(root, { recursive: true }));

    const build = () => writeFileSync(join(root, stampFile), JSON.stringify(sourcesDigests(root)));

    it("is missing before the first one, and after one that was interrupted", () => {
        assert.equal(buildState(root), "missing");
        writeFileSync(join(root, stampFile), "");
        assert.equal(buildState(root), "missing");
    });

    it("is stale once a source or the compiler's settings change", () => {
        build();
        assert.equal(buildState(root), "current");
        writeFileSync(join(root, "infra", "redis.ts"), "");
        assert.equal(buildState(root), "stale");
        build();
        writeFileSync(join(root, "tsconfig.json"), "{ }");
        assert.equal(buildState(root), "stale");
    });

    it("is that of the folders that matter to who asks", () => {
        build();
        writeFileSync(join(root, "policy", "index.ts"), "");
        assert.equal(buildState(root, ["policy"]), "stale");
        assert.equal(buildState(root, ["infra", "stacks"]), "current");
    });
});
