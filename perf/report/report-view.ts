import { facetsOf, unlikeProblems } from "../compare/likeness";
import type { MeasuredRun } from "../compare/measured-run";
import { SLO } from "../workload/slo";
import { distributions, latencyOfSecond, percentileCurves, secondColumns } from "./curves";
import { errorTable, type FigureTable, figureTables, sloSentences } from "./figures";
import { type Banner, bannersOf, type LabelledRun, labelled } from "./labelled-run";

/** All that a report shows, in words and columns; how it is shown is the terminal's or the page's own. */
export interface ReportView {
    readonly title: string;
    readonly banners: readonly Banner[];
    readonly runs: readonly LabelledRun[];
    /** What a run is, what the SLO says of it and what its file remarks, by run. */
    readonly sentences: readonly {
        readonly label: string;
        readonly slo: string[];
        readonly remarks: readonly string[];
    }[];
    readonly tables: readonly FigureTable[];
    readonly facets: readonly {
        readonly name: string;
        readonly values: readonly string[];
        readonly differs: boolean;
    }[];
    /** Why the runs' figures are of different things; empty where like stands beside like. */
    readonly unlike: readonly string[];
    readonly slo: typeof SLO;
}

export function reportView(given: readonly MeasuredRun[]): ReportView {
    const runs = labelled(given);
    const errors = errorTable(runs);
    return {
        title: [...new Set(runs.map(({ result }) => result.scenario))].join(", "),
        banners: bannersOf(runs),
        runs,
        sentences: runs.map(({ label, result }) => ({ label, slo: sloSentences(result), remarks: result.remarks })),
        tables: [...figureTables(runs), ...(errors.rows.length === 0 ? [] : [errors])],
        facets: facetRows(runs),
        unlike: unlikeProblems(runs.map(({ label, result }) => ({ path: label, result }))),
        slo: SLO,
    };
}

function facetRows(runs: readonly LabelledRun[]): ReportView["facets"] {
    const all = runs.map(({ result }) => new Map(Object.entries(facetsOf(result))));
    const names = [...new Set(all.flatMap((facets) => [...facets.keys()]))];
    const isOfPlatform = (name: string) => name.startsWith("environment.");
    return [...names.filter((name) => !isOfPlatform(name)), ...names.filter(isOfPlatform)].map((name) => {
        const values = all.map((facets) => facets.get(name) ?? "-");
        return { name, values, differs: new Set(values).size > 1 };
    });
}

/** What the page's charts are drawn from. */
export function chartData({ runs, slo }: ReportView) {
    const results = runs.map(({ result }) => result);
    return {
        labels: runs.map(({ label }) => label),
        simulator: results.some(({ target }) => target.kind === "simulator"),
        slo: { p95Ms: slo.p95Ms, p99Ms: slo.p99Ms },
        percentiles: percentileCurves(results),
        distribution: distributions(results),
        p50: secondColumns(results, latencyOfSecond("p50Ms")),
        p99: secondColumns(results, latencyOfSecond("p99Ms")),
        rates: results.map(({ timeline }) => [
            timeline.map(({ at }) => at),
            timeline.map(({ scheduled }) => scheduled),
            timeline.map(({ sent }) => sent),
            timeline.map(({ answered }) => answered),
            timeline.map(({ errors }) => errors),
        ]),
    };
}
