import { PerfError } from "../perf-error";
import type { Measured, Result } from "../results/result";
import { REQUEST_KINDS } from "../workload/request";
import { type Judgement, judge, type Verdict, worst } from "./judge";
import { mixedProblems, unlikeProblems, versionChanges } from "./likeness";
import { type Measure, measuresOf } from "./measure";
import type { MeasuredRun } from "./measured-run";
import { unfitProblems } from "./unfit-problems";

export interface Comparison {
    readonly scenario: string;
    readonly targetKind: Result["target"]["kind"];
    readonly baseline: readonly MeasuredRun[];
    readonly candidate: readonly MeasuredRun[];
    /** What is compared: versions that differ between the sides. */
    readonly changes: readonly string[];
    readonly judgements: readonly Judgement[];
    readonly verdict: Verdict;
}

/** Everything that keeps the runs of the two sides from being compared; nothing where like meets like. */
export function comparisonProblems(baseline: readonly MeasuredRun[], candidate: readonly MeasuredRun[]): string[] {
    const runs = [...baseline, ...candidate];
    return [
        ...(["baseline", "candidate"] as const)
            .filter((side) => (side === "baseline" ? baseline : candidate).length === 0)
            .map((side) => `there is no ${side}.`),
        ...runs.flatMap(unfitProblems),
        ...unlikeProblems(runs),
        ...mixedProblems("baseline", baseline),
        ...mixedProblems("candidate", candidate),
    ];
}

/**
 * Holds the candidate's runs against the baseline's, by the vendor's gate.
 * @throws PerfError with all that keeps them from being compared
 */
export function compare(baseline: readonly MeasuredRun[], candidate: readonly MeasuredRun[]): Comparison {
    const problems = comparisonProblems(baseline, candidate);
    const [before] = baseline;
    const [after] = candidate;
    if (before === undefined || after === undefined || problems.length > 0)
        throw new PerfError(["compare: only like is compared with like:", ...problems].join("\n  "));
    const judgements = watched(before.result).flatMap((of) => {
        const sides = [measuredOf(baseline, of), measuredOf(candidate, of)] as const;
        return measuresOf(of).map((measure) => judge(measure, ...sides));
    });
    return {
        scenario: before.result.scenario,
        targetKind: before.result.target.kind,
        baseline,
        candidate,
        changes: versionChanges(before.result, after.result),
        judgements,
        verdict: worst(judgements.map(({ verdict }) => verdict)),
    };
}

/** The whole; and each kind of a mixed run, since a slow kind hides what happens to a fast one. */
function watched({ byKind }: Result): readonly Measure["of"][] {
    const kinds = REQUEST_KINDS.filter((kind) => byKind[kind] !== undefined);
    return kinds.length > 1 ? ["all", ...kinds] : ["all"];
}

function measuredOf(runs: readonly MeasuredRun[], of: Measure["of"]): Measured[] {
    return runs.flatMap(({ result }) => {
        const measured = of === "all" ? result : result.byKind[of];
        return measured === undefined ? [] : [measured];
    });
}
