import { OUTCOMES, type Outcome } from "../workload/outcome";
import { REQUEST_KINDS, type RequestKind } from "../workload/request";
import type { Scenario } from "../workload/scenario";
import { LAST_BUCKET, quantileMs } from "./buckets";
import { REASONS } from "./error-reasons";
import { type LoadEnvironment, loadSettings } from "./load-settings";
import { bucketMetric, errorMetric, METRICS, outcomeMetric } from "./metric-names";
import { RUNNER_FORMAT, type RunnerCounts, type RunnerSummary } from "./runner-summary";
import { measuredWindow } from "./script-options";

/** What k6 gives `handleSummary`: https://grafana.com/docs/k6/latest/results-output/end-of-test/custom-summary/ */
export interface K6Data {
    readonly state: { readonly testRunDurationMs: number };
    readonly metrics: Readonly<Record<string, K6Metric>>;
}

export interface K6Metric {
    readonly values: Readonly<Record<string, number>>;
    readonly thresholds?: Readonly<Record<string, { readonly ok: boolean }>>;
}

export interface SummaryMoment {
    /** Milliseconds since 1970. */
    readonly now: number;
    readonly id: string;
}

/** @throws Error where k6 gives its newer form of the data, which has other names */
export function summaryOf(
    data: K6Data,
    scenario: Scenario,
    environment: LoadEnvironment,
    moment: SummaryMoment,
): RunnerSummary {
    if (typeof data.state?.testRunDurationMs !== "number")
        throw new Error("k6 gives its data in another form; run it with K6_NEW_MACHINE_READABLE_SUMMARY=false.");
    const { target, workload } = settingsOrNothing(environment);
    const { beginsAt, lasts } = measuredWindow(scenario);
    const count = (name: string) => data.metrics[name]?.values["count"] ?? 0;
    const ranSeconds = data.state.testRunDurationMs / 1000;
    return {
        format: RUNNER_FORMAT,
        id: moment.id,
        scenario: scenario.name,
        url: target,
        startedAt: new Date(moment.now - (ranSeconds - beginsAt) * 1000).toISOString(),
        seconds: Math.min(lasts, Math.max(0, ranSeconds - beginsAt)),
        seed: workload.seed,
        customers: workload.customers,
        skew: workload.skew,
        tenants: workload.tenants.length,
        started: count(METRICS.started),
        dropped: count(METRICS.dropped),
        simulated: count(METRICS.simulated),
        failedThresholds: failedThresholds(data),
        kinds: Object.fromEntries(
            REQUEST_KINDS.map((kind) => [kind, countsOf(kind, count)] as const).filter(
                ([, { outcomes }]) => Object.keys(outcomes).length > 0,
            ),
        ),
    };
}

/** A run that could not begin for its environment has a summary too: it says that nothing was sent. */
function settingsOrNothing(environment: LoadEnvironment): Pick<ReturnType<typeof loadSettings>, "target" | "workload"> {
    try {
        return loadSettings(environment);
    } catch {
        return { target: "", workload: { seed: 0, customers: 0, skew: 0, auth: "bearer", tenants: [] } };
    }
}

/** Only what was counted: most buckets are empty, and k6 leaves out counters that nothing was added to. */
function countsOf(kind: RequestKind, count: (name: string) => number): RunnerCounts {
    const filled = <Key extends string | number>(keys: readonly Key[], metric: (key: Key) => string) =>
        Object.fromEntries(keys.flatMap((key) => (count(metric(key)) > 0 ? [[key, count(metric(key))]] : [])));
    const buckets = Array.from({ length: LAST_BUCKET + 1 }, (_, bucket) => bucket);
    return {
        outcomes: filled<Outcome>(OUTCOMES, (outcome) => outcomeMetric(kind, outcome)),
        errors: filled(REASONS, (reason) => errorMetric(kind, reason)),
        buckets: filled(buckets, (bucket) => bucketMetric(kind, bucket)),
    };
}

function failedThresholds({ metrics }: K6Data): string[] {
    return Object.entries(metrics).flatMap(([name, { thresholds = {} }]) =>
        Object.entries(thresholds).flatMap(([expression, { ok }]) => (ok ? [] : [`${name}: ${expression}`])),
    );
}

/** What whoever runs one k6 by hand reads; the figures of a result are made of the summary below it. */
export function readable(summary: RunnerSummary): string {
    const lines = REQUEST_KINDS.flatMap((kind) => {
        const counts = summary.kinds[kind];
        return counts === undefined ? [] : [`  ${kind}: ${kindLine(counts)}`];
    });
    const failed = summary.failedThresholds.map((threshold) => `  threshold broken: ${threshold}`);
    const begun = `${summary.scenario}: ${summary.started} begun in ${summary.seconds.toFixed(1)} s, ${summary.dropped} dropped`;
    return [begun, ...lines, ...failed].join("\n");
}

function kindLine({ outcomes, errors, buckets }: RunnerCounts): string {
    const counted = [...Object.entries(outcomes), ...Object.entries(errors)].map(([name, count]) => `${count} ${name}`);
    const at = [0.5, 0.95, 0.99].map((share) => `p${share * 100} ${quantileMs(buckets, share).toFixed(1)} ms`);
    return [...counted, ...at].join(", ");
}
