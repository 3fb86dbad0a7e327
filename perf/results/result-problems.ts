import type { Histogram } from "hdr-histogram-js";
import { OUTCOMES } from "../workload/outcome";
import { latencyOf, readHistogram } from "./histogram";
import type { Measured, Result, Second, Totals } from "./result";

/** The decoder of a histogram gives the values of its buckets; what is stored beside it was computed from the same buckets. */
const ROUNDING = 1e-6;
/** In this order no value may be below the one before it. */
const ASCENDING = ["min", "p50", "p90", "p95", "p99", "p999", "max"] as const;
const COUNTS = ["scheduled", "sent", "answered"] as const;

/** What contradicts itself in a result whose form is right: such a file was edited, or written by something broken. */
export function resultProblems(result: Result): string[] {
    const kinds = Object.entries(result.byKind);
    return [
        ...measuredProblems("", result),
        ...kinds.flatMap(([kind, measured]) => measuredProblems(`byKind.${kind}.`, measured)),
        ...(kinds.length === 0 ? [] : sumProblems(result.totals, kinds)),
        ...(result.timeline.length === 0 ? [] : timelineProblems(result)),
        ...rateProblems(result),
    ];
}

function measuredProblems(at: string, { totals, latencyMs, histogram }: Measured): string[] {
    return [
        ...totalsProblems(`${at}totals`, totals),
        ...orderProblems(`${at}latencyMs`, latencyMs),
        ...histogramProblems(at, { totals, latencyMs, histogram }),
    ];
}

function totalsProblems(at: string, { scheduled, sent, answered, outcomes, errors, errorRate }: Totals): string[] {
    const judged = sum(OUTCOMES.map((outcome) => outcomes[outcome]));
    const named = sum(Object.values(errors));
    const rate = sent === 0 ? 0 : outcomes.error / sent;
    return [
        ...(sent <= scheduled ? [] : [`${at}.sent is ${sent}, more than the ${scheduled} that were scheduled.`]),
        ...(answered <= sent ? [] : [`${at}.answered is ${answered}, more than the ${sent} that were sent.`]),
        ...(judged === sent ? [] : [`${at}.outcomes add up to ${judged}, but ${sent} were sent.`]),
        ...(named === outcomes.error
            ? []
            : [`${at}.errors add up to ${named}, but ${at}.outcomes.error is ${outcomes.error}.`]),
        ...(Math.abs(rate - errorRate) <= ROUNDING
            ? []
            : [`${at}.errorRate is ${errorRate}, but ${outcomes.error} errors in ${sent} sent are ${rate}.`]),
    ];
}

function orderProblems(at: string, latency: Measured["latencyMs"]): string[] {
    const steps = ASCENDING.slice(1).map((name, index) => [ASCENDING[index] ?? name, name] as const);
    return [...steps, ["min", "mean"] as const, ["mean", "max"] as const]
        .filter(([lower, upper]) => latency[lower] > latency[upper] * (1 + ROUNDING))
        .map(
            ([lower, upper]) =>
                `${at}: ${lower} is ${latency[lower]} and ${upper} is ${latency[upper]}; they must ascend.`,
        );
}

function histogramProblems(at: string, { totals, latencyMs, histogram }: Measured): string[] {
    let read: Histogram;
    try {
        read = readHistogram(histogram);
    } catch (problem) {
        return [`${at}histogram.data cannot be decoded: ${problem instanceof Error ? problem.message : problem}.`];
    }
    const { totalCount } = read;
    const tolerance = 10 ** -histogram.significantDigits;
    const derived = Object.entries(latencyOf(read));
    const stored = new Map(Object.entries(latencyMs));
    return [
        ...(totalCount >= totals.answered && totalCount <= totals.sent
            ? []
            : [
                  `${at}histogram holds ${totalCount} latencies; it must hold one of each answer (${totals.answered}), and no more than were sent (${totals.sent}).`,
              ]),
        ...derived
            .filter(([name, value]) => Math.abs((stored.get(name) ?? 0) - value) > value * tolerance + 0.001)
            .map(([name, value]) => `${at}latencyMs.${name} is ${stored.get(name)}, but the histogram says ${value}.`),
    ];
}

function sumProblems(totals: Totals, kinds: readonly [string, Measured][]): string[] {
    return COUNTS.map((name) => [name, sum(kinds.map(([, kind]) => kind.totals[name]))] as const)
        .filter(([name, added]) => added !== totals[name])
        .map(([name, added]) => `byKind: ${name} adds up to ${added}, but totals.${name} is ${totals[name]}.`);
}

function timelineProblems({ timeline, totals }: Result): string[] {
    const counted = [
        ...COUNTS.map((name) => [name, totals[name]] as const),
        ["errors", totals.outcomes.error] as const,
    ];
    return [
        ...counted
            .map(([name, total]) => ({ name, total, added: sum(timeline.map((second) => second[name])) }))
            .filter(({ total, added }) => added !== total)
            .map(({ name, total, added }) => `timeline: ${name} adds up to ${added}, but totals say ${total}.`),
        ...timeline.flatMap((second, index) => secondProblems(second, timeline[index - 1])),
    ];
}

function secondProblems({ at, p50Ms, p99Ms }: Second, before: Second | undefined): string[] {
    return [
        ...(before === undefined || at > before.at ? [] : [`timeline: second ${at} comes after second ${before.at}.`]),
        ...(p50Ms <= p99Ms ? [] : [`timeline: in second ${at} p50 is ${p50Ms} and p99 ${p99Ms}; they must ascend.`]),
    ];
}

/** All three are over the same time, so that they stand to each other as the totals do. */
function rateProblems({ rates, totals }: Result): string[] {
    if (totals.scheduled === 0 || rates.scheduled === 0) return [];
    return (["sent", "answered"] as const)
        .map((name) => ({ name, share: rates[name] / rates.scheduled, expected: totals[name] / totals.scheduled }))
        .filter(({ share, expected }) => Math.abs(share - expected) > 0.01)
        .map(
            ({ name, share, expected }) =>
                `rates.${name} is ${percent(share)} of rates.scheduled, but totals.${name} is ${percent(expected)} of totals.scheduled.`,
        );
}

function percent(share: number): string {
    return `${(share * 100).toFixed(1)} %`;
}

function sum(values: readonly number[]): number {
    return values.reduce((total, value) => total + value, 0);
}
