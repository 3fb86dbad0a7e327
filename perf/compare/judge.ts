import { median } from "simple-statistics";
import type { Measured } from "../results/result";
import type { Measure } from "./measure";
import { ALPHA, type Noise, noiseOf, pValueOf, runsNeeded } from "./noise";

export type Verdict = "pass" | "fail" | "inconclusive";

/** What the gate says of one measure. */
export interface Judgement {
    readonly measure: Measure;
    /** Medians of the runs. */
    readonly baseline: number;
    readonly candidate: number;
    /** In the measure's unit: above its limit it is a regression, if it is no noise. */
    readonly change: number;
    readonly noise: Noise;
    /** Of a permutation test over the runs; null where there are too few runs for one. */
    readonly pValue: number | null;
    readonly verdict: Verdict;
    /** Of an inconclusive one: runs a side that would tell; null where no reasonable number would. */
    readonly runsNeeded?: number | null;
}

/** So that a rise by exactly the limit passes, whatever the binary fractions make of it. */
const ROUNDING = 1e-9;

/** Judges one measure from the runs of both sides. A change within the gate passes; one beyond it fails if it is more than noise. */
export function judge(measure: Measure, baseline: readonly Measured[], candidate: readonly Measured[]): Judgement {
    const before = baseline.map((run) => measure.value(run));
    const after = candidate.map((run) => measure.value(run));
    const medians = { baseline: median(before), candidate: median(after) };
    const change = measure.scaled(medians.candidate - medians.baseline, medians.baseline);
    const judged = {
        measure,
        ...medians,
        change,
        noise: noiseOf(measure, baseline, candidate),
        pValue: pValueOf(before, after),
    };
    if (change <= measure.limit + ROUNDING) return { ...judged, verdict: "pass" };
    if (isBeyondNoise(judged)) return { ...judged, verdict: "fail" };
    return { ...judged, verdict: "inconclusive", runsNeeded: runsNeeded(measure, before, after, change) };
}

/** The runs' own test where there are enough of them; else whether the change is larger than what nothing makes. */
function isBeyondNoise({ pValue, change, noise }: Pick<Judgement, "pValue" | "change" | "noise">): boolean {
    return pValue === null ? change > noise.floor : pValue <= ALPHA;
}

/** Of several: a regression is one whatever else is uncertain. */
export function worst(verdicts: readonly Verdict[]): Verdict {
    return (["fail", "inconclusive"] as const).find((verdict) => verdicts.includes(verdict)) ?? "pass";
}
