import { latencyOf, newHistogram, recordLatency, storedHistogram } from "./histogram";
import { type Environment, FORMAT, type Measured, type Result } from "./result";

/** What a test's run is to be like; the rest follows. */
export interface RunSettings {
    /** Latencies of the answers, in milliseconds. */
    readonly latencies?: readonly number[];
    /** How many of the answers are errors. */
    readonly errors?: number;
    readonly startedAt?: string;
    readonly environment?: Environment | null;
}

export const environment: Environment = {
    stack: "large",
    region: "eu-west-1",
    kubernetesVersion: "1.35",
    chartVersion: "1.4.0",
    imageTag: "2.3.0",
    valuesHash: "a".repeat(64),
    backends: { "eventbus.backend": "kafka", "interactionStore.backend": "dynamodb" },
    nodes: { "api-a": { instanceType: "m7i.2xlarge", count: 2 } },
    replicas: { api: 6, worker: 4 },
    traceSampleRate: 0.1,
};

/** 1 to 100 ms, one of each. */
export const hundred: readonly number[] = Array.from({ length: 100 }, (_, index) => index + 1);

/** A whole result of a platform that agrees with itself: 100 requests in 10 seconds. */
export function resultOf(settings: RunSettings = {}): Result {
    const { latencies = hundred, errors = 0, startedAt = "2026-11-24T13:15:00.000Z" } = settings;
    const measured = measuredOf(latencies, errors);
    const rate = latencies.length / 10;
    return {
        format: FORMAT,
        scenario: "recommend-100rps",
        status: "complete",
        remarks: [],
        target: { kind: "platform", url: "https://decisions.example.com/" },
        startedAt,
        load: {
            model: "open",
            requestsPerSecond: rate,
            warmUpSeconds: 30,
            seconds: 10,
            seed: 1,
            customers: 100_000,
            skew: 1,
            tenants: 1,
        },
        driver: { name: "node", version: "20.20.0", runners: 1, ceilingRequestsPerSecond: null },
        rates: { scheduled: rate, sent: rate, answered: rate },
        ...measured,
        byKind: { recommend: measured },
        timeline: [
            {
                at: 0,
                scheduled: latencies.length,
                sent: latencies.length,
                answered: latencies.length,
                errors,
                p50Ms: measured.latencyMs.p50,
                p99Ms: measured.latencyMs.p99,
            },
        ],
        environment: settings.environment === undefined ? environment : settings.environment,
    };
}

function measuredOf(latencies: readonly number[], errors: number): Measured {
    const histogram = newHistogram();
    for (const latency of latencies) recordLatency(histogram, latency);
    const count = latencies.length;
    return {
        totals: {
            scheduled: count,
            sent: count,
            answered: count,
            outcomes: { ok: count - errors, degraded: 0, "rate-limited": 0, "quota-exhausted": 0, error: errors },
            errors: errors === 0 ? {} : { "HTTP 500": errors },
            errorRate: count === 0 ? 0 : errors / count,
        },
        latencyMs: latencyOf(histogram),
        histogram: storedHistogram(histogram),
    };
}
