import { z } from "zod";
import type { Result } from "../results/result";
import { SLO } from "../workload/slo";
import type { Verdict } from "./search";

const LIMITS = ["p95", "p99", "errors", "answers behind arrivals", "degraded decisions"] as const;

const brokenSchema = z.strictObject({
    limit: z.enum(LIMITS),
    value: z.number().min(0),
    /** What it has to stay below; of answers, what it must reach. */
    bound: z.number().min(0),
});

/** One rate of the search, as it was driven. */
export const stepSchema = z.strictObject({
    rate: z.number().positive(),
    verdict: z.enum(["held", "broke", "unsustained", "throttled", "gone"] satisfies Verdict[]),
    /** The limits that broke, the furthest beyond its bound first. */
    broken: z.array(brokenSchema),
    startedAt: z.iso.datetime(),
    endedAt: z.iso.datetime(),
    p50Ms: z.number().min(0),
    p95Ms: z.number().min(0),
    p99Ms: z.number().min(0),
    /** Shares, 0 to 1. */
    errorRate: z.number().min(0).max(1),
    throttledRate: z.number().min(0).max(1),
    degradedRate: z.number().min(0).max(1),
    /** Requests a second. */
    sent: z.number().min(0),
    answered: z.number().min(0),
    /** P99 of the driver's own lag. */
    driverLagMs: z.number().min(0),
    remarks: z.array(z.string()),
});

export type Step = z.infer<typeof stepSchema>;
export type Broken = z.infer<typeof brokenSchema>;

/** Of the arrivals, at least as many have to be answered in the same time: less is a queue that grows. */
const ANSWERED_SHARE = 0.98;

/** What is known of a step beside the driver's result. */
export interface Ran {
    /** Exports of metrics are cut by these. */
    readonly startedAt: Date;
    readonly endedAt: Date;
    /** Answers that came until `SLO.p99Ms` after the last arrival: what has none by then waits in a queue. */
    readonly answeredInTime: number;
    /** P99 of the driver's own lag: what it may be, and what it was. Beyond it the latencies are partly the driver's. */
    readonly lagMs: number;
    readonly maxLagMs: number;
}

/** Judges what the driver measured at one rate. */
export function stepOf(rate: number, result: Result, ran: Ran): Step {
    const { startedAt, endedAt, answeredInTime, lagMs } = ran;
    const { totals, latencyMs, rates, load } = result;
    const answered = load.seconds === 0 ? 0 : answeredInTime / load.seconds;
    const share = (count: number) => (totals.sent === 0 ? 0 : Math.min(1, count / totals.sent));
    const throttledRate = share(totals.outcomes["rate-limited"] + totals.outcomes["quota-exhausted"]);
    const degradedRate = share(totals.outcomes.degraded);
    const broken = brokenLimits(result, degradedRate, answered);
    return {
        rate,
        verdict: verdictOf(result, ran, throttledRate, broken),
        broken,
        startedAt: startedAt.toISOString(),
        endedAt: endedAt.toISOString(),
        p50Ms: latencyMs.p50,
        p95Ms: latencyMs.p95,
        p99Ms: latencyMs.p99,
        errorRate: totals.errorRate,
        throttledRate,
        degradedRate,
        sent: rates.sent,
        answered,
        driverLagMs: lagMs,
        remarks: result.remarks,
    };
}

/**
 * A driver that is on time and still sends less waits for connections, of which it has more than the SLO's latencies need: that is the
 * target, and shows as answers behind arrivals.
 */
function verdictOf(
    { status }: Result,
    { lagMs, maxLagMs }: Ran,
    throttledRate: number,
    broken: readonly Broken[],
): Verdict {
    // First of all: of what the driver or a quota held back, latencies and errors say nothing of the target.
    if (lagMs > maxLagMs) return "unsustained";
    if (throttledRate >= SLO.errorRate) return "throttled";
    if (status === "partial") return "gone";
    return broken.length > 0 ? "broke" : "held";
}

function brokenLimits({ latencyMs, totals, rates }: Result, degradedRate: number, answered: number): Broken[] {
    const below = [
        { limit: "p95", value: latencyMs.p95, bound: SLO.p95Ms },
        { limit: "p99", value: latencyMs.p99, bound: SLO.p99Ms },
        { limit: "errors", value: totals.errorRate, bound: SLO.errorRate },
        // A fallback score is an answer that the vendor's SLO does not count: made because a model was too slow or gone.
        { limit: "degraded decisions", value: degradedRate, bound: SLO.errorRate },
    ] as const;
    const behind = answered < ANSWERED_SHARE * rates.scheduled;
    const found: Broken[] = [...below.filter(({ value, bound }) => value >= bound)];
    if (behind)
        found.push({ limit: "answers behind arrivals", value: answered, bound: ANSWERED_SHARE * rates.scheduled });
    return found.sort((one, other) => excess(other) - excess(one));
}

/** How many times its bound a value is; of answers, how many times short of it. */
function excess({ limit, value, bound }: Broken): number {
    if (limit === "answers behind arrivals") return value === 0 ? Number.POSITIVE_INFINITY : bound / value;
    return value / bound;
}

/** `p99 412 ms (below 200 ms)` */
export function shownBroken({ limit, value, bound }: Broken): string {
    if (limit === "p95" || limit === "p99") return `${limit} ${rounded(value)} ms (below ${bound} ms)`;
    if (limit === "answers behind arrivals") return `${limit}: ${rounded(value)}/s (at least ${rounded(bound)}/s)`;
    return `${limit} ${rounded(value * 100)} % (below ${rounded(bound * 100)} %)`;
}

function rounded(value: number): number {
    return Math.round(value * 100) / 100;
}
