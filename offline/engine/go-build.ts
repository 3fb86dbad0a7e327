import { OfflineError } from "../offline-error";
import { goTarget, type Machine } from "./engine-cache";
import { type GoOutcome, runGo } from "./go";
import type { Report } from "./progress";

/** A command of a Go module to be built. */
export interface GoBuild {
    readonly go: string;
    /** Folder of the module that pins the command's version. */
    readonly moduleFolder: string;
    /** Import path of the command. */
    readonly command: string;
    /** The executable to write. */
    readonly output: string;
    /** What it is, for messages: `the Pulumi engine`. */
    readonly what: string;
    /** What to do instead of building. */
    readonly instead: string;
    readonly linkerFlags: string;
    readonly tags?: string;
    readonly machine: Machine;
    readonly env: Readonly<Record<string, string | undefined>>;
    readonly report: Report;
}

/**
 * Builds a command, its modules fetched first.
 *
 * @throws OfflineError with Go's last words
 */
export async function buildCommand(build: GoBuild): Promise<void> {
    const { go, moduleFolder, command, output, what, tags, machine, env, report } = build;
    const target = goTarget(machine);
    const options = {
        cwd: moduleFolder,
        // The user's own flags and workspace are for their code; without cgo no C compiler is needed.
        env: { ...env, GOFLAGS: "", GOWORK: "off", CGO_ENABLED: "0", GOOS: target.os, GOARCH: target.arch },
    };
    const tagged = tags === undefined ? [] : ["-tags", tags];

    let packages = 0;
    let fetching = false;
    const listed = await runGo(go, ["list", "-deps", ...tagged, command], options, (line, stream) => {
        if (stream === "stdout") packages += 1;
        else if (!fetching && line.startsWith("go: downloading")) {
            fetching = true;
            report.say("offline: fetching its modules first.");
        }
    });
    requireSuccess(listed, `fetching the modules of ${what}`, build);

    const { progress } = report;
    progress.start(packages);
    const flags = ["-v", "-trimpath", ...tagged, "-ldflags", build.linkerFlags, "-o", output];
    const built = await runGo(go, ["build", ...flags, command], options, (line) => {
        if (!line.startsWith("go: ")) progress.step();
    }).finally(() => progress.stop());
    requireSuccess(built, `building ${what}`, build);
}

export function requireSuccess(outcome: GoOutcome, doing: string, { instead }: Pick<GoBuild, "instead">): void {
    if (outcome.interrupted) {
        throw new OfflineError(
            `offline: interrupted while ${doing}. What is compiled so far is kept by Go; run it again.`,
            130,
        );
    }
    if (outcome.code !== 0) {
        throw new OfflineError(
            `offline: ${doing} failed: go exited with ${outcome.code}. Its last words:\n${outcome.complaint}\n` +
                `Modules come through GOPROXY (\`go env GOPROXY\`); a build needs about 3 GB of disk and of memory. ${instead}`,
        );
    }
}
