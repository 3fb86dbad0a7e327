import type { PolicyCases } from "../../test/policy/cases";
import type { RecordedNode } from "../../test/policy/recorded";
import type { StackFixture } from "../../test/policy/stack-fixture";
import { UNKNOWNS } from "../graph/unknown";

const PROVIDER = "pulumi:providers:kubernetes";
const JOB = "kubernetes:batch/v1:Job search-access-job";

/** Gives the job another provider, as `{ provider }` would. */
function withProvider(stack: StackFixture, props: Record<string, unknown> | undefined): void {
    const change = (node: RecordedNode): RecordedNode => {
        if (`${node.type} ${node.name}` !== JOB) return node;
        const { provider: _, ...rest } = node;
        return props === undefined ? rest : { ...rest, provider: { type: PROVIDER, name: "other", props } };
    };
    stack.resources = stack.resources.map(change);
}

export const cases: PolicyCases = {
    violations: [
        {
            when: "an object uses another cluster's provider",
            change: (stack) => withProvider(stack, { kubeconfig: "~/.kube/config" }),
            at: JOB,
            message:
                "search-access-job (kubernetes:batch/v1:Job): uses a provider whose kubeconfig is not made of the stack's cluster, but the stack has cluster-eksCluster (aws:eks/cluster:Cluster). Pass the provider of that cluster.",
        },
        {
            when: "the provider of all objects is not made of the cluster",
            change: (stack) => {
                stack.remove(PROVIDER, "cluster-eks-k8s").remove(PROVIDER, "cluster-kubernetes");
                stack.add({
                    type: PROVIDER,
                    name: "literal",
                    props: { kubeconfig: "stand-in: known when the cluster exists" },
                });
            },
            at: "kubernetes:helm.sh/v3:Release controllers-aws-load-balancer-controller",
            message:
                "controllers-aws-load-balancer-controller (kubernetes:helm.sh/v3:Release) and 12 more: uses a provider whose kubeconfig is not made of the stack's cluster, but the stack has cluster-eksCluster (aws:eks/cluster:Cluster). Pass the provider of that cluster.",
        },
    ],
    absent: [
        {
            when: "an object has no provider of its own",
            change: (stack) => withProvider(stack, { version: "4.34.2" }),
            at: JOB,
            message:
                "search-access-job (kubernetes:batch/v1:Job): uses the default provider, but the stack has cluster-eksCluster (aws:eks/cluster:Cluster). Pass the provider of that cluster.",
        },
    ],
    unknown: [
        {
            when: "the kubeconfig of an object's provider is not known, and the cluster's is",
            change: (stack) => withProvider(stack, { kubeconfig: UNKNOWNS.string }),
            unchecked:
                "search-access-job (kubernetes:batch/v1:Job): whether its kubeconfig is the stack's cluster's is not known before the update",
        },
        {
            when: "the kubeconfig of the cluster is not known, and an object has another",
            change: (stack) => {
                stack
                    .setUnknown(PROVIDER, "cluster-eks-k8s", "kubeconfig")
                    .setUnknown(PROVIDER, "cluster-kubernetes", "kubeconfig");
                stack.setSources(PROVIDER, "cluster-kubernetes", "kubeconfig", ["cluster-eksCluster"]);
                stack.resources = stack.resources.filter(
                    ({ type, name }) => !type.startsWith("kubernetes:") || `${type} ${name}` === JOB,
                );
            },
            unchecked:
                "search-access-job (kubernetes:batch/v1:Job): whether its kubeconfig is the stack's cluster's is not known before the update",
        },
    ],
    passes: [
        {
            when: "neither the cluster's kubeconfig is known nor that of the objects",
            change: (stack) => {
                stack
                    .setUnknown(PROVIDER, "cluster-eks-k8s", "kubeconfig")
                    .setUnknown(PROVIDER, "cluster-kubernetes", "kubeconfig");
                stack.setSources(PROVIDER, "cluster-kubernetes", "kubeconfig", ["cluster-eksCluster"]);
                stack.resources = stack.resources.filter(
                    ({ type, name }) => !type.startsWith("kubernetes:") || `${type} ${name}` === JOB,
                );
                withProvider(stack, { kubeconfig: UNKNOWNS.string });
            },
        },
        {
            when: "the stack has no cluster and installs into an existing one",
            change: (stack) => {
                stack.removeAll("aws:eks/cluster:Cluster").removeAll("eks:index:Cluster");
                withProvider(stack, { kubeconfig: "existing" });
            },
        },
    ],
};
