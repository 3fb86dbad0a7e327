import type { Outcome } from "../workload/outcome";
import type { RequestKind } from "../workload/request";

/** Names of k6's metrics: letters, digits and underscores only. All but the last are this project's, and hold the measured part alone. */
export const METRICS = {
    started: "kaireon_started",
    simulated: "kaireon_simulated",
    slowerThanP95: "kaireon_slower_than_p95",
    slowerThanP99: "kaireon_slower_than_p99",
    failed: "kaireon_failed",
    /** k6 counts it by scenario, and shows that count only where a threshold asks for it. */
    dropped: "dropped_iterations{scenario:measured}",
} as const;

export function outcomeMetric(kind: RequestKind, outcome: Outcome): string {
    return named(kind, "outcome", outcome);
}

export function errorMetric(kind: RequestKind, reason: string): string {
    return named(kind, "error", reason);
}

export function bucketMetric(kind: RequestKind, bucket: number): string {
    return named(kind, "latency", String(bucket));
}

function named(kind: RequestKind, what: string, which: string): string {
    return `kaireon_${kind}_${what}_${which}`.replace(/[^A-Za-z0-9]+/g, "_");
}
