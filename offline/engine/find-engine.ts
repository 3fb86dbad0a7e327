import { execFileSync } from "node:child_process";
import { realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { findOnPath, isExecutable } from "../executables";
import { OfflineError } from "../offline-error";

/** The executable that an engine starts for `runtime: nodejs`. */
export const LANGUAGE_HOST = "pulumi-language-nodejs";

export interface Engine {
    /** The `pulumi` executable. */
    readonly path: string;
    /** Such as `3.259.0`. */
    readonly version: string;
    /**
     * Where its Node language host is: `bundled` with it, elsewhere on PATH (`ambient`), or none that is real, so that
     * this project's own stands in (`offline`).
     */
    readonly languageHost: "bundled" | "ambient" | "offline";
}

/**
 * Where a real language host for an engine is. The engine looks beside its own executable, links resolved (Homebrew links
 * `pulumi` alone), and on PATH.
 */
export function realLanguageHost(engine: string, path: string | undefined): "bundled" | "ambient" | undefined {
    if (isExecutable(join(dirname(realpathSync(engine)), LANGUAGE_HOST))) return "bundled";
    return findOnPath(LANGUAGE_HOST, path) === undefined ? undefined : "ambient";
}

/** What PATH offers: an engine to use, or why the one that is there cannot be used. */
export function engineOnPath(path: string | undefined): { engine?: Engine; unusable?: string } {
    const pulumi = findOnPath("pulumi", path);
    if (pulumi === undefined) return {};
    const languageHost = realLanguageHost(pulumi, path);
    if (languageHost === undefined) {
        return {
            unusable: `${pulumi} has no ${LANGUAGE_HOST} beside it or on PATH, so it cannot run a Node program.`,
        };
    }
    return { engine: { path: pulumi, version: askVersion(pulumi, path), languageHost } };
}

function askVersion(pulumi: string, path: string | undefined): string {
    const env = { PATH: path, HOME: process.env["HOME"], PULUMI_SKIP_UPDATE_CHECK: "true" };
    let answer: string;
    try {
        answer = execFileSync(pulumi, ["version"], { env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
    } catch (problem) {
        const why = problem instanceof Error ? problem.message.trim() : String(problem);
        throw new OfflineError(
            `offline: ${pulumi} does not run: ${why}\nRepair it or take it off PATH; an engine is then built here.`,
        );
    }
    return answer.trim().replace(/^v/, "");
}

/** What to tell the user when engine and npm SDK are not of one version; they speak to each other by RPC. */
export function versionWarning(engine: Engine, sdkVersion: string): string | undefined {
    if (engine.version === sdkVersion) return undefined;
    return (
        `offline: ${engine.path} is Pulumi ${engine.version}, @pulumi/pulumi is ${sdkVersion}. Mostly that works; ` +
        `if something looks odd, install Pulumi ${sdkVersion}, or take pulumi off PATH and an engine of that version is built here.`
    );
}
