import type { Measured } from "../results/result";
import type { RequestKind } from "../workload/request";
import { errorRateInterval, type Interval, percentileInterval } from "./interval";

/** A figure that the gate watches. */
export interface Measure {
    readonly name: "p95" | "error rate";
    /** Of the whole run, or of one kind of request in a mixed one. */
    readonly of: "all" | RequestKind;
    /** What it may rise by, in the unit of `change`; more is a regression. */
    readonly limit: number;
    value(measured: Measured): number;
    interval(measured: Measured): Interval;
    /** A difference beside the value that it is held against: relative for a latency, itself for a rate. */
    scaled(difference: number, beside: number): number;
    /** `+12.5 %` or `+0.61 points`. */
    changeText(change: number): string;
    valueText(value: number): string;
}

/** The vendor's gate: https://docs.kaireonai.com, page on performance baselines. p95 may rise by 10 %, the error rate by half a point. */
export const GATE = { p95: 0.1, errorRate: 0.005, source: "vendor's gate: p95 +10 %, error rate +0.5 points" } as const;

export function measuresOf(of: Measure["of"]): readonly Measure[] {
    return [
        {
            name: "p95",
            of,
            limit: GATE.p95,
            value: ({ latencyMs }) => latencyMs.p95,
            interval: (measured) => percentileInterval(measured, 95),
            scaled: relative,
            changeText: (change) => (Number.isFinite(change) ? `${signed(change * 100, 1)} %` : "from nothing"),
            valueText: (value) => `${value.toFixed(2)} ms`,
        },
        {
            name: "error rate",
            of,
            limit: GATE.errorRate,
            value: ({ totals }) => totals.errorRate,
            interval: ({ totals }) => errorRateInterval(totals),
            scaled: (difference) => difference,
            changeText: (change) => `${signed(change * 100, 2)} points`,
            valueText: (value) => `${(value * 100).toFixed(3)} %`,
        },
    ];
}

function relative(difference: number, beside: number): number {
    if (difference === 0) return 0;
    return beside === 0 ? Math.sign(difference) * Number.POSITIVE_INFINITY : difference / beside;
}

function signed(value: number, digits: number): string {
    const text = value.toFixed(digits);
    return value >= 0 ? `+${text}` : text;
}
