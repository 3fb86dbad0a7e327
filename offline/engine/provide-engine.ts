import { join } from "node:path";
import { findOnPath, isExecutable } from "../executables";
import { installedVersion } from "../project";
import { buildEngine } from "./build-engine";
import { engineFolder, engineModule, engineModuleFile, type Machine } from "./engine-cache";
import { type Engine, engineOnPath, LANGUAGE_HOST, versionWarning } from "./find-engine";
import { requireGo } from "./go";
import type { Report } from "./progress";

type Env = Readonly<Record<string, string | undefined>>;

/**
 * The engine to run with: the `pulumi` on PATH when it can run a Node program; else the one in the cache, built first
 * when it is not there.
 *
 * @throws OfflineError when there is neither Pulumi nor a Go that can build it
 */
export async function provideEngine(env: Env, report: Report, machine: Machine = process): Promise<Engine> {
    const { engine, unusable } = engineOnPath(env["PATH"]);
    if (engine !== undefined) {
        const warning = versionWarning(engine, installedVersion("@pulumi/pulumi"));
        if (warning !== undefined) report.say(warning);
        return engine;
    }
    const { version, go: requiredGo } = engineModuleFile();
    const folder = engineFolder(env, version, machine);
    const path = join(folder, "pulumi");
    if (!isExecutable(path)) {
        const go = requireGo(env, {
            version: requiredGo,
            moduleFolder: engineModule,
            what: "the Pulumi engine",
            reason: unusable ?? "there is no pulumi on PATH.",
            otherwise: "or install Pulumi (https://www.pulumi.com/docs/install/): a `pulumi` on PATH is used as it is.",
        });
        if (unusable !== undefined) report.say(`offline: ${unusable}`);
        await buildEngine({ go, version, machine, folder, env, report });
    }
    // The only language host beside an engine of the cache is this project's; a real one can only be on PATH, and wins.
    const ambient = findOnPath(LANGUAGE_HOST, env["PATH"]) !== undefined;
    return { path, version, languageHost: ambient ? "ambient" : "offline" };
}
