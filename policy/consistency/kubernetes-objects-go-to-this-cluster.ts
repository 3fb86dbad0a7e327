import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";
import type { View } from "../graph/view";
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
        const kubeconfigs = kubeconfigsOfClusters(stack);
        const objects = stack.resources.filter(({ type }) => type.startsWith("kubernetes:"));
        const sorted = [...objects].sort((one, other) => one.name.localeCompare(other.name));
        const going = (where: Destination) => sorted.filter((object) => destinationOf(object, kubeconfigs) === where);
        refuse(going("anywhere"), "the default provider", stack, report);
        refuse(going("elsewhere"), "a provider whose kubeconfig is not made of the stack's cluster", stack, report);
        const [open] = going("unknown");
        if (open === undefined) return;
        const reason = "whether its kubeconfig is the stack's cluster's is not known before the update";
        report.cannotTell(`${open.label}: ${reason}`, open);
    },
});

type Destination = "here" | "anywhere" | "elsewhere" | "unknown";

/** @param clusters kubeconfigs that lead to a cluster of the stack */
function destinationOf({ provider }: StackResource, clusters: readonly View[]): Destination {
    const kubeconfig = provider.at("kubeconfig");
    if (!kubeconfig.exists) return "anywhere";
    // One that only the update knows is taken for the cluster's where that one is not known either.
    if (clusters.some(({ raw }) => raw === kubeconfig.raw)) return "here";
    return [kubeconfig, ...clusters].some(({ state }) => state === "unknown") ? "unknown" : "elsewhere";
}

/** One message for all of them: a release alone has many objects. */
function refuse(objects: readonly StackResource[], provider: string, stack: Stack, report: Report): void {
    const [first, ...others] = objects;
    const [cluster] = stack.ofType(...CLUSTERS);
    if (first === undefined || cluster === undefined) return;
    const more = others.length === 0 ? "" : ` and ${others.length} more`;
    report.violation(
        `${first.label}${more}: uses ${provider}, but the stack has ${cluster.label}. Pass the provider of that cluster.`,
        first,
    );
}

/** The kubeconfigs of the providers that are made of a cluster of this stack: objects with the same one go there. */
function kubeconfigsOfClusters(stack: Stack): readonly View[] {
    return stack
        .ofType(PROVIDER)
        .filter((provider) => provider.properties.at("kubeconfig").exists)
        .filter((provider) => [...awaited(provider, stack)].some(({ type }) => CLUSTERS.includes(type)))
        .map((provider) => provider.properties.at("kubeconfig"));
}
