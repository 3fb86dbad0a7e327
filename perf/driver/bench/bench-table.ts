import Table from "cli-table3";
import { median } from "simple-statistics";
import type { ToolFigures } from "./tool";

/** A tool's figures at a known latency, with the p99 that the simulator meant to have in that time. */
export interface Known extends ToolFigures {
    readonly trueP99Ms: number;
}

export interface Series {
    readonly name: string;
    /** A round each. */
    readonly known: readonly Known[];
    /** Answers a second where the latency is zero, a round each. */
    readonly most: readonly number[];
}

/** Medians over the rounds, with the range around them. Ratios are of one run of the benchmark: those of another say nothing. */
export function benchTable(all: readonly Series[]): string {
    const others = all.slice(1);
    const table = new Table({
        head: [
            "tool",
            "/s",
            "p50 ms",
            "p99 ms",
            "true p99",
            "p99 error",
            "most /s",
            ...others.map(({ name }) => `: ${name}`),
        ],
        colAligns: ["left", ...Array.from({ length: 6 + others.length }, () => "right" as const)],
        style: { head: [], border: [] },
    });
    for (const { name, known, most } of all)
        table.push([
            name,
            spread(
                known.map(({ rate }) => rate),
                0,
            ),
            spread(
                known.map(({ p50Ms }) => p50Ms),
                1,
            ),
            spread(
                known.map(({ p99Ms }) => p99Ms),
                1,
            ),
            spread(
                known.map(({ trueP99Ms }) => trueP99Ms),
                1,
            ),
            `${spread(known.map(errorPercent), 1)} %`,
            spread(most, 0),
            ...others.map((other) => (median([...most]) / median([...other.most])).toFixed(2)),
        ]);
    return table.toString();
}

/** Of the p99, against what the simulator meant it to be. */
export function errorPercent({ p99Ms, trueP99Ms }: Known): number {
    return (p99Ms / trueP99Ms - 1) * 100;
}

function spread(values: readonly number[], digits: number): string {
    const [low, middle, high] = [Math.min(...values), median([...values]), Math.max(...values)].map((value) =>
        value.toFixed(digits),
    );
    return values.length === 1 ? `${middle}` : `${middle} (${low} to ${high})`;
}
