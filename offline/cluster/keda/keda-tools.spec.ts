import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { keda } from "../../../infra/cluster/controllers/keda";
import { projectRoot } from "../../project";
import { kedaFolder, kedaVersion, missingForKeda } from "./keda-tools";

const LINUX = { platform: "linux", arch: "x64" } as const;

describe("KEDA for the cluster", () => {
    it("is the version that the program installs, and its definitions are of that version", () => {
        const definitions = readFileSync(join(projectRoot, "offline", "cluster", "definitions", "go.mod"), "utf8");
        assert.equal(kedaVersion(), keda().version);
        assert.match(definitions, new RegExp(`github.com/kedacore/keda/v2 v${kedaVersion()}\\b`));
    });

    it("lies in a folder of its own in the cache", () => {
        assert.match(
            kedaFolder({ XDG_CACHE_HOME: "/cache" }, LINUX),
            /^\/cache\/kaireon\/keda-[0-9a-f]{12}-linux-amd64$/,
        );
    });

    it("is missing where there is neither a build of it nor Go, and the message says what to install", () => {
        assert.match(missingForKeda({ PATH: "", XDG_CACHE_HOME: "/nowhere" }) ?? "", /Install Go 1\.26 or newer/);
    });
});
