import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { fields, type PropertyMap, text } from "../protocol/values";

/** Charts of the in-cluster controllers, with the repository that publishes each. Versions are pinned by the program alone. */
const REPOSITORIES: Readonly<Record<string, string>> = {
    "aws-load-balancer-controller": "https://aws.github.io/eks-charts",
    "cluster-autoscaler": "https://kubernetes.github.io/autoscaler",
    "external-secrets": "https://charts.external-secrets.io",
    keda: "https://kedacore.github.io/charts",
    "prometheus-operator-crds": "https://prometheus-community.github.io/helm-charts",
    reloader: "https://stakater.github.io/stakater-charts",
};

/** Where a release's chart comes from. */
export type ChartSource =
    | { readonly kind: "local"; readonly path: string }
    | { readonly kind: "remote"; readonly reference: string }
    | { readonly kind: "refused"; readonly property: string; readonly problem: string };

/** @param inputs of a Helm release, secrets laid open */
export function chartSource(inputs: PropertyMap): ChartSource {
    const chart = text(inputs["chart"]);
    const repository = text(fields(inputs["repositoryOpts"])["repo"]).replace(/\/+$/, "");
    const version = text(inputs["version"]);
    const exact = /^v?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version);
    const unpinned = {
        kind: "refused",
        property: "version",
        problem: `version of chart ${chart} is "${version}"; a deployment that can be repeated needs an exact one. Set it, such as 1.2.3.`,
    } as const;

    if (chart.startsWith("oci://")) return exact ? { kind: "remote", reference: `${chart} ${version}` } : unpinned;
    if (repository === "") {
        const path = resolve(chart);
        if (existsSync(path)) return { kind: "local", path };
        const problem = `chart "${chart}" is no folder or archive below ${process.cwd()}, and it has no repositoryOpts.repo. Correct the path or give the repository.`;
        return { kind: "refused", property: "chart", problem };
    }
    const known = REPOSITORIES[chart];
    if (known === undefined) {
        const problem = `chart ${chart} of ${repository} is not one that it knows: ${Object.keys(REPOSITORIES).join(", ")}. Add a row to offline/stand-ins/kubernetes/charts.ts.`;
        return { kind: "refused", property: "chart", problem };
    }
    if (repository !== known) {
        const problem = `repositoryOpts.repo of chart ${chart} is ${repository}; its publisher's is ${known}. Correct it.`;
        return { kind: "refused", property: "repositoryOpts", problem };
    }
    return exact ? { kind: "remote", reference: `${known} ${chart} ${version}` } : unpinned;
}
