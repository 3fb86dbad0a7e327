import { execFile } from "node:child_process";
import { join } from "node:path";
import { parseAllDocuments } from "yaml";
import { helmBinary } from "../../offline/helm-binary";
import type { ChartValues } from "../app/chart-values";

/** Where the chart is, seen from the project's root, which tests run in. */
export const CHART = join("infra", "helm");
const LARGE = join(CHART, "values-large.yaml");
const ENDPOINTS = join(CHART, "fixtures", "endpoints.yaml");
/** The arguments that give Helm the values files of the large chart. */
export const LARGE_FILES = files(LARGE, ENDPOINTS);

export interface KubernetesObject {
    readonly apiVersion: string;
    readonly kind: string;
    readonly metadata: { readonly name: string; readonly [key: string]: unknown };
    readonly [key: string]: unknown;
}

/** What real Helm makes of the chart, for tests to look at. */
export class RenderedChart {
    constructor(readonly objects: readonly KubernetesObject[]) {}

    /** @throws when there is none, naming those of the kind */
    get(kind: string, name: string): KubernetesObject {
        const found = this.objects.find((object) => object.kind === kind && object.metadata.name === name);
        if (found === undefined) throw new Error(`no ${kind} ${name}; there are: ${this.names(kind).join(", ")}`);
        return found;
    }

    ofKind(kind: string): readonly KubernetesObject[] {
        return this.objects.filter((object) => object.kind === kind);
    }

    /** Names of the objects of a kind, sorted. */
    names(kind: string): readonly string[] {
        return this.ofKind(kind)
            .map(({ metadata }) => metadata.name)
            .sort();
    }
}

/** The chart with the large overlay, the endpoints of the fixture and the values of a test over them. */
export function renderLarge(values: ChartValues = {}): Promise<RenderedChart> {
    return rendered(LARGE_FILES, values);
}

/** The chart with its base values, the endpoints of the fixture and the values of a test over them. */
export function renderBase(values: ChartValues = {}): Promise<RenderedChart> {
    return rendered(files(ENDPOINTS), values);
}

/** The chart with the whole values of a stack's release, and nothing beside them. */
export function renderRelease(values: ChartValues): Promise<RenderedChart> {
    return rendered([], values);
}

/** What Helm says of the large chart with a test's values: one sentence per line, without Helm's own frame. Empty when it renders. */
export async function refusalOf(values: ChartValues): Promise<readonly string[]> {
    try {
        await renderLarge(values);
        return [];
    } catch (problem) {
        const lines = String(problem instanceof Error ? problem.message : problem).split("\n");
        const frame = /^$|^Error: |^kaireon:$|^Use --debug|validation failed$/;
        return lines.filter((line) => !frame.test(line)).map((line) => line.replace(/^\s*- /, ""));
    }
}

/** Runs Helm with a test's values on standard input, after the values files of `args`. */
export async function helm(args: readonly string[], values: ChartValues = {}): Promise<string> {
    const binary = await helmBinary();
    return new Promise((resolve, reject) => {
        const done = (problem: Error | null, stdout: string, stderr: string) =>
            problem === null ? resolve(stdout) : reject(new Error(stderr || problem.message));
        const child = execFile(binary, [...args, "--values", "-"], { maxBuffer: 16 * 1024 * 1024 }, done);
        child.stdin?.end(JSON.stringify(values));
    });
}

function files(...paths: readonly string[]): readonly string[] {
    return paths.flatMap((path) => ["--values", path]);
}

/** Charts by their values: many tests look at the same one, and each run of Helm costs a tenth of a second. */
const renderedCharts = new Map<string, Promise<RenderedChart>>();

function rendered(valuesFiles: readonly string[], values: ChartValues): Promise<RenderedChart> {
    const key = JSON.stringify([valuesFiles, values]);
    const known = renderedCharts.get(key);
    if (known !== undefined) return known;
    const chart = helm(["template", "kaireon", CHART, "--namespace", "kaireon", ...valuesFiles], values).then(parse);
    renderedCharts.set(key, chart);
    return chart;
}

function parse(manifests: string): RenderedChart {
    const documents = parseAllDocuments(manifests).map((document) => document.toJS() as KubernetesObject | null);
    return new RenderedChart(documents.filter((object) => object !== null));
}
