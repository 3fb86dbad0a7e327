import { spawn, spawnSync } from "node:child_process";
import { createInterface } from "node:readline";
import { findOnPath } from "../executables";
import { OfflineError } from "../offline-error";

type Env = Readonly<Record<string, string | undefined>>;

/** What Go is wanted for. */
export interface GoNeed {
    /** The `go` line of the module to build, such as `1.26`. */
    readonly version: string;
    readonly moduleFolder: string;
    /** What is to be built, for the message: `the Pulumi engine`. */
    readonly what: string;
    /** Why it has to be built: what was looked for and not found. */
    readonly reason: string;
    /** What to do other than installing Go, as the end of a sentence. */
    readonly otherwise: string;
}

/**
 * The `go` on PATH, new enough.
 *
 * @throws OfflineError saying what to install
 */
export function requireGo(env: Env, { version: required, moduleFolder, what, reason, otherwise }: GoNeed): string {
    const install = `Install Go ${required} or newer (https://go.dev/dl/), ${otherwise}`;
    const go = findOnPath("go", env["PATH"]);
    if (go === undefined) {
        throw new OfflineError(`offline: ${reason} There is no go either to build ${what} with.\n${install}`);
    }
    // In the module's folder: Go 1.21 and newer fetch the toolchain that the module asks for, unless they are told not to.
    const asked = spawnSync(go, ["env", "GOVERSION"], { cwd: moduleFolder, env: { ...env }, encoding: "utf8" });
    const version = /^go(\d+\.\d+)/.exec(asked.stdout ?? "")?.[1];
    if (asked.status !== 0 || version === undefined || isOlder(version, required)) {
        const said =
            version === undefined ? (asked.stderr ?? "").trim() || "it did not say its version" : `Go ${version}`;
        throw new OfflineError(
            `offline: ${go} is too old to build ${what}, which needs Go ${required}: ${said}.\n${install}`,
        );
    }
    return go;
}

/** Whether `1.9` is older than `1.26`: by number, part by part. */
export function isOlder(version: string, than: string): boolean {
    const [left, right] = [version, than].map((text) => text.split(".").map(Number));
    for (const [index, part] of (right ?? []).entries()) {
        const own = left?.[index] ?? 0;
        if (own !== part) return own < part;
    }
    return false;
}

export interface GoOutcome {
    readonly code: number;
    readonly interrupted: boolean;
    /** The last lines that it wrote to stderr. */
    readonly complaint: string;
}

/** Runs Go and hands over its stderr line by line. Ctrl-C ends Go and resolves, so that the caller can tidy up. */
export function runGo(
    go: string,
    args: readonly string[],
    options: { cwd: string; env: Env },
    onLine: (line: string, stream: "stdout" | "stderr") => void,
): Promise<GoOutcome> {
    return new Promise((resolve, reject) => {
        const child = spawn(go, args, { ...options, env: { ...options.env }, stdio: ["ignore", "pipe", "pipe"] });
        const complaint: string[] = [];
        let interrupted = false;
        const interrupt = () => {
            interrupted = true;
            child.kill("SIGINT");
        };
        process.on("SIGINT", interrupt).on("SIGTERM", interrupt);
        createInterface(child.stdout).on("line", (line) => onLine(line, "stdout"));
        createInterface(child.stderr).on("line", (line) => {
            complaint.push(line);
            if (complaint.length > 20) complaint.shift();
            onLine(line, "stderr");
        });
        const release = () => process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
        child.on("error", (problem) => {
            release();
            reject(problem);
        });
        child.on("close", (code) => {
            release();
            resolve({ code: code ?? 1, interrupted, complaint: complaint.join("\n") });
        });
    });
}
