import type { Release } from "../graph/release";

/** A custom kind that the chart renders, and the operator to which it belongs. */
export interface CustomResource {
    readonly kind: string;
    /** The value that asks for it; undefined when none does. */
    readonly askedBy: (release: Release) => string | undefined;
    /** The operator's chart or add-on. */
    readonly chart: RegExp;
    /** API group of its definitions, where a program installs those by themselves. */
    readonly group: string;
    readonly shown: string;
}

export const CUSTOM_RESOURCES: readonly CustomResource[] = [
    {
        kind: "ScaledObject",
        askedBy: (release) => {
            const worker = release.tier("worker");
            if (worker?.enabled !== true || !worker.values.at("keda").exists || worker.maxReplicas === 0)
                return undefined;
            return `${worker.values.path}.keda scales worker`;
        },
        chart: /^keda$/,
        group: "keda.sh",
        shown: "KEDA",
    },
    {
        kind: "ExternalSecret",
        askedBy: ({ values }) =>
            values.flag("externalSecrets.enabled") === true ? "values.externalSecrets.enabled is true" : undefined,
        chart: /^external-secrets$/,
        group: "external-secrets.io",
        shown: "the External Secrets Operator",
    },
    {
        kind: "ServiceMonitor",
        askedBy: ({ values }) =>
            values.flag("monitoring.prometheus.enabled") === true
                ? "values.monitoring.prometheus.enabled is true"
                : undefined,
        chart: /^(kube-prometheus-stack|prometheus-operator.*)$/,
        group: "monitoring.coreos.com",
        shown: "the Prometheus operator",
    },
];
