import { durationSeconds } from "./duration";
import type { Metrics, MetricType } from "./metrics";
import type { ScriptOptions } from "./script-options-schema";

const EXPRESSION = /^(count|rate)\s*(<=|<|>=|>)\s*(\d+(?:\.\d+)?)$/;
/** What an expression may ask of a metric. A counter's `rate` is one a second, which the shim's faster clock would change. */
const AGGREGATES: Readonly<Record<MetricType, string>> = { counter: "count", rate: "rate" };

export interface Verdict {
    readonly metric: string;
    readonly source: string;
    readonly ok: boolean;
}

interface Threshold {
    readonly metric: string;
    readonly source: string;
    /** Seconds from the start of the test from which on it ends the run; null: it never does. */
    readonly abortsAfter: number | null;
    readonly keeps: () => boolean;
}

export class Thresholds {
    readonly #all: readonly Threshold[];

    /** @throws Error for an expression that k6 would not take, or on a metric that there is none of */
    constructor(thresholds: ScriptOptions["thresholds"], metrics: Metrics) {
        this.#all = Object.entries(thresholds).flatMap(([metric, given]) => {
            const type = metrics.observe(metric);
            return given.map((one) => {
                const source = typeof one === "string" ? one : one.threshold;
                const aborts = typeof one !== "string" && one.abortOnFail ? durationSeconds(one.delayAbortEval) : null;
                return { metric, source, abortsAfter: aborts, keeps: kept(metric, type, source, metrics) };
            });
        });
    }

    verdicts(): Verdict[] {
        return this.#all.map(({ metric, source, keeps }) => ({ metric, source, ok: keeps() }));
    }

    /** Whether the run has to end. @param seconds since the start of the test */
    abort(seconds: number): boolean {
        return this.#all.some(({ abortsAfter, keeps }) => abortsAfter !== null && seconds >= abortsAfter && !keeps());
    }
}

function kept(metric: string, type: MetricType, source: string, metrics: Metrics): () => boolean {
    const [, aggregate, operator, limit] = EXPRESSION.exec(source) ?? [];
    if (aggregate !== AGGREGATES[type])
        throw new Error(`shim: threshold ${JSON.stringify(source)} on ${metric} is not understood for a ${type}.`);
    const bound = Number(limit);
    return () => {
        const value = metrics.values(metric)[aggregate] ?? Number.NaN;
        if (operator === "<") return value < bound;
        if (operator === "<=") return value <= bound;
        return operator === ">" ? value > bound : value >= bound;
    };
}
