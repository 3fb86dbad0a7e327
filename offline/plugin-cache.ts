import { existsSync } from "node:fs";
import { join } from "node:path";
import { findOnPath, placeScript, shellQuote } from "./executables";
import { OfflineError } from "./offline-error";
import { installedVersion, projectRoot } from "./project";

/** A provider plugin that is run in place of the real one. */
export interface StandIn {
    /** The package that it provides, such as `aws`. */
    readonly name: string;
    /** The version that the npm SDK asks for. */
    readonly version: string;
    /** The JavaScript file that serves it. */
    readonly main: string;
}

/** This project's stand-ins, compiled. */
export function standIns(): readonly StandIn[] {
    return ["aws", "eks", "kubernetes", "random"].map((name) => ({
        name,
        version: installedVersion(`@pulumi/${name}`),
        main: join(projectRoot, "dist", "offline", "stand-ins", name, "main.js"),
    }));
}

/** Places the stand-ins into the plugin cache of a Pulumi home, where the engine takes them as installed. */
export function placeStandIns(home: string, plugins: readonly StandIn[]): void {
    for (const { name, version, main } of plugins) {
        if (!existsSync(main)) {
            throw new OfflineError(`offline: the stand-in for ${name} is missing: ${main}. Run \`npm run build\`.`);
        }
        const executable = `pulumi-resource-${name}`;
        const launcher = `#!/bin/sh\nexec ${shellQuote(process.execPath)} ${shellQuote(main)} "$@"\n`;
        placeScript(join(home, "plugins", `resource-${name}-v${version}`, executable), launcher);
    }
}

/**
 * Refuses a real provider on PATH. Only for a language host that the engine finds on PATH: otherwise it is told to leave PATH alone.
 */
export function refuseRealProviders(plugins: readonly StandIn[], path: string | undefined): void {
    for (const { name } of plugins) {
        const real = findOnPath(`pulumi-resource-${name}`, path);
        if (real === undefined) continue;
        throw new OfflineError(
            `offline: ${real} is on PATH; the engine would run it in place of the stand-in for ${name}, and it can reach a real account. ` +
                "Take it off PATH for this run.",
        );
    }
}
