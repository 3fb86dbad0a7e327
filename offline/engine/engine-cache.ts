import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cacheFolder } from "../cache-folder";
import { OfflineError } from "../offline-error";
import { projectRoot } from "../project";

/** The Go module that names the engine's version; its checksums are beside it. */
export const engineModule = join(projectRoot, "offline", "engine");

type Env = Readonly<Record<string, string | undefined>>;

/** The machine that the engine is built for. */
export interface Machine {
    readonly platform: string;
    readonly arch: string;
}

/** What a `go.mod` says: the engine's version, such as `3.259.0`, and the oldest Go that builds it, such as `1.26`. */
export function readEngineModule(goMod: string): { version: string; go: string } {
    const version = /github\.com\/pulumi\/pulumi\/pkg\/v3 v(\S+)/.exec(goMod)?.[1];
    const go = /^go (\S+)$/m.exec(goMod)?.[1];
    if (version === undefined || go === undefined) {
        throw new Error("offline/engine/go.mod: names no version of github.com/pulumi/pulumi/pkg/v3, or no `go` line.");
    }
    return { version, go };
}

export function engineModuleFile(): { version: string; go: string } {
    return readEngineModule(readFileSync(join(engineModule, "go.mod"), "utf8"));
}

/** How Go names a machine. */
export function goTarget(machine: Machine): { os: string; arch: string } {
    const os = ({ linux: "linux", darwin: "darwin" } as Record<string, string>)[machine.platform];
    const arch = ({ x64: "amd64", arm64: "arm64" } as Record<string, string>)[machine.arch];
    if (os === undefined || arch === undefined) {
        throw new OfflineError(
            `offline: this machine is ${machine.platform} ${machine.arch}; offline runs are made for Linux and macOS on x64 and ` +
                "arm64. Run them in a Linux container or virtual machine.",
        );
    }
    return { os, arch };
}

/** The folder of a built engine: one per version and machine, so that a home shared by several machines works. */
export function engineFolder(env: Env, version: string, machine: Machine): string {
    const { os, arch } = goTarget(machine);
    return join(cacheFolder(env), `pulumi-v${version}-${os}-${arch}`);
}
