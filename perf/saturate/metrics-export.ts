import { readFileSync } from "node:fs";
import { z } from "zod";
import { PerfError } from "../perf-error";
import { CLOUDWATCH_PERIOD_SECONDS, PROMETHEUS_WINDOW_SECONDS, SIGNALS } from "./signals";

/** One value of a signal, and the time that it speaks of, in milliseconds since 1970. */
export interface Sample {
    readonly from: number;
    readonly to: number;
    readonly value: number;
}

/** Samples by signal, in the order of time. */
export type Samples = ReadonlyMap<string, readonly Sample[]>;

const prometheusSchema = z.object({
    status: z.literal("success"),
    data: z.object({
        resultType: z.literal("matrix"),
        result: z.array(
            z.object({
                metric: z.record(z.string(), z.string()),
                values: z.array(z.tuple([z.number(), z.string()])),
            }),
        ),
    }),
});

const cloudWatchSchema = z.object({
    MetricDataResults: z.array(
        z.object({
            Id: z.string(),
            StatusCode: z.string().optional(),
            Timestamps: z.array(z.iso.datetime({ offset: true })),
            Values: z.array(z.number()),
        }),
    ),
});

interface Series {
    readonly signal: string;
    readonly samples: readonly Sample[];
}

/** Exports of metrics, all together. @throws PerfError with all that is wrong with any of them */
export function readExports(paths: readonly string[]): Samples {
    const problems: string[] = [];
    const series = paths.flatMap((path) => {
        try {
            return seriesOf(path, parsed(path));
        } catch (problem) {
            if (!(problem instanceof PerfError)) throw problem;
            problems.push(problem.message);
            return [];
        }
    });
    if (problems.length > 0) throw new PerfError(problems.join("\n"));
    return samplesOf(series);
}

/** The answer of `/api/v1/query_range`, as it came. @param place of what is wrong with it */
export function prometheusSamples(place: string, answer: unknown): Samples {
    return samplesOf(seriesOf(place, answer));
}

/** Both, the samples of a signal in the order of time. */
export function merged(...all: readonly Samples[]): Samples {
    return samplesOf(all.flatMap((samples) => [...samples].map(([signal, of]) => ({ signal, samples: of }))));
}

function samplesOf(series: readonly Series[]): Samples {
    const signals = [...new Set(series.map(({ signal }) => signal))];
    return new Map(
        signals.map((signal) => {
            const samples = series.filter((one) => one.signal === signal).flatMap((one) => one.samples);
            return [signal, [...samples].sort((one, other) => one.from - other.from)];
        }),
    );
}

function seriesOf(place: string, value: unknown): readonly Series[] {
    const prometheus = prometheusSchema.safeParse(value);
    if (prometheus.success) return prometheus.data.data.result.map((result) => prometheusSeries(place, result));
    const cloudWatch = cloudWatchSchema.safeParse(value);
    if (cloudWatch.success) return cloudWatch.data.MetricDataResults.map((result) => cloudWatchSeries(place, result));
    throw new PerfError(
        `metrics: ${place} is neither the answer of Prometheus's /api/v1/query_range nor of aws cloudwatch get-metric-data. ` +
            "Export what `npm run perf -- saturate --show-queries` prints.",
    );
}

type PrometheusResult = z.infer<typeof prometheusSchema>["data"]["result"][number];

function prometheusSeries(place: string, { metric, values }: PrometheusResult): Series {
    const samples = values.map(([seconds, text]) => {
        const to = seconds * 1000;
        return { from: to - PROMETHEUS_WINDOW_SECONDS * 1000, to, value: Number(text) };
    });
    // A share of nothing is NaN: it has crossed no threshold.
    return { signal: known(place, metric["signal"]), samples: samples.filter(({ value }) => !Number.isNaN(value)) };
}

type CloudWatchResult = z.infer<typeof cloudWatchSchema>["MetricDataResults"][number];

function cloudWatchSeries(
    place: string,
    { Id, StatusCode = "Complete", Timestamps, Values }: CloudWatchResult,
): Series {
    if (StatusCode !== "Complete")
        throw new PerfError(`metrics: ${place}: ${Id} is ${StatusCode}. Export it again, with all pages.`);
    const samples = Timestamps.flatMap((text, index) => {
        const from = Date.parse(text);
        const value = Values[index];
        return value === undefined ? [] : [{ from, to: from + CLOUDWATCH_PERIOD_SECONDS * 1000, value }];
    });
    return { signal: known(place, Id), samples };
}

function known(place: string, signal: string | undefined): string {
    if (signal !== undefined && SIGNALS.some(({ id }) => id === signal)) return signal;
    throw new PerfError(
        `metrics: ${place} has a series of signal ${signal ?? "(none)"}, which there is not. Export what \`npm run perf -- saturate --show-queries\` prints.`,
    );
}

function parsed(path: string): unknown {
    try {
        return JSON.parse(readFileSync(path, "utf8"));
    } catch (problem) {
        throw new PerfError(
            `metrics: ${path} can't be read as JSON: ${problem instanceof Error ? problem.message : problem}`,
        );
    }
}
