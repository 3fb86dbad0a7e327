import { PerfError } from "../perf-error";
import { listResults } from "../results/store";
import { type MeasuredRun, readRuns } from "./measured-run";
import { unfitProblems } from "./unfit-problems";

export interface Sides {
    readonly baseline: readonly MeasuredRun[];
    readonly candidate: readonly MeasuredRun[];
    /** Runs that were passed over as baselines, and why. */
    readonly skipped: readonly string[];
}

/**
 * A scenario's newest runs in a folder against those before them, as the vendor's gate takes the two newest files. The newest count
 * whatever they are: a run that failed must not let an older one pass in its place. Before them, what is unfit is passed over.
 */
export function newestRuns(folder: string, scenario: string, runsPerSide: number): Sides {
    const paths = listResults(folder, scenario);
    const candidate = readRuns(paths.slice(-runsPerSide));
    const { runs, skipped } = newestFit(paths.slice(0, -runsPerSide), runsPerSide);
    const found = runs.length + candidate.length;
    if (found === 2 * runsPerSide) return { baseline: runs, candidate, skipped };
    const taken = `${runsPerSide} newest and ${runsPerSide} before`;
    throw new PerfError(
        [
            `compare: ${folder} has ${found} of the ${2 * runsPerSide} runs of ${scenario} that it takes: ${taken}. Measure more, or name files with --baseline and --candidate.`,
            ...skipped,
        ].join("\n  "),
    );
}

/** The newest baselines of a scenario in a folder, oldest first, up to a number of them. */
export function newestBaselines(
    folder: string,
    scenario: string,
    most: number,
): { readonly runs: readonly MeasuredRun[]; readonly skipped: readonly string[] } {
    return newestFit(listResults(folder, scenario), most);
}

/** @param paths oldest first; what is older than the runs that are taken is not read */
function newestFit(paths: readonly string[], most: number): { runs: MeasuredRun[]; skipped: string[] } {
    const runs: MeasuredRun[] = [];
    const skipped: string[] = [];
    for (const path of [...paths].reverse()) {
        if (runs.length === most) break;
        const [run] = readRuns([path]);
        if (run === undefined) continue;
        const problems = unfitProblems(run);
        if (problems.length === 0) runs.unshift(run);
        else skipped.push(...problems);
    }
    return { runs, skipped };
}
