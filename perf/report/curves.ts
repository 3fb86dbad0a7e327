import type { Histogram } from "hdr-histogram-js";
import { readHistogram } from "../results/histogram";
import type { Result, Second } from "../results/result";

/** Columns of equal length, as charts take them: the first is x, a null is a gap. */
export type Columns = readonly (readonly (number | null)[])[];

/** Of the axis by percentile: 1 is p90, 2 is p99, 3 is p99.9: each is ten times as rare as the one before. */
const STEP = 0.02;
/** Of a distribution, from the least latency to the greatest, in equal ratios. */
const BUCKETS = 80;
/** Taken of a distribution at equal ranks: exact up to so many answers, and closer than the eye beyond. */
const MOST_RANKS = 2000;

/** Where a percentile lies on its axis. */
export function nines(percentile: number): number {
    return -Math.log10(1 - percentile / 100);
}

/** Latency in milliseconds by percentile, a column for each run, as far as its answers go: to one in all of them. */
export function percentileCurves(results: readonly Result[]): Columns {
    const histograms = results.map(({ histogram }) => readHistogram(histogram));
    const ends = histograms.map(({ totalCount }) => Math.log10(Math.max(1, totalCount)));
    const points = Math.floor(Math.max(0, ...ends) / STEP) + 1;
    const axis = Array.from({ length: points }, (_, index) => index * STEP);
    const at = (histogram: Histogram, x: number) => histogram.getValueAtPercentile(100 * (1 - 10 ** -x)) / 1000;
    return [
        axis,
        ...histograms.map((histogram, run) =>
            axis.map((x) => (histogram.totalCount > 0 && x <= (ends[run] ?? 0) ? at(histogram, x) : null)),
        ),
    ];
}

/** Share of the answers, in percent, by latency in milliseconds, a column for each run. */
export function distributions(results: readonly Result[]): Columns {
    const ranked = results.map(({ histogram }) => latenciesAtRanks(readHistogram(histogram)));
    const all = ranked.flat();
    if (all.length === 0) return [[], ...results.map(() => [])];
    const least = all.reduce((low, value) => Math.min(low, value));
    const ratio = (all.reduce((high, value) => Math.max(high, value)) / least) ** (1 / BUCKETS);
    const bucketOf = (value: number) =>
        ratio === 1 ? 0 : Math.min(BUCKETS - 1, Math.floor(Math.log(value / least) / Math.log(ratio)));
    return [
        Array.from({ length: BUCKETS }, (_, bucket) => least * ratio ** (bucket + 0.5)),
        ...ranked.map((latencies) => {
            const shares = new Array<number>(BUCKETS).fill(0);
            for (const latency of latencies) {
                const bucket = bucketOf(latency);
                shares[bucket] = (shares[bucket] ?? 0) + 100 / latencies.length;
            }
            return shares;
        }),
    ];
}

function latenciesAtRanks(histogram: Histogram): number[] {
    const ranks = Math.min(MOST_RANKS, histogram.totalCount);
    return Array.from(
        { length: ranks },
        (_, rank) => histogram.getValueAtPercentile(((rank + 0.5) / ranks) * 100) / 1000,
    );
}

/** One figure of each second, a column for each run, over the seconds that any of them has. */
export function secondColumns(results: readonly Result[], figure: (second: Second) => number | null): Columns {
    const seconds = [...new Set(results.flatMap(({ timeline }) => timeline.map(({ at }) => at)))].sort((a, b) => a - b);
    const columns = results.map(({ timeline }) => {
        const figures = new Map(timeline.map((second) => [second.at, figure(second)]));
        return seconds.map((at) => figures.get(at) ?? null);
    });
    return [seconds, ...columns];
}

/** A latency of a second, which is a gap where nothing was answered. */
export function latencyOfSecond(name: "p50Ms" | "p99Ms"): (second: Second) => number | null {
    return (second) => (second.answered === 0 ? null : second[name]);
}
