import assert from "node:assert/strict";
import { cacheFolder } from "../cache-folder";
import { installedVersion } from "../project";
import { engineFolder, engineModuleFile, goTarget, readEngineModule } from "./engine-cache";

describe("the engine's place in the cache", () => {
    it("is under XDG_CACHE_HOME, or ~/.cache when that is unset or relative", () => {
        assert.equal(cacheFolder({ XDG_CACHE_HOME: "/cache" }), "/cache/kaireon");
        assert.match(cacheFolder({}), /^\/.*\/\.cache\/kaireon$/);
        assert.match(cacheFolder({ XDG_CACHE_HOME: "cache" }), /^\/.*\/\.cache\/kaireon$/);
    });

    it("is one per version and machine", () => {
        const env = { XDG_CACHE_HOME: "/cache" };
        assert.equal(
            engineFolder(env, "3.259.0", { platform: "linux", arch: "x64" }),
            "/cache/kaireon/pulumi-v3.259.0-linux-amd64",
        );
        assert.equal(
            engineFolder(env, "3.260.0", { platform: "darwin", arch: "arm64" }),
            "/cache/kaireon/pulumi-v3.260.0-darwin-arm64",
        );
    });

    it("refuses a machine that offline runs are not made for", () => {
        assert.throws(() => goTarget({ platform: "win32", arch: "x64" }), {
            message:
                "offline: this machine is win32 x64; offline runs are made for Linux and macOS on x64 and arm64. " +
                "Run them in a Linux container or virtual machine.",
        });
    });

    it("reads the version and the Go it needs from a go.mod", () => {
        const goMod = "module x\n\ngo 1.26\n\nrequire github.com/pulumi/pulumi/pkg/v3 v3.259.0 // indirect\n";
        assert.deepEqual(readEngineModule(goMod), { version: "3.259.0", go: "1.26" });
        assert.throws(() => readEngineModule("module x\n"), /names no version of github\.com\/pulumi/);
    });

    it("is of the version of the npm SDK: change both together", () => {
        assert.equal(engineModuleFile().version, installedVersion("@pulumi/pulumi"));
    });
});
