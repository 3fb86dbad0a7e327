import { Counter, Rate } from "k6/metrics";
import type { Classified } from "../workload/classify";
import type { OUTCOMES, Outcome } from "../workload/outcome";
import { type PlatformRequest, REQUEST_KINDS, type RequestKind } from "../workload/request";
import type { Mix } from "../workload/scenario";
import { SLO } from "../workload/slo";
import { bucketOf, LAST_BUCKET } from "./buckets";
import { REASONS, reasonOf } from "./error-reasons";
import { bucketMetric, errorMetric, METRICS, outcomeMetric } from "./metric-names";

export interface Recorded {
    readonly request: PlatformRequest;
    readonly answer: {
        readonly status: number;
        readonly error_code: number;
        readonly headers: Readonly<Record<string, string>>;
    };
    readonly classified: Classified;
    /** In milliseconds. */
    readonly latency: number;
}

interface KindMetrics {
    readonly outcomes: Readonly<Record<Outcome, Counter>>;
    readonly errors: Readonly<Record<string, Counter>>;
    readonly buckets: readonly Counter[];
}

export interface ScriptMetrics {
    readonly started: Counter;
    record(recorded: Recorded): void;
}

/** Every metric of a script. k6 allows that only while it loads the script. */
export function declareMetrics(mix: Mix): ScriptMetrics {
    const started = new Counter(METRICS.started);
    const simulated = new Counter(METRICS.simulated);
    const slowerThanP95 = new Rate(METRICS.slowerThanP95);
    const slowerThanP99 = new Rate(METRICS.slowerThanP99);
    const failed = new Rate(METRICS.failed);
    // Whatever the shares, decisions are sent: responses need them.
    const kinds = REQUEST_KINDS.filter((kind) => kind === "recommend" || (mix[kind] ?? 0) > 0);
    const byKind = new Map(kinds.map((kind) => [kind, kindMetrics(kind)]));

    function record({ request, answer, classified, latency }: Recorded): void {
        const metrics = byKind.get(request.kind);
        if (metrics === undefined) throw new Error(`no metrics are declared for ${request.kind}`);
        metrics.outcomes[classified.outcome].add(1);
        failed.add(classified.outcome === "error");
        const reason = reasonOf(classified, answer.status, answer.error_code);
        if (classified.outcome === "error") metrics.errors[reason]?.add(1);
        if (answer.headers["X-Kaireon-Simulator"] !== undefined) simulated.add(1);
        // What timed out took at least that long; how fast a connection was refused says nothing.
        if (answer.status === 0 && reason !== "timeout") return;
        metrics.buckets[bucketOf(latency)]?.add(1);
        // The SLO is of decisions: a bulk of a thousand items takes seconds.
        if (request.kind !== "recommend") return;
        slowerThanP95.add(latency >= SLO.p95Ms);
        slowerThanP99.add(latency >= SLO.p99Ms);
    }
    return { started, record };
}

function kindMetrics(kind: RequestKind): KindMetrics {
    const outcome = (name: Outcome) => new Counter(outcomeMetric(kind, name));
    return {
        outcomes: {
            ok: outcome("ok"),
            degraded: outcome("degraded"),
            "rate-limited": outcome("rate-limited"),
            "quota-exhausted": outcome("quota-exhausted"),
            error: outcome("error"),
        } satisfies Record<(typeof OUTCOMES)[number], Counter>,
        errors: Object.fromEntries(REASONS.map((reason) => [reason, new Counter(errorMetric(kind, reason))])),
        buckets: Array.from({ length: LAST_BUCKET + 1 }, (_, bucket) => new Counter(bucketMetric(kind, bucket))),
    };
}
