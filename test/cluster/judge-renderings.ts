import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { type ChartValues, mergeValues } from "../../infra/app/chart-values";
import { CHART, type KubernetesObject, renderLarge } from "../../infra/helm/rendered-chart";

/** Everything on that may be left out: optional tiers, PgBouncer, objects for Prometheus. */
const OPTIONAL: ChartValues = {
    stream: { enabled: true },
    mcp: { dedicated: true },
    config: { FLOW_STREAMING_ENABLED: "true" },
    monitoring: { prometheus: { enabled: true } },
    postgres: { pooler: { enabled: true } },
    cron: { schedules: { gitopsDriftCheck: { enabled: true } } },
};

/** What the judges look at: the values of a committed stack, plain and with everything optional. */
export interface Rendering {
    readonly title: string;
    readonly stack: string;
    readonly values: () => ChartValues;
}

export const RENDERINGS: readonly Rendering[] = [
    { title: "large", stack: "large", values: () => ({}) },
    { title: "large with everything optional", stack: "large", values: () => OPTIONAL },
    { title: "trial", stack: "trial", values: trial },
    { title: "trial with everything optional", stack: "trial", values: () => mergeValues(trial(), OPTIONAL) },
];

/** The objects of one of them, as real Helm renders it. */
export async function objectsOf({ values }: Rendering): Promise<readonly KubernetesObject[]> {
    return (await renderLarge(values())).objects;
}

function trial(): ChartValues {
    return parse(readFileSync(join(CHART, "values-trial.yaml"), "utf8"));
}
