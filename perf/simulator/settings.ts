import type { LatencyDistribution } from "./latency";

/** What the simulator does; each may be changed while it runs, and holds from the next request on. */
export interface SimulatorSettings {
    latency: LatencyDistribution;
    /** Share of requests that are answered with 500, 0 to 1. */
    errorRate: number;
    /** Share of decisions that are made by the fallback score, 0 to 1. */
    degradedRate: number;
    /** The most that it can answer, in requests a second, or null: more than that queues, and then gets 503. */
    capacity: Capacity | null;
    /** Times in which nothing is answered, counted from when they were set: what is due in one is answered at its end. */
    pauses: Pauses | null;
    /** Requests a minute and tenant, in a sliding window, or null: beyond it 429 `RATE_LIMITED`. */
    rateLimitPerMinute: number | null;
    /** Decisions that the licence allows from now on, or null: then 429 `QUOTA_EXCEEDED`. */
    quota: number | null;
    /** `reset`: each request's connection is reset; `close`: it is closed without an answer. For the probes too. */
    away: "no" | "reset" | "close";
}

export interface Capacity {
    readonly requestsPerSecond: number;
    /** The longest wait that a request is let in for; beyond it 503 `OVERLOADED`. */
    readonly queueMs: number;
}

export interface Pauses {
    readonly everyMs: number;
    /** The first begins this long after they were set. */
    readonly afterMs: number;
    readonly forMs: number;
}

export const DEFAULT_SETTINGS: Readonly<SimulatorSettings> = {
    latency: { kind: "constant", ms: 0 },
    errorRate: 0,
    degradedRate: 0,
    capacity: null,
    pauses: null,
    rateLimitPerMinute: null,
    quota: null,
    away: "no",
};
