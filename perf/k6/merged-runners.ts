import type { Histogram } from "hdr-histogram-js";
import { latencyOf, newHistogram, storedHistogram } from "../results/histogram";
import type { Measured, Totals } from "../results/result";
import { OUTCOMES, type Outcome } from "../workload/outcome";
import { REQUEST_KINDS, type RequestKind } from "../workload/request";
import { bucketMs } from "./buckets";
import { NO_ANSWER } from "./error-reasons";
import type { RunnerCounts, RunnerSummary } from "./runner-summary";

export interface Merged {
    readonly all: Measured;
    readonly byKind: Partial<Record<RequestKind, Measured>>;
    readonly started: number;
    readonly dropped: number;
    /** Begun, and neither answered nor given up: the run ended first, or the script threw. */
    readonly unfinished: number;
}

/** The counts of several runners, added up; nothing is averaged. */
export function mergedRunners(summaries: readonly RunnerSummary[]): Merged {
    const started = sum(summaries.map((summary) => summary.started));
    const dropped = sum(summaries.map((summary) => summary.dropped));
    const kinds = REQUEST_KINDS.flatMap((kind) => {
        const counts = summaries.flatMap((summary) => summary.kinds[kind] ?? []);
        return counts.length === 0 ? [] : [{ kind, counts: addedUp(counts) }];
    });
    // What was dropped, or cut off by the end of the run, never became a request of a kind: it is shared out by what was sent.
    const unfinished = started - sum(kinds.map(({ counts }) => sentOf(counts)));
    const unsent = unfinished + dropped;
    const shares = sharedOut(
        unsent,
        kinds.map(({ counts }) => sentOf(counts)),
    );
    return {
        all: measuredOf(addedUp(kinds.map(({ counts }) => counts)), unsent),
        byKind: Object.fromEntries(kinds.map(({ kind, counts }, at) => [kind, measuredOf(counts, shares[at] ?? 0)])),
        started,
        dropped,
        unfinished,
    };
}

function addedUp(all: readonly RunnerCounts[]): RunnerCounts {
    const added = (which: (counts: RunnerCounts) => Readonly<Record<string, number>>) => {
        const total: Record<string, number> = {};
        for (const [name, count] of all.flatMap((counts) => Object.entries(which(counts))))
            total[name] = (total[name] ?? 0) + count;
        return total;
    };
    return {
        outcomes: added(({ outcomes }) => outcomes),
        errors: added(({ errors }) => errors),
        buckets: added(({ buckets }) => buckets),
    };
}

function measuredOf(counts: RunnerCounts, unsent: number): Measured {
    const histogram = histogramOf(counts);
    return {
        totals: totalsOf(counts, unsent),
        latencyMs: latencyOf(histogram),
        histogram: storedHistogram(histogram),
    };
}

function totalsOf(counts: RunnerCounts, unsent: number): Totals {
    const sent = sentOf(counts);
    const outcomes = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, counts.outcomes[outcome] ?? 0]));
    const { ok = 0, degraded = 0, error = 0 } = outcomes;
    return {
        scheduled: sent + unsent,
        sent,
        answered: sent - sum(NO_ANSWER.map((reason) => counts.errors[reason] ?? 0)),
        outcomes: {
            ok,
            degraded,
            "rate-limited": outcomes["rate-limited"] ?? 0,
            "quota-exhausted": outcomes["quota-exhausted"] ?? 0,
            error,
        } satisfies Record<Outcome, number>,
        errors: { ...counts.errors },
        errorRate: sent === 0 ? 0 : error / sent,
    };
}

function histogramOf({ buckets }: RunnerCounts): Histogram {
    const histogram = newHistogram();
    for (const [bucket, count] of Object.entries(buckets))
        histogram.recordValueWithCount(Math.round(bucketMs(Number(bucket)) * 1000), count);
    return histogram;
}

function sentOf({ outcomes }: RunnerCounts): number {
    return sum(Object.values(outcomes));
}

/** Whole numbers in proportion to the weights, which add up to the total: what rounding leaves goes to the first. */
function sharedOut(total: number, weights: readonly number[]): number[] {
    const all = sum(weights);
    const parts = weights.map((weight) => Math.floor((total * weight) / Math.max(1, all)));
    return parts.map((part, at) => (at === 0 ? part + total - sum(parts) : part));
}

function sum(values: readonly number[]): number {
    return values.reduce((total, value) => total + value, 0);
}
