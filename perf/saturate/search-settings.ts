import { readEnvironmentFile } from "../environment/environment-file";
import { PerfError } from "../perf-error";
import type { Environment } from "../results/result";
import { resumeProblems, type SearchFile, type StoredSettings } from "./search-file";

/** What a search takes where nothing else is said. */
export const SEARCH_DEFAULTS = {
    from: 100,
    to: 10_000,
    precision: 0.05,
    stepSeconds: 30,
    warmUpSeconds: 10,
    coolDownSeconds: 15,
    maxLagMs: 20,
    scenarioMix: "recommend",
} as const satisfies Partial<StoredSettings>;

export interface Asked {
    /** What was said on the command line, and nothing else. */
    readonly search: Readonly<Partial<StoredSettings>>;
    /** What the load is, by its own defaults. */
    readonly load: Pick<StoredSettings, "seed" | "customers" | "tenants">;
    readonly target: URL | undefined;
}

/** The settings of a new search, or of one that goes on. @throws PerfError with all that does not fit */
export function searchSettings({ search, load, target }: Asked, stored: SearchFile | undefined): StoredSettings {
    const settings = { ...SEARCH_DEFAULTS, ...load, ...stored?.settings, ...search };
    const problems = [
        ...(stored === undefined ? [] : resumeProblems(stored, search, target)),
        ...(settings.from <= settings.to
            ? []
            : [`from is ${settings.from} and to is ${settings.to}; the lowest rate must not be above the highest.`]),
    ];
    if (problems.length > 0) throw new PerfError(problems.join("\n"));
    return settings;
}

/** Ready pods of the api, by what was said and by what `check` has seen. @throws PerfError where they differ */
export function podsOf(
    pods: number | undefined,
    environmentFile: string | undefined,
): { readonly pods: number | null; readonly environment: Environment | null } {
    const environment = environmentFile === undefined ? null : readEnvironmentFile(environmentFile);
    const seen = environment?.replicas["api"];
    if (pods !== undefined && seen !== undefined && pods !== seen)
        throw new PerfError(
            `pods is ${pods}, and ${environmentFile} has seen ${seen} ready pods of the api. Leave --pods out, or run check again.`,
        );
    return { pods: pods ?? seen ?? null, environment };
}
