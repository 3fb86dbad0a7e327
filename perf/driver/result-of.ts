import { FORMAT, type Result } from "../results/result";
import { measuredSeconds, peakRate } from "../workload/scenario";
import type { DriveOptions } from "./drive-options";
import type { Recorder } from "./recorder";
import { verdict } from "./verdict";

/** A run that ended before its time. */
export interface Stop {
    /** Milliseconds since the measured part began. */
    readonly at: number;
    readonly why: string;
}

export interface RunEnd {
    readonly startedAt: string;
    readonly waited: number;
    readonly lagMs: number;
    readonly stop?: Stop;
}

const DEFAULT_MAX_LAG_MS = 20;

/** The result of a run that has ended. */
export function resultOf(
    options: DriveOptions,
    recorder: Recorder,
    { startedAt, waited, lagMs, stop }: RunEnd,
): Result {
    const { scenario, target, load, connections, environment, ceiling, maxLagMs = DEFAULT_MAX_LAG_MS } = options;
    const planned = measuredSeconds(scenario);
    const seconds = stop === undefined ? planned : Math.max(0, Math.min(planned, stop.at / 1000));
    const measured = recorder.measured(Math.ceil(seconds));
    const { scheduled, sent, answered } = measured.totals;
    const stopped = stop === undefined ? {} : { stopped: stopRemark(stop, planned) };
    const perSecond = (count: number) => (seconds === 0 ? 0 : count / seconds);
    return {
        format: FORMAT,
        scenario: scenario.name,
        ...verdict({ scheduled, sent, waited, seconds, connections, lagMs, maxLagMs, ...stopped }),
        target: { kind: recorder.targetKind, url: target.origin + target.pathname },
        startedAt,
        load: {
            model: "open",
            requestsPerSecond: peakRate(scenario),
            warmUpSeconds: scenario.warmUpSeconds,
            seconds: planned,
            ...load,
        },
        driver: {
            name: "node",
            version: process.versions.node,
            runners: 1,
            ceilingRequestsPerSecond: ceiling ?? null,
        },
        rates: { scheduled: perSecond(scheduled), sent: perSecond(sent), answered: perSecond(answered) },
        ...measured,
        environment,
    };
}

function stopRemark({ at, why }: Stop, seconds: number): string {
    if (at >= seconds * 1000) return `${why}.`;
    return at < 0 ? `${why}, in the warm-up.` : `${why}, after ${(at / 1000).toFixed(1)} of ${seconds} s.`;
}
