import { realpathSync } from "node:fs";
import { basename, join, relative, resolve, sep } from "node:path";
import { PerfError } from "../perf-error";
import { writeResult } from "../results/store";
import { baselineProblems } from "./baseline-problems";
import { type Comparison, compare } from "./compare";
import { areLike, areOneSeries, mixedProblems, unlikeProblems } from "./likeness";
import type { MeasuredRun } from "./measured-run";
import { newestBaselines } from "./newest-runs";

export interface Promotion {
    /** Where the baselines of the product are; nothing of the simulator gets in there. */
    readonly baselinesFolder: string;
    /** Where these go to: the same, or anywhere else. */
    readonly folder: string;
    /** Why a regression is to be the baseline from now on; it is written into the results. */
    readonly accept?: string;
}

export interface Promoted {
    readonly paths: readonly string[];
    /** By scenario: against the baselines that were there; null where none was like it, which begins a series. */
    readonly comparisons: readonly { readonly scenario: string; readonly comparison: Comparison | null }[];
}

/**
 * Makes baselines of runs: all of them or none. What fails the gate against the present baseline does not become the next one, or a
 * regression would be measured once and never again.
 * @throws PerfError with all that is wrong with any of them
 */
export function promote(runs: readonly MeasuredRun[], { baselinesFolder, folder, accept }: Promotion): Promoted {
    const forProduct = isWithin(baselinesFolder, folder);
    const scenarios = [...new Set(runs.map(({ result }) => result.scenario))];
    const ofScenario = (name: string) => runs.filter(({ result }) => result.scenario === name);
    const problems = [
        ...runs.flatMap((run) => baselineProblems(run, !forProduct && run.result.target.kind === "simulator")),
        ...scenarios.map(ofScenario).flatMap((some) => [...unlikeProblems(some), ...mixedProblems("baseline", some)]),
    ];
    if (problems.length > 0) throw new PerfError(["baseline: nothing was recorded:", ...problems].join("\n  "));
    const comparisons = scenarios.map((scenario) => ({
        scenario,
        comparison: againstPresent(ofScenario(scenario), folder, scenario),
    }));
    const failed = comparisons.filter(({ comparison }) => comparison !== null && comparison.verdict !== "pass");
    if (failed.length > 0 && accept === undefined) throw new PerfError(refusal(failed), 1);
    const paths = runs.map(({ result }) => {
        const accepted = failed.some(({ scenario }) => scenario === result.scenario);
        const remark = `Recorded although the gate against the baseline before did not pass: ${accept}`;
        return writeResult(folder, accepted ? { ...result, remarks: [...result.remarks, remark] } : result);
    });
    return { paths, comparisons };
}

/** Against the folder's newest runs of one version that are like these, as many as these; null where there are none. */
function againstPresent(candidate: readonly MeasuredRun[], folder: string, scenario: string): Comparison | null {
    const own = new Set(candidate.map(({ result }) => result.startedAt));
    const like = newestBaselines(folder, scenario, Number.POSITIVE_INFINITY).runs.filter(
        (run) => !own.has(run.result.startedAt) && areLike([run, ...candidate]),
    );
    const [newest] = like.slice(-1);
    if (newest === undefined) return null;
    const series = like.filter((run) => areOneSeries([run, newest]));
    return compare(series.slice(-candidate.length), candidate);
}

function refusal(failed: Promoted["comparisons"]): string {
    const verdicts = failed.map(({ scenario, comparison }) => `${scenario}: ${comparison?.verdict}`);
    return `baseline: nothing was recorded, since the gate against the present baseline does not pass (${verdicts.join(", ")}). See \`npm run perf -- compare --candidate\` with the same files; where the change is wanted, give the reason with --accept.`;
}

/** By where the folders really are, so that a link is no way in. */
export function isWithin(outer: string, inner: string): boolean {
    const way = relative(realPath(outer), realPath(inner));
    return way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && resolve(way) !== way);
}

function realPath(path: string): string {
    const absolute = resolve(path);
    try {
        return realpathSync(absolute);
    } catch {
        // What is yet to be made lies where its parent really is.
        const parent = resolve(absolute, "..");
        return parent === absolute ? absolute : join(realPath(parent), basename(absolute));
    }
}
