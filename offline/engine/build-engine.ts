import { mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { isExecutable } from "../executables";
import { engineModule, type Machine } from "./engine-cache";
import { buildCommand } from "./go-build";
import type { Report } from "./progress";

type Env = Readonly<Record<string, string | undefined>>;

const COMMAND = "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi";

export interface EngineBuild {
    readonly go: string;
    readonly version: string;
    readonly machine: Machine;
    /** The folder to make; another run may be making it at the same time. */
    readonly folder: string;
    readonly env: Env;
    readonly report: Report;
}

/** Builds the engine into its folder of the cache, which appears whole or not at all. */
export async function buildEngine(build: EngineBuild): Promise<void> {
    const { version, folder } = build;
    const { say } = build.report;
    say(`offline: building Pulumi ${version} with Go into ${folder}.`);
    say("offline: once per version; about 4 minutes on two cores, and half as long on four.");
    mkdirSync(dirname(folder), { recursive: true });
    const partial = mkdtempSync(join(dirname(folder), ".building-"));
    try {
        await buildCommand({
            ...build,
            moduleFolder: engineModule,
            command: COMMAND,
            output: join(partial, "pulumi"),
            what: "the Pulumi engine",
            instead: "With Pulumi on PATH nothing is built: https://www.pulumi.com/docs/install/",
            linkerFlags: linkerFlags(version),
            tags: TAGS,
        });
        publish(partial, folder);
    } finally {
        rmSync(partial, { recursive: true, force: true });
    }
    say("offline: the engine is built.");
}

const TAGS = "osusergo,grpcnotrace";

/** Without the version, the engine calls itself by none, and Pulumi's Automation API refuses it. */
function linkerFlags(version: string): string {
    return `-s -w -X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v${version}`;
}

/** Two runs may build at once; the first one to finish wins, and both engines are the same. */
function publish(partial: string, folder: string): void {
    try {
        renameSync(partial, folder);
    } catch (problem) {
        if (!isExecutable(join(folder, "pulumi"))) throw problem;
    }
}
