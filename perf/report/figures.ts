import type { Measured, Result } from "../results/result";
import { OUTCOMES } from "../workload/outcome";
import { REQUEST_KINDS } from "../workload/request";
import { sloProblems } from "../workload/slo";
import type { LabelledRun } from "./labelled-run";

export interface Cell {
    readonly text: string;
    /** To the first run; empty for it, and where it would mean nothing. */
    readonly ratio: string;
}

export interface FigureTable {
    readonly title: string;
    readonly rows: readonly { readonly name: string; readonly cells: readonly Cell[] }[];
}

const LATENCIES = ["min", "mean", "p50", "p90", "p95", "p99", "p999", "max"] as const;
const COUNTS = ["scheduled", "sent", "answered"] as const;

/** The figures of runs side by side: rates, totals and latencies, and those of each kind of a mixed run. */
export function figureTables(runs: readonly LabelledRun[]): FigureTable[] {
    const results = runs.map(({ result }) => result);
    const kinds = REQUEST_KINDS.filter((kind) => results.some(({ byKind }) => byKind[kind] !== undefined));
    return [
        {
            title: "Requests a second",
            rows: COUNTS.map((name) =>
                row(
                    name,
                    results.map(({ rates }) => rates[name]),
                    decimal,
                ),
            ),
        },
        { title: "Requests", rows: totalRows(results) },
        { title: "Latency from the intended start, ms", rows: latencyRows(results) },
        ...(kinds.length < 2
            ? []
            : kinds.map((kind) =>
                  kindTable(
                      kind,
                      results.map(({ byKind }) => byKind[kind]),
                  ),
              )),
    ];
}

function totalRows(results: readonly Measured[]): FigureTable["rows"] {
    const totals = results.map((result) => result.totals);
    return [
        ...COUNTS.map((name) =>
            row(
                name,
                totals.map((total) => total[name]),
                whole,
            ),
        ),
        ...OUTCOMES.map((name) =>
            row(
                name,
                totals.map(({ outcomes }) => outcomes[name]),
                whole,
            ),
        ),
        row(
            "error rate",
            totals.map(({ errorRate }) => errorRate),
            percent,
        ),
    ];
}

function latencyRows(measured: readonly (Measured | undefined)[]): FigureTable["rows"] {
    return LATENCIES.map((name) =>
        row(
            nameOf(name),
            measured.map((one) => one?.latencyMs[name]),
            milliseconds,
        ),
    );
}

function kindTable(kind: string, measured: readonly (Measured | undefined)[]): FigureTable {
    return {
        title: `${kind} alone`,
        rows: [
            row(
                "sent",
                measured.map((one) => one?.totals.sent),
                whole,
            ),
            row(
                "error rate",
                measured.map((one) => one?.totals.errorRate),
                percent,
            ),
            ...latencyRows(measured).map(({ name, cells }) => ({ name: `${name}, ms`, cells })),
        ],
    };
}

/** What the SLO of decisions finds, a sentence each: of the decisions alone where a run has others, too. */
export function sloSentences({ byKind, ...result }: Result): string[] {
    const kinds = Object.keys(byKind);
    if (kinds.length > 0 && byKind.recommend === undefined) return ["It made no decision."];
    const problems = sloProblems(byKind.recommend ?? result);
    return problems.length === 0 ? ["Kept."] : problems.map((problem) => `Broken: ${problem}`);
}

/** Errors by what was wrong, of all runs: the most frequent first. */
export function errorTable(runs: readonly LabelledRun[]): FigureTable {
    const counts = runs.map(({ result }) => new Map(Object.entries(result.totals.errors)));
    const total = (name: string) => counts.reduce((sum, errors) => sum + (errors.get(name) ?? 0), 0);
    const names = [...new Set(counts.flatMap((errors) => [...errors.keys()]))].sort((a, b) => total(b) - total(a));
    return {
        title: "Errors",
        rows: names.map((name) =>
            row(
                name,
                counts.map((errors) => errors.get(name) ?? 0),
                whole,
            ),
        ),
    };
}

function row(name: string, values: readonly (number | undefined)[], text: (value: number) => string) {
    const [first] = values;
    const cells = values.map((value, index) => ({
        text: value === undefined ? "-" : text(value),
        ratio:
            index > 0 && first !== undefined && first > 0 && value !== undefined
                ? `x ${(value / first).toFixed(2)}`
                : "",
    }));
    return { name, cells };
}

function nameOf(latency: (typeof LATENCIES)[number]): string {
    return latency === "p999" ? "p99.9" : latency;
}

function whole(value: number): string {
    return value.toLocaleString("en-US");
}

function decimal(value: number): string {
    return value.toLocaleString("en-US", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}

/** Three significant digits at least, as many as the histogram has. */
export function milliseconds(value: number): string {
    return value >= 100 ? decimal(value) : value.toFixed(value >= 10 ? 2 : 3);
}

function percent(value: number): string {
    return `${(value * 100).toFixed(3)} %`;
}
