import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "../project";
import { kubernetesVersion, missingForCluster, toolsFolder } from "./tools";

const CONTROLLERS = join(projectRoot, "infra", "cluster", "controllers");
const LINUX = { platform: "linux", arch: "x64" } as const;

describe("the tools of the cluster", () => {
    const cache = mkdtempSync(join(tmpdir(), "kaireon-tools-"));
    const env = { XDG_CACHE_HOME: cache, PATH: "/nowhere" };
    after(() => rmSync(cache, { recursive: true }));

    it("lie in the cache, in a folder by their versions and the machine", () => {
        assert.match(toolsFolder(env, LINUX), /\/kaireon\/cluster-[0-9a-f]{12}-linux-amd64$/);
        assert.match(toolsFolder(env, { ...LINUX, arch: "arm64" }), /\/kaireon\/cluster-[0-9a-f]{12}-linux-arm64$/);
    });

    it("cannot be had without Go, unless they are in the cache already", () => {
        assert.equal(
            missingForCluster(env, LINUX),
            "offline: there is no control plane in the cache yet. There is no go either to build a Kubernetes control plane with.\n" +
                "Install Go 1.26 or newer (https://go.dev/dl/), or leave the cluster out: nothing else needs it.",
        );
        mkdirSync(toolsFolder(env, LINUX), { recursive: true });
        assert.equal(missingForCluster(env, LINUX), undefined);
    });

    it("are of the Kubernetes version that the large stack runs", () => {
        const stack = readFileSync(join(projectRoot, "Pulumi.large.yaml"), "utf8");
        const version = /kaireon:cluster:\s+version: "([\d.]+)"/.exec(stack)?.[1];
        assert.equal(kubernetesVersion().split(".").slice(0, 2).join("."), version);
    });

    for (const [file, module] of [
        ["keda.ts", "github.com/kedacore/keda/v2"],
        ["external-secrets.ts", "github.com/external-secrets/external-secrets"],
    ] as const) {
        it(`define what the controller of ${file} defines, in the version that the program installs`, () => {
            const installed = /version: "([\d.]+)"/.exec(readFileSync(join(CONTROLLERS, file), "utf8"))?.[1];
            const pins = readFileSync(join(projectRoot, "offline", "cluster", "definitions", "go.mod"), "utf8");
            const pinned = pins.split("\n").find((line) => line.trim().startsWith(`${module} `));
            assert.ok(installed);
            assert.equal(pinned?.trim(), `${module} v${installed}`);
        });
    }

    it("are pinned by modules that each lie in a folder of their own, with checksums", () => {
        const folder = join(projectRoot, "offline", "cluster");
        const modules = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
        for (const { name } of modules) {
            const files = readdirSync(join(folder, name));
            assert.ok(files.includes("go.mod") && files.includes("go.sum"), name);
        }
    });
});
