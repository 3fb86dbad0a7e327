import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { type ChartValues, mergeValues } from "../../infra/app/chart-values";
import { KEEP_RUNNING } from "../../offline/cluster/control-plane";
import { projectRoot } from "../../offline/project";
import type { ChartOf } from "./upgrades-release";

const PREVIOUS = join(projectRoot, "test", "cluster", "previous-chart");
const CURRENT = join(projectRoot, "infra", "helm");
const UNKNOWN = "<unknown>";

/** The chart one version back, with the values that the program computed for it. */
export function previousChart(current: ChartValues): ChartOf {
    return {
        chart: PREVIOUS,
        values: filled(parse(readFileSync(join(PREVIOUS, "stack-large.yaml"), "utf8")), current),
    };
}

/** This version's chart, with another tag of the product's images. */
export function currentChart(values: ChartValues, tag: string): ChartOf {
    return { chart: CURRENT, values: mergeValues(values, { image: { tag } }) };
}

/** The same with a job before the upgrade that goes on for ever. */
export function withEndlessHook(release: ChartOf, folder: string): ChartOf {
    cpSync(release.chart, folder, { recursive: true });
    writeFileSync(join(folder, "templates", "endless.yaml"), stringify(ENDLESS));
    return { ...release, chart: folder };
}

/** `version` of a chart in a folder. */
export function versionOf({ chart }: ChartOf): string {
    return parse(readFileSync(join(chart, "Chart.yaml"), "utf8")).version;
}

/** Values with what was not known put in, from the same place of other values. */
function filled(values: ChartValues, known: ChartValues): ChartValues {
    return Object.fromEntries(
        Object.entries(values).map(([key, value]) => {
            if (value === UNKNOWN) return [key, known[key]];
            if (typeof value !== "object" || value === null || Array.isArray(value)) return [key, value];
            return [key, filled({ ...value }, { ...Object(known[key]) })];
        }),
    );
}

const ENDLESS = {
    apiVersion: "batch/v1",
    kind: "Job",
    metadata: { name: "endless", annotations: { "helm.sh/hook": "pre-upgrade" } },
    spec: {
        template: {
            metadata: { annotations: { [KEEP_RUNNING]: "true" } },
            spec: {
                restartPolicy: "Never",
                nodeSelector: { "kaireon.ai/tier": "general" },
                securityContext: { runAsNonRoot: true, runAsUser: 1001, seccompProfile: { type: "RuntimeDefault" } },
                containers: [
                    {
                        name: "endless",
                        image: "stand-in.invalid/none:1.0.0",
                        securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ["ALL"] } },
                    },
                ],
            },
        },
    },
};
