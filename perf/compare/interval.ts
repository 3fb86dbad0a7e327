import { readHistogram } from "../results/histogram";
import type { Measured, Totals } from "../results/result";

/** Where a figure lies with 95 % confidence. Infinite at the top where the run is too short to say. */
export interface Interval {
    readonly low: number;
    readonly high: number;
}

/** The normal distribution's 0.975 quantile: half of what is left of 95 % lies on each side. */
const Z = 1.959964;

/**
 * Where the percentile lies, by order statistics: the ranks between which the true one is found, from the binomial distribution of how
 * many answers lie below it. It takes answers as independent. They are not (a slow second slows all that arrive in it), so that the
 * interval is the least that the figure may be off by.
 */
export function percentileInterval({ histogram }: Pick<Measured, "histogram">, percentile: number): Interval {
    const read = readHistogram(histogram);
    const count = read.totalCount;
    const share = percentile / 100;
    const spread = Z * Math.sqrt(count * share * (1 - share));
    const at = (rank: number) => read.getValueAtPercentile((rank / count) * 100) / 1000;
    const [low, high] = [Math.floor(count * share - spread), Math.ceil(count * share + spread) + 1];
    return {
        low: low < 1 ? 0 : at(low),
        high: high > count ? Number.POSITIVE_INFINITY : at(high),
    };
}

/** Where the error rate lies: Wilson's interval, which holds for no error at all, too. */
export function errorRateInterval({ sent, outcomes }: Pick<Totals, "sent" | "outcomes">): Interval {
    if (sent === 0) return { low: 0, high: 1 };
    const rate = outcomes.error / sent;
    const weight = Z ** 2 / sent;
    const centre = (rate + weight / 2) / (1 + weight);
    const half = (Z / (1 + weight)) * Math.sqrt((rate * (1 - rate)) / sent + weight / (4 * sent));
    return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
