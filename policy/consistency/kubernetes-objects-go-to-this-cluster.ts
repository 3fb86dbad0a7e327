import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";
import { type Report, stackPolicy } from "../policy";
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
        const leading = new Set(providersOfClusters(stack).map((one) => one.properties.at("kubeconfig").raw));
        const isUnknown = providersOfClusters(stack).some((one) => one.properties.at("kubeconfig").state === "unknown");
        const objects = stack.resources.filter(({ type }) => type.startsWith("kubernetes:"));
        const byDefault = objects.filter(({ provider }) => !provider.at("kubeconfig").exists);
        const astray = objects.filter(
            ({ provider }) => provider.at("kubeconfig").exists && !leading.has(provider.at("kubeconfig").raw),
        );
        refuse(byDefault, "the default provider", stack, report);
        const [first] = astray;
        if (first === undefined) return;
        if (isUnknown)
            report.cannotTell(
                `${first.label}: whether its kubeconfig is the stack's cluster's is not known before the update`,
                first,
            );
        else refuse(astray, "a provider whose kubeconfig is not made of the stack's cluster", stack, report);
    },
});

/** One message for all of them: a release alone has many objects. */
function refuse(objects: readonly StackResource[], provider: string, stack: Stack, report: Report): void {
    const [first, ...others] = [...objects].sort((one, other) => one.name.localeCompare(other.name));
    const [cluster] = stack.ofType(...CLUSTERS);
    if (first === undefined || cluster === undefined) return;
    const more = others.length === 0 ? "" : ` and ${others.length} more`;
    report.violation(
        `${first.label}${more}: uses ${provider}, but the stack has ${cluster.label}. Pass the provider of that cluster.`,
        first,
    );
}

/** Providers whose kubeconfig is made of a cluster of this stack: objects with the same one go there. */
function providersOfClusters(stack: Stack): readonly StackResource[] {
    return stack
        .ofType(PROVIDER)
        .filter((provider) => provider.properties.at("kubeconfig").exists)
        .filter((provider) => [...awaited(provider, stack)].some(({ type }) => CLUSTERS.includes(type)));
}
