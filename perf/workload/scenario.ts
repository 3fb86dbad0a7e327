import type { RequestKind } from "./request";

/** A stretch of a scenario in which the rate of arrivals goes in a line from one value to another, in requests a second. */
export interface Phase {
    readonly seconds: number;
    readonly fromRate: number;
    readonly toRate: number;
}

/** Arrivals over time: an open model, in which a slow answer delays no later request. */
export interface Scenario {
    /** `recommend-100rps`: the name of its script, of its baselines and of its manifest. */
    readonly name: string;
    /** What it is for, in one sentence. */
    readonly about: string;
    /** Sent before the phases, at their first rate, and left out of every figure: caches fill, connections open, the HPA settles. */
    readonly warmUpSeconds: number;
    readonly phases: readonly Phase[];
    /** Shares of the kinds of request; they sum to 1. */
    readonly mix: Mix;
    /** It ends as soon as the SLO is broken: the rate is then past what the platform bears. */
    readonly untilBroken?: true;
}

export type Mix = Readonly<Partial<Record<RequestKind, number>>>;

/** The highest rate that a scenario asks for, in requests a second. */
export function peakRate({ phases }: Pick<Scenario, "phases">): number {
    return Math.max(...phases.flatMap(({ fromRate, toRate }) => [fromRate, toRate]));
}

/** How long the phases take together, in seconds, without the warm-up. */
export function measuredSeconds({ phases }: Pick<Scenario, "phases">): number {
    return phases.reduce((sum, { seconds }) => sum + seconds, 0);
}

/** How many requests the phases ask for, without the warm-up. */
export function measuredRequests({ phases }: Pick<Scenario, "phases">): number {
    return phases.reduce((sum, { seconds, fromRate, toRate }) => sum + (seconds * (fromRate + toRate)) / 2, 0);
}
