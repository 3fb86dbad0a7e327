import type { INode } from "kubernetes-models/v1";
import type { Check } from "./check";
import { type ClusterFacts, platformNodes, poolOf } from "./cluster-facts";

/** kubectl talks to the cluster of the stack whose name the result will carry. */
export function clusterIsTheStacks({ contextCluster }: ClusterFacts, clusterName: string): Check {
    const isIt = contextCluster === clusterName || contextCluster.endsWith(`/${clusterName}`);
    const problem =
        `kubectl's context is of ${contextCluster}; the stack's cluster is ${clusterName}. Choose another with --context or KUBECONFIG, ` +
        "or give the outputs of the other stack.";
    return { title: "cluster", problems: isIt ? [] : [problem], found: clusterName };
}

/** Every node of the platform is ready and takes pods. */
export function nodesAreReady(facts: ClusterFacts): Check {
    const nodes = platformNodes(facts);
    const problems = nodes.flatMap((node) => {
        const name = `Node ${node.metadata?.name ?? ""} (${poolOf(node)})`;
        if (!isReady(node)) return [`${name} is not ready. Wait for it, or drain it.`];
        if (node.spec?.unschedulable === true) return [`${name} is cordoned. Finish its drain, or uncordon it.`];
        return isLeaving(node) ? [`${name} is being taken away by the Cluster Autoscaler. Wait until it is gone.`] : [];
    });
    if (nodes.length === 0) problems.push("The cluster has no node of the platform.");
    return { title: "nodes ready", problems, found: `${nodes.length} nodes` };
}

function isReady({ status }: INode): boolean {
    return status?.conditions?.some(({ type, status: state }) => type === "Ready" && state === "True") === true;
}

function isLeaving({ spec }: INode): boolean {
    return spec?.taints?.some(({ key }) => key === "ToBeDeletedByClusterAutoscaler") === true;
}
