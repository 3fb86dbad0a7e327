import { mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { isExecutable } from "../executables";
import { OfflineError } from "../offline-error";
import { engineModule, goTarget, type Machine } from "./engine-cache";
import { type GoOutcome, runGo } from "./go";
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
        await compile(build, join(partial, "pulumi"));
        publish(partial, folder);
    } finally {
        rmSync(partial, { recursive: true, force: true });
    }
    say("offline: the engine is built.");
}

async function compile({ go, version, machine, env, report }: EngineBuild, output: string): Promise<void> {
    const target = goTarget(machine);
    const options = {
        cwd: engineModule,
        // The user's own flags and workspace are for their code; without cgo no C compiler is needed.
        env: { ...env, GOFLAGS: "", GOWORK: "off", CGO_ENABLED: "0", GOOS: target.os, GOARCH: target.arch },
    };
    let packages = 0;
    let fetching = false;
    const listed = await runGo(go, ["list", "-deps", "-tags", TAGS, COMMAND], options, (line, stream) => {
        if (stream === "stdout") packages += 1;
        else if (!fetching && line.startsWith("go: downloading")) {
            fetching = true;
            report.say("offline: fetching its modules first.");
        }
    });
    requireSuccess(listed, "fetching the modules of the Pulumi engine");

    const { progress } = report;
    progress.start(packages);
    const flags = ["-v", "-trimpath", "-tags", TAGS, "-ldflags", linkerFlags(version), "-o", output];
    const built = await runGo(go, ["build", ...flags, COMMAND], options, (line) => {
        if (!line.startsWith("go: ")) progress.step();
    }).finally(() => progress.stop());
    requireSuccess(built, "building the Pulumi engine");
}

const TAGS = "osusergo,grpcnotrace";

/** Without the version, the engine calls itself by none, and Pulumi's Automation API refuses it. */
function linkerFlags(version: string): string {
    return `-s -w -X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v${version}`;
}

function requireSuccess(outcome: GoOutcome, what: string): void {
    if (outcome.interrupted) {
        throw new OfflineError(
            `offline: interrupted while ${what}. What is compiled so far is kept by Go; run it again.`,
            130,
        );
    }
    if (outcome.code !== 0) {
        throw new OfflineError(
            `offline: ${what} failed: go exited with ${outcome.code}. Its last words:\n${outcome.complaint}\n` +
                "Modules come through GOPROXY (`go env GOPROXY`); a build needs about 3 GB of disk and of memory. " +
                "With Pulumi on PATH nothing is built: https://www.pulumi.com/docs/install/",
        );
    }
}

/** Two runs may build at once; the first one to finish wins, and both engines are the same. */
function publish(partial: string, folder: string): void {
    try {
        renameSync(partial, folder);
    } catch (problem) {
        if (!isExecutable(join(folder, "pulumi"))) throw problem;
    }
}
