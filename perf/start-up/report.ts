import Table from "cli-table3";
import type { Cost } from "./measure";

/** The runs of one program. */
export interface Series {
    readonly name: string;
    readonly resources: number;
    readonly costs: readonly Cost[];
}

/** The table of a benchmark. Ratios are of the median CPU times of this benchmark: those of another day or machine say nothing. */
export function reportTable(all: readonly Series[]): string {
    const table = new Table({
        head: ["program", "resources", "wall s", "CPU s", ...all.slice(0, -1).map(({ name }) => `CPU : ${name}`)],
        style: { head: [], border: [] },
    });
    for (const series of all) {
        const wall = series.costs.map(({ wallSeconds }) => wallSeconds);
        const cpu = cpuOf(series);
        const ratios = all.slice(0, -1).map((other) => (median(cpu) / median(cpuOf(other))).toFixed(2));
        table.push([series.name, String(series.resources), spread(wall), spread(cpu), ...ratios]);
    }
    return table.toString();
}

function cpuOf({ costs }: Series): readonly number[] {
    return costs.map(({ cpuSeconds }) => cpuSeconds);
}

/** Median with the range around it: `1.52 (1.48 to 1.60)`. */
function spread(values: readonly number[]): string {
    const [low, middle, high] = [Math.min(...values), median(values), Math.max(...values)].map((value) =>
        value.toFixed(2),
    );
    return `${middle} (${low} to ${high})`;
}

export function median(values: readonly number[]): number {
    if (values.length === 0) throw new Error("report: no runs to take a median of.");
    const sorted = [...values].sort((left, right) => left - right);
    const middle = Math.floor(sorted.length / 2);
    const upper = sorted[middle] ?? Number.NaN;
    return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** How many resources a preview says it would create. */
export function resourcesToCreate(preview: string): number {
    const count = /^\s*\+ (\d+) to create$/m.exec(preview)?.[1];
    if (count === undefined)
        throw new Error(`report: the preview does not say how many resources it creates:\n${preview}`);
    return Number(count);
}
