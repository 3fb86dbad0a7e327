import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";
import { stackPolicy } from "../policy";
import { awaited } from "./waits-for";

const CLUSTERS = ["aws:eks/cluster:Cluster", "eks:index:Cluster"];
const PROVIDER = "pulumi:providers:kubernetes";

export const kubernetesObjectsGoToThisCluster = stackPolicy({
    id: "kubernetes-objects-go-to-this-cluster",
    title: "Every Kubernetes object of a stack with a cluster goes to that cluster",
    why: "With the default provider the release is installed into whatever cluster the caller's kubeconfig points at, production from a laptop included.",
    fix: "Pass a kubernetes.Provider whose kubeconfig is made of the stack's cluster",
    severity: "critical",
    pitfalls: ["P-REG-02"],
    links: ["https://www.pulumi.com/registry/packages/kubernetes/installation-configuration/"],
    types: CLUSTERS,
    check: (stack, report) => {
        const leading = kubeconfigsOfClusters(stack);
        const astray = stack.resources.filter(
            (resource) =>
                resource.type.startsWith("kubernetes:") && !leading.has(resource.provider.at("kubeconfig").raw),
        );
        // One message for each way to go astray, not for each of a release's many objects.
        for (const isDefault of [true, false]) {
            const objects = astray.filter((resource) => usesDefault(resource) === isDefault);
            const [first, ...others] = [...objects].sort((one, other) => one.name.localeCompare(other.name));
            if (first === undefined) continue;
            const more = others.length === 0 ? "" : ` and ${others.length} more`;
            const provider = isDefault
                ? "the default provider"
                : "a provider whose kubeconfig is not made of the stack's cluster";
            report.violation(
                `${first.label}${more}: uses ${provider}, but the stack has ${clusterNames(stack)}. Pass the provider of that cluster.`,
                first,
            );
        }
    },
});

function usesDefault(resource: StackResource): boolean {
    return !resource.provider.at("kubeconfig").exists;
}

/** The kubeconfigs of the providers that are made of a cluster of this stack: objects with one of them go there. */
function kubeconfigsOfClusters(stack: Stack): ReadonlySet<unknown> {
    const leading = stack
        .ofType(PROVIDER)
        .filter((provider) => provider.properties.at("kubeconfig").exists)
        .filter((provider) => [...awaited(provider, stack)].some(({ type }) => CLUSTERS.includes(type)));
    return new Set(leading.map((provider) => provider.properties.at("kubeconfig").raw));
}

function clusterNames(stack: Stack): string {
    const [cluster] = stack.ofType(...CLUSTERS);
    return cluster?.label ?? "a cluster";
}
