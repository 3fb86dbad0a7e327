import { plot } from "asciichart";
import Table from "cli-table3";
import type { Result } from "../results/result";
import { latencyOfSecond, nines, percentileCurves, secondColumns } from "./curves";
import { milliseconds } from "./figures";
import type { LabelledRun } from "./labelled-run";
import type { ReportView } from "./report-view";

const WIDTH = 72;
const HEIGHT = 12;
/** Of the labels at the left; the axis and a space follow. */
const LABEL_WIDTH = 10;
/** Rows without lines between them. */
const COMPACT = { mid: "", "left-mid": "", "mid-mid": "", "right-mid": "" } as const;
const TICKS = [50, 90, 99, 99.9, 99.99, 99.999];

/** What `report` prints. */
export function terminalReport(view: ReportView): string {
    const parts = [
        ...view.banners.map(({ title, text }) => framed(`${title}. ${text}`)),
        `${view.title}\n${view.runs.map((run) => heading(run)).join("\n")}`,
        ...view.sentences.map(
            ({ label, slo, remarks }) =>
                `${label}  SLO of decisions: ${slo.join(" ")}${remarks.map((remark) => `\n   Remark: ${remark}`).join("")}`,
        ),
        ...(view.unlike.length === 0 ? [] : [`Not alike:\n${view.unlike.map((problem) => `  ${problem}`).join("\n")}`]),
        figures(view),
        ...view.runs.flatMap((run) => charts(run)),
        facets(view),
    ];
    // Names of errors are the target's words: none of them may steer a terminal.
    return `${parts.join("\n\n").replace(/[^\P{Cc}\n]/gu, "?")}\n`;
}

function heading({ label, name, result: { target, status, startedAt, driver } }: LabelledRun): string {
    return `${label}  ${name}\n   target: ${target.kind} ${target.url}, ${status}, from ${startedAt}, by ${driver.name} ${driver.version} on ${driver.runners}`;
}

function framed(text: string): string {
    const line = "#".repeat(text.length + 6);
    return `${line}\n#  ${text}  #\n${line}`;
}

function figures({ runs, tables }: ReportView): string {
    const width = Math.max(
        ...tables.flatMap(({ title, rows }) => [title, ...rows.map(({ name }) => name)]).map((name) => name.length),
    );
    return tables
        .map(({ title, rows }) => {
            const table = new Table({
                head: [
                    title.padEnd(width),
                    ...runs.flatMap(({ label }, index) => (index === 0 ? [label] : [label, `${label} : A`])),
                ],
                style: { head: [], border: [] },
                chars: COMPACT,
                colAligns: Array.from({ length: 2 * runs.length }, (_, index) => (index === 0 ? "left" : "right")),
            });
            for (const { name, cells } of rows)
                table.push([
                    name,
                    ...cells.flatMap(({ text, ratio }, index) => (index === 0 ? [text] : [text, ratio])),
                ]);
            return table.toString();
        })
        .join("\n");
}

/** One below the other: without colours, lines in one chart cannot be told apart. */
function charts({ label, result }: LabelledRun): string[] {
    const [axis = [], curve = []] = percentileCurves([result]);
    const known = curve.filter((value) => value !== null);
    if (known.length < 2) return [];
    const end = Number(axis[known.length - 1]);
    return [
        `${label}: latency in ms by percentile\n${chart([resampled(known, (values) => values.at(-1) ?? 0)])}\n${percentileAxis(end)}`,
        ...timelineChart(label, result),
    ];
}

function timelineChart(label: string, result: Result): string[] {
    if (result.timeline.length < 2) return [];
    const column = (name: "p50Ms" | "p99Ms") =>
        (secondColumns([result], latencyOfSecond(name))[1] ?? []).map((value) => value ?? 0);
    // The worst second of each column: a pause may not vanish between two characters.
    const worst = (values: readonly number[]) => Math.max(...values);
    const lines = [resampled(column("p50Ms"), worst), resampled(column("p99Ms"), worst)];
    const seconds = result.timeline.at(-1)?.at ?? 0;
    return [
        `${label}: p50 (lower line) and p99 in ms over ${seconds + 1} s, the worst second of each column\n${chart(lines)}`,
    ];
}

function chart(lines: readonly (readonly number[])[]): string {
    const format = (value: number) => milliseconds(Math.max(0, value)).padStart(LABEL_WIDTH);
    const highest = Math.max(...lines.flat());
    return plot(
        lines.map((line) => [...line]),
        { height: HEIGHT, offset: 3, min: 0, max: highest === 0 ? 1 : highest, format },
    );
}

function percentileAxis(end: number): string {
    const line = new Array<string>(LABEL_WIDTH + WIDTH + 10).fill(" ");
    for (const tick of TICKS) {
        const at = LABEL_WIDTH + 1 + Math.round((nines(tick) / end) * (WIDTH - 1));
        if (nines(tick) <= end) line.splice(at, String(tick).length, ...String(tick));
    }
    return line.join("").trimEnd();
}

/** Stretches or condenses a line to the chart's width. */
function resampled(values: readonly number[], taken: (values: readonly number[]) => number): number[] {
    return Array.from({ length: WIDTH }, (_, column) => {
        const from = Math.floor((column * values.length) / WIDTH);
        const to = Math.max(from + 1, Math.floor(((column + 1) * values.length) / WIDTH));
        return taken(values.slice(from, to));
    });
}

function facets({ runs, facets: rows }: ReportView): string {
    const table = new Table({
        head: ["", ...runs.map(({ label }) => label), ""],
        style: { head: [], border: [] },
        chars: COMPACT,
        wordWrap: true,
    });
    for (const { name, values, differs } of rows)
        table.push([name, ...values.map(shortened), differs ? "differs" : ""]);
    return table.toString();
}

function shortened(value: string): string {
    return /^[0-9a-f]{64}$/.test(value) ? `${value.slice(0, 12)}...` : value;
}
