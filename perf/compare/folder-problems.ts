import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { PerfError } from "../perf-error";
import { listResults } from "../results/store";
import { baselineProblems } from "./baseline-problems";
import { readRuns } from "./measured-run";

/** What is wrong with the files of a folder of baselines, a sentence each: a file can get there without `baseline`. */
export function folderProblems(folder: string): string[] {
    const known = new Set(listResults(folder));
    const unknown = readdirSync(folder)
        .map((name) => join(folder, name))
        .filter((path) => !known.has(path) && basename(path) !== "README.md");
    return [
        ...unknown.map((path) => `${path}: its name is none of a baseline; it must be <date>-<scenario>.json.`),
        ...[...known].flatMap((path) => fileProblems(path)),
    ];
}

function fileProblems(path: string): string[] {
    try {
        return readRuns([path]).flatMap((run) => [
            ...baselineProblems(run),
            ...(basename(path).endsWith(`-${run.result.scenario}.json`) &&
            basename(path).startsWith(run.result.startedAt.slice(0, 10))
                ? []
                : [`${path} holds ${run.result.scenario} of ${run.result.startedAt}; name it so.`]),
        ]);
    } catch (problem) {
        if (problem instanceof PerfError) return [problem.message];
        throw problem;
    }
}
