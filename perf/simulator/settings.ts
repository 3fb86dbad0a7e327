import { z } from "zod";
import { PerfError } from "../perf-error";
import { latencySchema } from "./latency";

const share = z.number().min(0).max(1);
const milliseconds = z.number().min(0).max(600_000);

/** What the simulator does; each may be changed while it runs, and holds from the next request on. */
export const settingsSchema = z.strictObject({
    latency: latencySchema,
    /** Share of requests that are answered with 500, 0 to 1. */
    errorRate: share,
    /** Share of decisions that are made by the fallback score, 0 to 1. */
    degradedRate: share,
    /**
     * The most that it can answer, in requests a second, and the longest wait that a request is let in for: beyond it 503 `OVERLOADED`.
     * A bottleneck before the latency, so that the knee is at this rate whatever the latency. Null: none.
     */
    capacity: z.strictObject({ requestsPerSecond: z.number().gt(0), queueMs: milliseconds }).nullable(),
    /** Times in which nothing is answered, counted from when they were set; what is due in one is answered at its end. Null: none. */
    pauses: z
        .strictObject({ afterMs: milliseconds, everyMs: milliseconds.gt(0), forMs: milliseconds })
        .refine(({ everyMs, forMs }) => forMs < everyMs, {
            message: "forMs must be below everyMs, or nothing is ever answered",
            path: ["forMs"],
        })
        .nullable(),
    /** Requests a minute and key, in a sliding window: beyond it 429 `RATE_LIMITED`. Null: no limit. */
    rateLimitPerMinute: z.int().min(1).max(10_000_000).nullable(),
    /** Decisions that the licence still allows, counted down: at 0 `recommend` gets 429 `QUOTA_EXCEEDED`. Null: no limit. */
    quota: z.int().min(0).nullable(),
    /** `reset`: each connection is reset when a request comes or an answer is due; `close`: closed without an answer. Probes too. */
    away: z.enum(["no", "reset", "close"]),
});

export type SimulatorSettings = z.infer<typeof settingsSchema>;

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

/** Some of the settings, checked. @throws PerfError with all that is wrong */
export function checkedSettings(given: unknown): Partial<SimulatorSettings> {
    const parsed = settingsSchema.partial().safeParse(given);
    if (!parsed.success)
        throw new PerfError(
            `simulator: ${parsed.error.issues.map(({ path, message }) => `${path.join(".") || "settings"}: ${message}`).join("; ")}.`,
        );
    // Absent keys stay absent: an undefined one would take a default's place.
    return Object.fromEntries(Object.entries(parsed.data).filter(([, value]) => value !== undefined));
}
