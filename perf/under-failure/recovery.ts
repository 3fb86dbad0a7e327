import { z } from "zod";
import type { Second } from "../results/result";
import { SLO } from "../workload/slo";

const seconds = z.number().min(0);

export const recoverySchema = z.strictObject({
    verdict: z.enum([
        /** Nothing of the event was seen in errors or latency. */
        "unharmed",
        /** Back in time, and it stayed so. */
        "recovered",
        /** Back, but later than the recovery target. */
        "late",
        /** Back for a while, and at the end not. */
        "relapsed",
        /** Not back while it was watched. */
        "not-recovered",
        /** The load was not steady before the event, so that nothing can be compared with it. */
        "not-judged",
    ]),
    /** Seconds from the event to the first and the last second with errors beyond the steady state; null where there were none. */
    outage: z.strictObject({ beginsAfter: seconds, endsAfter: seconds, seconds: z.int().min(1) }).nullable(),
    /** Seconds, after the event, without such errors and with latencies beyond the steady state. */
    degradedSeconds: z.int().min(0),
    /** From the event until steady state is back for good; 0 where it was never left, null where it is not back. */
    recoverySeconds: seconds.nullable(),
    /** How many times steady state had come back, for as long as was asked, and was lost again. */
    relapses: z.int().min(0),
    requestsFailed: z.int().min(0),
    /** Of what was sent after the event, 0 to 1. */
    failedShare: z.number().min(0).max(1),
    worstP99Ms: z.number().min(0),
    /** Whether the vendor's SLO holds over the last steady seconds. */
    isSloBack: z.boolean(),
});

export type Recovery = z.infer<typeof recoverySchema>;

export interface RecoverySettings {
    /** The second of the timeline in which the event was triggered. */
    readonly eventAt: number;
    readonly recoveryTargetSeconds: number;
    /** How long steady state has to last to count as back. */
    readonly steadySeconds: number;
}

/** What a second may be and still count as steady. */
export interface SteadyState {
    readonly p99Ms: number;
    /** Share of what was sent, 0 to 1. */
    readonly errorShare: number;
}

/**
 * Steady state as it was before the event: the SLO, or the worst second where single seconds were worse already. Of a hundred requests
 * one slow one is the second's p99, so that the SLO alone would find an outage in every noise.
 *
 * @returns undefined where the seconds do not keep the SLO together: then there is nothing to come back to
 */
export function steadyStateBefore(before: readonly Second[]): SteadyState | undefined {
    if (before.length === 0 || !keepsSlo(before)) return undefined;
    return {
        p99Ms: Math.max(SLO.p99Ms, ...before.map(({ p99Ms }) => p99Ms)),
        errorShare: Math.max(SLO.errorRate, ...before.map(errorShare)),
    };
}

/** What a second is against steady state. No answer at all is an outage, however few were sent. */
export function stateOf(second: Second, steady: SteadyState): "steady" | "degraded" | "outage" {
    if (second.sent > 0 && second.answered === 0) return "outage";
    if (errorShare(second) > steady.errorShare) return "outage";
    return second.p99Ms > steady.p99Ms ? "degraded" : "steady";
}

/** Judges a timeline. Pure. @param timeline the measured seconds, in order, without the one that was cut off */
export function analyseRecovery(timeline: readonly Second[], settings: RecoverySettings): Recovery {
    const { eventAt, recoveryTargetSeconds, steadySeconds } = settings;
    const after = timeline.slice(eventAt);
    const steady = steadyStateBefore(timeline.slice(0, eventAt));
    const figures = {
        requestsFailed: sum(after, ({ errors }) => errors),
        failedShare: share(
            sum(after, ({ errors }) => errors),
            sum(after, ({ sent }) => sent),
        ),
        worstP99Ms: Math.max(0, ...after.map(({ p99Ms }) => p99Ms)),
        isSloBack: after.length >= steadySeconds && keepsSlo(after.slice(-steadySeconds)),
    };
    if (steady === undefined)
        return {
            verdict: "not-judged",
            outage: null,
            degradedSeconds: 0,
            recoverySeconds: null,
            relapses: 0,
            ...figures,
        };

    const states = after.map((second) => stateOf(second, steady));
    const recoveries = steadyRuns(states, steadySeconds);
    const last = recoveries.at(-1);
    const recoverySeconds = last?.isLast === true ? last.from : null;
    const relapses = recoveries.filter(({ isLast, from }) => !isLast && from > 0).length;
    return {
        verdict: verdictOf(states, recoverySeconds, relapses, recoveryTargetSeconds),
        outage: outageOf(states),
        degradedSeconds: states.filter((state) => state === "degraded").length,
        recoverySeconds,
        relapses,
        ...figures,
    };
}

type State = ReturnType<typeof stateOf>;

function verdictOf(
    states: readonly State[],
    recoverySeconds: number | null,
    relapses: number,
    target: number,
): Recovery["verdict"] {
    if (recoverySeconds === null) return relapses > 0 ? "relapsed" : "not-recovered";
    if (states.every((state) => state === "steady")) return "unharmed";
    return recoverySeconds <= target ? "recovered" : "late";
}

interface SteadyRun {
    readonly from: number;
    /** Whether it lasts to the end of what was watched. */
    readonly isLast: boolean;
}

/** Stretches of steady seconds that are long enough to count, after the event. */
function steadyRuns(states: readonly State[], steadySeconds: number): readonly SteadyRun[] {
    const runs: SteadyRun[] = [];
    let from = 0;
    for (let at = 0; at <= states.length; at++) {
        if (states[at] === "steady") continue;
        if (at - from >= steadySeconds) runs.push({ from, isLast: at === states.length });
        from = at + 1;
    }
    return runs;
}

function outageOf(states: readonly State[]): Recovery["outage"] {
    const first = states.indexOf("outage");
    if (first < 0) return null;
    const last = states.lastIndexOf("outage");
    return {
        beginsAfter: first,
        endsAfter: last + 1,
        seconds: states.filter((state) => state === "outage").length,
    };
}

/** By the share of errors of all, and by most of the seconds' p99: single seconds of a small load are noise. */
function keepsSlo(timeline: readonly Second[]): boolean {
    const slow = timeline.filter(({ p99Ms }) => p99Ms >= SLO.p99Ms).length;
    const errors = share(
        sum(timeline, (second) => second.errors),
        sum(timeline, ({ sent }) => sent),
    );
    return slow * 2 < timeline.length && errors < SLO.errorRate && timeline.some(({ answered }) => answered > 0);
}

function errorShare({ errors, sent }: Second): number {
    return share(errors, sent);
}

function share(part: number, of: number): number {
    return of === 0 ? 0 : Math.min(1, part / of);
}

function sum(timeline: readonly Second[], of: (second: Second) => number): number {
    return timeline.reduce((total, second) => total + of(second), 0);
}
