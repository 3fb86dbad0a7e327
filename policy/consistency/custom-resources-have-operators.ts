import type { Release } from "../graph/release";
import { releasePolicy } from "../policy";
import { findOperator, waitsFor } from "./operators";

interface Need {
    readonly kind: string;
    /** The value that asks for it; undefined when none does. */
    readonly askedBy: (release: Release) => string | undefined;
    /** The operator's chart or add-on. */
    readonly chart: RegExp;
    /** API group of its definitions, where a program installs those by themselves. */
    readonly group: string;
    readonly shown: string;
}

const NEEDS: readonly Need[] = [
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

export const customResourcesHaveOperators = releasePolicy({
    id: "custom-resources-have-operators",
    title: "Every custom kind that the chart renders has its operator in the stack, and the release waits for it",
    why: "Helm stops at the first object of an unknown kind (no matches for kind), or installs a ScaledObject that nobody reads: workers stay at their minimum while queues grow.",
    fix: "Install the operator in the same program and name it in the release's dependsOn",
    severity: "high",
    pitfalls: ["P-SEL-14", "P-SEL-15"],
    links: ["https://docs.kaireonai.com/deployment/kubernetes", "https://keda.sh/docs/latest/deploy/"],
    check: (release, stack, report) => {
        // In a cluster that another stack makes, the operators may be there already.
        if (stack.ofType("aws:eks/cluster:Cluster", "eks:index:Cluster").length === 0) return;
        report.each(NEEDS, ({ kind, askedBy, chart, group, shown }) => {
            const asked = askedBy(release);
            if (asked === undefined) return;
            const operators = findOperator(stack, chart, group);
            const say = (problem: string) =>
                report.violation(`${release.label}: ${asked}, but ${problem}`, release.resource);
            if (operators.length === 0)
                return say(
                    `the stack, which makes the cluster, does not install ${shown}, to which ${kind} belongs. Install it, or switch that off.`,
                );
            if (operators.some((operator) => waitsFor(release.resource, operator))) return;
            say(
                `the release does not wait for ${operators[0]?.label}, which brings ${kind}. Add it to the release's dependsOn.`,
            );
        });
    },
});
