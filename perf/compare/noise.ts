import { max, mean, median, min, sampleVariance } from "simple-statistics";
import type { Measured } from "../results/result";
import type { Measure } from "./measure";
import { arrangements, permutationP } from "./permutation";

/** What is called certain may be chance once in twenty times. */
export const ALPHA = 0.05;
/** The normal distribution's quantiles of confidence, 0.95 on one side, and power, 0.8: how often a regression of the size is found. */
const CONFIDENCE_AND_POWER = 1.644854 + 0.841621;
/** The fewest runs a side, the same number on both, that a permutation test can tell with 95 %: 20 arrangements. */
const FEWEST_RUNS = 3;
/** Beyond this no estimate means anything. */
const MOST_RUNS = 100;

/** By how much the figures of one side differ with nothing changed, in the unit of the measure's change. */
export interface Noise {
    /** Least to greatest of a side's runs, the larger of both sides; null where no side has two runs. */
    readonly betweenRuns: number | null;
    /** What the number of answers leaves open, with 95 %: Newcombe's margin of a difference, from the intervals of both. */
    readonly withinRun: number;
    /** The larger of the two. */
    readonly floor: number;
}

export function noiseOf(measure: Measure, baseline: readonly Measured[], candidate: readonly Measured[]): Noise {
    const sides = [baseline, candidate].map((runs) => runs.map((run) => measure.value(run)));
    const spreads = sides
        .filter((values) => values.length > 1)
        .map((values) => measure.scaled(max(values) - min(values), median(values)));
    const betweenRuns = spreads.length === 0 ? null : max(spreads);
    const above = max(baseline.map((run) => measure.interval(run).high - measure.value(run)));
    const below = max(candidate.map((run) => measure.value(run) - measure.interval(run).low));
    const withinRun = measure.scaled(Math.hypot(above, below), median(sides[0] ?? []));
    return { betweenRuns, withinRun, floor: Math.max(betweenRuns ?? 0, withinRun) };
}

/** The p-value of a regression; null where the runs are too few for any p-value to be at most ALPHA. */
export function pValueOf(baseline: readonly number[], candidate: readonly number[]): number | null {
    return arrangements(baseline.length, candidate.length) * ALPHA < 1 ? null : permutationP(baseline, candidate);
}

/**
 * How many runs a side would tell whether a change is real, from how much the runs differ: normal approximation, confidence 95 %, power
 * 80 %. Null where it would be more than a hundred.
 */
export function runsNeeded(
    measure: Measure,
    baseline: readonly number[],
    candidate: readonly number[],
    change: number,
): number | null {
    const several = [baseline, candidate].filter((values) => values.length > 1);
    const variances = several.map((values) => measure.scaled(Math.sqrt(sampleVariance(values)), mean(values)) ** 2);
    const deviation = variances.length === 0 ? 0 : Math.sqrt(mean(variances));
    const estimated = Math.ceil(2 * ((CONFIDENCE_AND_POWER * deviation) / change) ** 2);
    const present = Math.min(baseline.length, candidate.length);
    const needed = Math.max(FEWEST_RUNS, present + 1, estimated);
    return needed > MOST_RUNS ? null : needed;
}
