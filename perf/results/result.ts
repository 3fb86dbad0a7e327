import { z } from "zod";
import { OUTCOMES } from "../workload/outcome";
import { REQUEST_KINDS } from "../workload/request";

/** Version of the format: a reader refuses what it does not know. */
export const FORMAT = "kaireon-perf/1";

const count = z.int().min(0);
const rate = z.number().min(0);
const milliseconds = z.number().min(0);

/** Percentiles of the latency, in milliseconds, from the intended start of a request to the end of its answer. */
const latencySchema = z.strictObject({
    min: milliseconds,
    mean: milliseconds,
    p50: milliseconds,
    p90: milliseconds,
    p95: milliseconds,
    p99: milliseconds,
    p999: milliseconds,
    max: milliseconds,
});

/** An HDR histogram of latencies in microseconds: version 2, compressed, in base 64, as every HdrHistogram library reads it. */
const histogramSchema = z.strictObject({
    unit: z.literal("us"),
    significantDigits: z.int().min(1).max(5),
    data: z.string().min(1),
});

const totalsSchema = z.strictObject({
    /** Requests that the schedule asked for. */
    scheduled: count,
    sent: count,
    /** Answers that came whole; what was sent and has no answer counts as an error. */
    answered: count,
    outcomes: z.strictObject(
        Object.fromEntries(OUTCOMES.map((outcome) => [outcome, count])) as Record<
            (typeof OUTCOMES)[number],
            typeof count
        >,
    ),
    /** Errors by what was wrong: `HTTP 500 INTERNAL`, `ECONNREFUSED`, `timeout`. */
    errors: z.record(z.string(), count),
    /** Errors in what was sent, 0 to 1: `rate-limited` and `quota-exhausted` are none. */
    errorRate: z.number().min(0).max(1),
});

const measuredSchema = z.strictObject({
    totals: totalsSchema,
    latencyMs: latencySchema,
    histogram: histogramSchema,
});

/** One second of the measured part. */
const secondSchema = z.strictObject({
    /** Seconds since the measured part began. */
    at: count,
    scheduled: count,
    sent: count,
    answered: count,
    errors: count,
    /** Of requests that were meant to start in this second; 0 where none was answered. */
    p50Ms: milliseconds,
    p99Ms: milliseconds,
});

/** What the platform was made of while it was measured: only like is compared with like. */
export const environmentSchema = z.strictObject({
    stack: z.string(),
    region: z.string(),
    kubernetesVersion: z.string(),
    chartVersion: z.string(),
    imageTag: z.string(),
    /** SHA-256 of the release's values without images' tags and secrets. */
    valuesHash: z.string(),
    /** By selector: `eventbus.backend`: `kafka`. */
    backends: z.record(z.string(), z.string()),
    /** By node group: its instance type and how many nodes it had. */
    nodes: z.record(z.string(), z.strictObject({ instanceType: z.string(), count })),
    /** By tier: pods that were ready. */
    replicas: z.record(z.string(), count),
    /** Share of decisions that are traced, 0 to 1. */
    traceSampleRate: z.number().min(0).max(1),
});

export const resultSchema = z.strictObject({
    format: z.literal(FORMAT),
    scenario: z.string().regex(/^[a-z0-9-]+$/),
    /**
     * `complete`: may become a baseline. `partial`: it was stopped, or the target went away; what there is was kept. `unsustained`: the
     * driver sent less than it was asked to, so the figures are the driver's.
     */
    status: z.enum(["complete", "partial", "unsustained"]),
    /** Why it is not complete, and whatever else a reader has to know. */
    remarks: z.array(z.string()),
    /** `simulator`: the figures are of the tools, and never of the product. */
    target: z.strictObject({ kind: z.enum(["platform", "simulator"]), url: z.string() }),
    startedAt: z.iso.datetime(),
    load: z.strictObject({
        model: z.literal("open"),
        /** Highest rate asked for. */
        requestsPerSecond: rate,
        warmUpSeconds: rate,
        seconds: rate,
        seed: z.int(),
        customers: count,
        /** Zipf's exponent of the customers: 0 where all come as often. */
        skew: z.number().min(0),
        tenants: count,
    }),
    driver: z.strictObject({
        name: z.enum(["node", "k6"]),
        version: z.string(),
        /** Machines or pods that sent. */
        runners: count,
        /** The most that the driver can send from where it ran, where that was measured. */
        ceilingRequestsPerSecond: rate.nullable(),
    }),
    /** Over the measured part. */
    rates: z.strictObject({ scheduled: rate, sent: rate, answered: rate }),
    ...measuredSchema.shape,
    byKind: z.partialRecord(z.enum(REQUEST_KINDS as readonly ["recommend", "respond", "respond-bulk"]), measuredSchema),
    timeline: z.array(secondSchema),
    /** Null where it was not read: such a result is no baseline of a platform. */
    environment: environmentSchema.nullable(),
});

/** One measured run, as `perf/baselines/<date>-<scenario>.json` holds it. */
export type Result = z.infer<typeof resultSchema>;
export type Measured = z.infer<typeof measuredSchema>;
export type Latency = z.infer<typeof latencySchema>;
export type Totals = z.infer<typeof totalsSchema>;
export type Second = z.infer<typeof secondSchema>;
export type Environment = z.infer<typeof environmentSchema>;
export type StoredHistogram = z.infer<typeof histogramSchema>;
