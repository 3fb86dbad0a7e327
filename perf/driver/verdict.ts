import type { Result } from "../results/result";

/** Below this share of what was asked for, a run says what the driver can do, not what the target can. */
const SUSTAINED_SHARE = 0.95;
/** From this share on, waiting for a connection is worth a remark. */
const NOTABLE_SHARE = 0.01;

export interface RunFacts {
    readonly scheduled: number;
    readonly sent: number;
    /** Requests that found no free connection when they were due. */
    readonly waited: number;
    /** Seconds of the measured part that have passed. */
    readonly seconds: number;
    readonly connections: number;
    /** P99 of the driver's own lag. */
    readonly lagMs: number;
    readonly maxLagMs: number;
    /** Why it ended before its time, where it did. */
    readonly stopped?: string;
}

/** What a run is worth. */
export function verdict(facts: RunFacts): Pick<Result, "status" | "remarks"> {
    const { scheduled, sent, waited, connections, lagMs, maxLagMs, stopped } = facts;
    const isShort = sent <= scheduled * SUSTAINED_SHARE && scheduled > 0;
    const isLate = lagMs > maxLagMs;
    const remarks = [
        ...(stopped === undefined ? [] : [stopped]),
        ...(isShort ? [shortfall(facts, isLate)] : []),
        ...(isLate
            ? [
                  `The driver's own lag was ${Math.round(lagMs)} ms at p99, and ${maxLagMs} ms are allowed: the latencies are partly its own. Give it a free core, or ask for less.`,
              ]
            : []),
        ...(waited > scheduled * NOTABLE_SHARE
            ? [
                  `${percent(waited / scheduled)} of the requests waited for one of the ${connections} connections; the wait is in their latency.`,
              ]
            : []),
        ...(sent < scheduled && !isShort
            ? [
                  `${thousands(scheduled - sent)} of ${thousands(scheduled)} requests found no connection in time and were not sent.`,
              ]
            : []),
    ];
    return { status: stopped !== undefined ? "partial" : isShort || isLate ? "unsustained" : "complete", remarks };
}

function shortfall({ scheduled, sent, seconds, connections }: RunFacts, isLate: boolean): string {
    const [asked, got] = [scheduled, sent].map((count) => `${thousands(Math.round(count / seconds))}/s`);
    const reason = isLate ? "" : `: all ${connections} connections were waiting for answers`;
    return `It was asked for ${asked}, and sent ${got}${reason}.`;
}

function thousands(count: number): string {
    return count.toLocaleString("en-US");
}

function percent(share: number): string {
    return `${(share * 100).toFixed(1)} %`;
}
