import type { Scenario as K6Scenario, Options, Stage, Threshold } from "k6/options";
import { longestTimeout } from "../workload/request-times";
import { type Mix, measuredRequests, measuredSeconds, type Phase, peakRate, type Scenario } from "../workload/scenario";
import { SLO } from "../workload/slo";
import { METRICS } from "./metric-names";
import { virtualUsers } from "./virtual-users";

/** The k6 scenario whose requests are counted. */
export const MEASURED = "measured";

/** What is under way at the end is waited for until it was answered or has timed out, and a little longer. */
const GRACE_SECONDS = 5;
/**
 * Between warm-up and measured part. k6 keeps virtual users for a scenario until its grace period is over: with no pause the measured part
 * would get others, whose connections are still to be opened. It is short enough that no server closes an idle connection meanwhile.
 */
export const PAUSE_SECONDS = 2;
const WARM_UP_GRACE_SECONDS = 1;

/** Above this share of dropped iterations the figures are the runner's: a tenth of what the 99th percentile leaves out. */
export const DROPPED_SHARE = 0.001;

export function scriptOptions(scenario: Scenario): Options {
    const first = scenario.phases[0]?.fromRate ?? 0;
    const warmUp = [{ seconds: scenario.warmUpSeconds, fromRate: first, toRate: first }];
    return {
        scenarios: {
            "warm-up": { ...arrivals(warmUp, scenario.mix), gracefulStop: seconds(WARM_UP_GRACE_SECONDS) },
            [MEASURED]: {
                ...arrivals(scenario.phases, scenario.mix),
                startTime: seconds(scenario.warmUpSeconds + PAUSE_SECONDS),
                gracefulStop: seconds(longestTimeout(scenario.mix) + GRACE_SECONDS),
            },
        },
        thresholds: thresholds(scenario),
        // Requests say which of their bodies are read.
        discardResponseBodies: true,
        // A load balancer has several addresses, and gets more while it grows: each is used alike, and asked for again every minute.
        dns: { ttl: "1m", select: "roundRobin", policy: "preferIPv4" },
        userAgent: "kaireon-perf/k6",
        noUsageReport: true,
    };
}

function arrivals(phases: readonly Phase[], mix: Mix): K6Scenario {
    const users = virtualUsers(peakRate({ phases }), mix);
    const [only] = phases;
    if (only !== undefined && phases.length === 1 && only.fromRate === only.toRate)
        return {
            executor: "constant-arrival-rate",
            rate: Math.round(only.fromRate),
            timeUnit: "1s",
            duration: seconds(only.seconds),
            ...users,
        };
    const startRate = Math.round(only?.fromRate ?? 0);
    return { executor: "ramping-arrival-rate", startRate, timeUnit: "1s", stages: stages(phases), ...users };
}

/** A stage of k6 begins at the rate where the one before ended: a jump is a stage of no length. */
function stages(phases: readonly Phase[]): Stage[] {
    let rate = phases[0]?.fromRate;
    return phases.flatMap((phase) => {
        const jump = phase.fromRate === rate ? [] : [{ target: Math.round(phase.fromRate), duration: "0s" }];
        rate = phase.toRate;
        return [...jump, { target: Math.round(phase.toRate), duration: seconds(phase.seconds) }];
    });
}

/**
 * The SLO, as shares of decisions that are slower: the same as its percentiles, and a Rate takes no memory, while a Trend keeps every value.
 * Each runner judges what it sent; the result of all of them is judged anew.
 */
function thresholds(scenario: Scenario): Record<string, Threshold[]> {
    const below = (limit: number): Threshold[] => [abortable(scenario, `rate<${limit}`)];
    const mayDrop = Math.max(1, Math.floor(measuredRequests(scenario) * DROPPED_SHARE));
    return {
        [METRICS.slowerThanP95]: below(0.05),
        [METRICS.slowerThanP99]: below(0.01),
        [METRICS.failed]: below(SLO.errorRate),
        [METRICS.dropped]: [`count<${mayDrop}`],
    };
}

function abortable(scenario: Scenario, threshold: string): Threshold {
    if (scenario.untilBroken === undefined) return threshold;
    // Counted from the start of the test. Judged over all that was measured so far: a few seconds of a broken step are enough to break it.
    const delay = scenario.warmUpSeconds + PAUSE_SECONDS + 10;
    return { threshold, abortOnFail: true, delayAbortEval: seconds(delay) };
}

function seconds(value: number): string {
    return `${value}s`;
}

/** When the measured part begins, in seconds from the start of the test, and how long it lasts when nothing stops it. */
export function measuredWindow(scenario: Scenario): { readonly beginsAt: number; readonly lasts: number } {
    return { beginsAt: scenario.warmUpSeconds + PAUSE_SECONDS, lasts: measuredSeconds(scenario) };
}
