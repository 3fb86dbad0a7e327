import { PerfError } from "../perf-error";
import { type Environment, FORMAT, type Result } from "../results/result";
import { measuredRequests, measuredSeconds, peakRate, type Scenario } from "../workload/scenario";
import { type Merged, mergedRunners } from "./merged-runners";
import { readRunnerSummary } from "./read-runner-summary";
import type { RunnerSummary } from "./runner-summary";
import { DROPPED_SHARE } from "./script-options";

/** What the summaries do not say. */
export interface RunnersContext {
    readonly scenario: Scenario;
    /** How many runners were started: fewer summaries make the result partial. */
    readonly runners: number;
    /** Of the image, as in its tag. */
    readonly k6Version: string;
    readonly environment: Environment | null;
    /** The most that these runners can send, where that was measured. */
    readonly ceilingRequestsPerSecond: number | null;
}

/** A runner that ends this much before its time was stopped. */
const STOPPED_SECONDS = 1;
/** How much of the schedule the runners may leave unaccounted for: each rounds its share of a rate. */
const UNACCOUNTED_SHARE = 0.005;

/**
 * One result from what the runners of a test printed.
 * @param texts the log of each runner, with its summary between the markers somewhere in it
 * @throws PerfError (exit 1) when no text holds a summary, when nothing was measured, or when they are of different runs
 */
export function resultOfRunners(texts: readonly string[], context: RunnersContext): Result {
    const { summaries, problems } = read(texts);
    const [first] = summaries;
    if (first === undefined)
        throw new PerfError(
            `k6: none of ${texts.length} runners printed a summary:\n  ${problems.join("\n  ")}\nRead their logs; nothing was measured.`,
            1,
        );
    refuseStrangers(summaries, context.scenario);
    const merged = mergedRunners(summaries);
    if (merged.started + merged.dropped === 0)
        throw new PerfError(
            "k6: the runners sent nothing that is measured. Read their logs: their environment, or the warm-up.",
            1,
        );
    const gaps = [...problems, ...partialRemarks(summaries, merged, context)];
    const unsustained = unsustainedRemarks(merged);
    const seconds = Math.max(...summaries.map((summary) => summary.seconds));
    const simulated = summaries.some((summary) => summary.simulated > 0);
    return {
        format: FORMAT,
        scenario: context.scenario.name,
        status: gaps.length > 0 ? "partial" : unsustained.length > 0 ? "unsustained" : "complete",
        remarks: [...gaps, ...unsustained, ...refusedRemarks(merged), ...FORM_REMARKS],
        target: { kind: simulated ? "simulator" : "platform", url: first.url },
        startedAt: summaries.map(({ startedAt }) => startedAt).sort()[0] ?? first.startedAt,
        load: loadOf(first, context.scenario),
        driver: {
            name: "k6",
            version: context.k6Version,
            runners: summaries.length,
            ceilingRequestsPerSecond: context.ceilingRequestsPerSecond,
        },
        rates: ratesOf(merged, seconds),
        ...merged.all,
        byKind: merged.byKind,
        timeline: [],
        environment: context.environment,
    };
}

const FORM_REMARKS = ["Latencies were counted in buckets and are within 2 %.", "k6 gives no timeline."];

function read(texts: readonly string[]) {
    const summaries = new Map<string, RunnerSummary>();
    const problems: string[] = [];
    texts.forEach((text, at) => {
        const found = readRunnerSummary(text);
        if ("problem" in found) problems.push(`Runner ${at + 1} of ${texts.length}: ${found.problem}.`);
        else if (summaries.has(found.id)) problems.push(`Runner ${at + 1} of ${texts.length} was given twice.`);
        else summaries.set(found.id, found);
    });
    return { summaries: [...summaries.values()], problems };
}

/** Adding up runs of another load or target would give figures of neither. */
function refuseStrangers(summaries: readonly RunnerSummary[], scenario: Scenario): void {
    const loads = new Set(
        summaries.map((one) => JSON.stringify([one.scenario, one.url, one.seed, one.customers, one.skew, one.tenants])),
    );
    if (loads.size > 1)
        throw new PerfError(
            `k6: the summaries are of different runs (scenario, target, seed, customers, skew, tenants):\n  ${[...loads].join("\n  ")}\nGive the logs of one test.`,
            1,
        );
    const [named] = summaries.map((one) => one.scenario);
    if (named !== scenario.name)
        throw new PerfError(
            `k6: the summaries are of ${named}, not of ${scenario.name}. Name the scenario that was run.`,
            1,
        );
}

function partialRemarks(
    summaries: readonly RunnerSummary[],
    { started, dropped, unfinished }: Merged,
    { scenario, runners }: RunnersContext,
): string[] {
    const planned = measuredRequests(scenario);
    const lasts = measuredSeconds(scenario);
    const stopped = summaries.filter(({ seconds }) => seconds < lasts - STOPPED_SECONDS);
    const broken = [...new Set(stopped.flatMap(({ failedThresholds }) => failedThresholds))];
    const least = Math.min(...stopped.map(({ seconds }) => seconds));
    const missing = runners - summaries.length;
    const accounted = started + dropped;
    return [
        ...(missing > 0 ? [`${missing} of ${runners} runners gave no summary: what they sent is missing.`] : []),
        ...(stopped.length > 0
            ? [
                  `${stopped.length} runners were stopped, after ${least.toFixed(1)} s of ${lasts} s${broken.length > 0 ? ` (${broken.join(", ")})` : ""}.`,
              ]
            : []),
        ...(unfinished > started * DROPPED_SHARE
            ? [`${unfinished} of ${started} requests were begun and cut off; they are counted as not sent.`]
            : []),
        ...(accounted < planned * (1 - UNACCOUNTED_SHARE)
            ? [`The schedule asked for ${planned} requests; the runners account for ${accounted}.`]
            : []),
    ];
}

function unsustainedRemarks({ started, dropped }: Merged): string[] {
    const asked = started + dropped;
    if (dropped <= asked * DROPPED_SHARE) return [];
    return [
        `The runners dropped ${dropped} of ${asked} requests, as no virtual user was free: more runners are needed, or the target takes over a second for each answer.`,
    ];
}

function refusedRemarks({ all: { totals } }: Merged): string[] {
    const refused = totals.outcomes["rate-limited"] + totals.outcomes["quota-exhausted"];
    return refused === 0
        ? []
        : [`${refused} of ${totals.sent} requests were turned away (429): their latency is the limiter's.`];
}

function loadOf({ seed, customers, skew, tenants }: RunnerSummary, scenario: Scenario): Result["load"] {
    return {
        model: "open",
        requestsPerSecond: peakRate(scenario),
        warmUpSeconds: scenario.warmUpSeconds,
        seconds: measuredSeconds(scenario),
        seed,
        customers,
        skew,
        tenants,
    };
}

function ratesOf({ all: { totals } }: Merged, seconds: number): Result["rates"] {
    const over = (count: number) => (seconds === 0 ? 0 : count / seconds);
    return { scheduled: over(totals.scheduled), sent: over(totals.sent), answered: over(totals.answered) };
}
