import type { Environment } from "../results/result";
import type { WorkloadSettings } from "../workload/workload";
import { concluded } from "./conclude";
import { driveStep } from "./drive-step";
import { runSearch } from "./run-search";
import { scenarioMix } from "./scenario-mix";
import { SEARCH_FORMAT, type SearchFile, type StoredSettings, writeSearch } from "./search-file";
import { stepText } from "./search-text";

export interface SaturateSettings {
    readonly target: URL;
    readonly targetKind: "platform" | "simulator";
    readonly workload: Omit<WorkloadSettings, "mix">;
    readonly settings: StoredSettings;
    readonly pods: number | null;
    readonly environment: Environment | null;
    /** A search that was stopped. */
    readonly begun?: SearchFile;
    /** Kept after each step. */
    readonly out: string;
    readonly progress: (line: string) => void;
    readonly signal: AbortSignal;
}

/** Searches for the highest sustained rate, and keeps every step. */
export async function saturate(given: SaturateSettings): Promise<SearchFile> {
    const { target, workload, settings, out, progress, signal } = given;
    let search = given.begun ?? begunSearch(given);
    const { steps } = await runSearch({
        settings,
        begun: search.steps,
        signal,
        coolDown: () => pause(settings.coolDownSeconds * 1000, signal),
        onStart: (rate, repeat) => progress(`${rate}/s${repeat ? ", again" : ""} …`),
        onStep: (made) => {
            const last = made.at(-1);
            if (last !== undefined) progress(stepText(last));
            search = { ...search, steps: [...made] };
            writeSearch(out, search);
        },
        runStep: async (rate) => {
            const driven = await driveStep(rate, {
                ...settings,
                target,
                workload,
                signal,
                targetKind: search.target.kind,
                mix: scenarioMix(settings.scenarioMix),
            });
            // Once a simulator has answered, the search is one of it.
            search = { ...search, target: { ...search.target, kind: driven.targetKind } };
            return driven.step;
        },
    });
    const ended = concluded({ ...search, settings, steps: [...steps] });
    writeSearch(out, ended);
    return ended;
}

function begunSearch({ target, targetKind, settings, pods, environment }: SaturateSettings): SearchFile {
    return {
        format: SEARCH_FORMAT,
        startedAt: new Date().toISOString(),
        target: { kind: targetKind, url: target.origin + target.pathname },
        settings,
        pods,
        environment,
        steps: [],
        finding: null,
        metrics: null,
    };
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
        const end = () => {
            clearTimeout(timer);
            signal.removeEventListener("abort", end);
            resolve();
        };
        const timer = setTimeout(end, milliseconds);
        signal.addEventListener("abort", end);
        if (signal.aborted) end();
    });
}
