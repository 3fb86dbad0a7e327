import type { Kubectl } from "./kubectl";
import type { SimulatedNode } from "./nodes";
import { type ClusterView, viewCluster } from "./occupancy";

const ZONE = "topology.kubernetes.io/zone";

/**
 * Gives the cluster exactly these nodes. Those that are not among them are gone at once, and their pods with them, as when machines
 * are lost and the wait for them is over; a node that is to be in another zone is a new one.
 */
export async function setNodes(kubectl: Kubectl, wanted: readonly SimulatedNode[]): Promise<void> {
    const view = await viewCluster(kubectl);
    const gone = nodesToLose(view, wanted);
    if (gone.length > 0) {
        await kubectl.run(["delete", "nodes", ...gone]);
        for (const [namespace, pods] of podsOn(view, gone)) {
            await kubectl.run([
                "delete",
                "pods",
                ...pods,
                `--namespace=${namespace}`,
                "--force",
                "--grace-period=0",
                "--ignore-not-found",
            ]);
        }
    }
    await kubectl.apply(wanted);
}

/** Names of the nodes that are not wanted, or not in their zone. */
export function nodesToLose({ nodes }: ClusterView, wanted: readonly SimulatedNode[]): readonly string[] {
    const zones = new Map(wanted.map(({ metadata }) => [metadata.name, metadata.labels[ZONE]]));
    return nodes
        .filter(({ metadata }) => zones.get(metadata.name) !== metadata.labels?.[ZONE])
        .map(({ metadata }) => metadata.name);
}

/** The names of the pods on nodes, by namespace. */
function podsOn({ pods }: ClusterView, nodes: readonly string[]): ReadonlyMap<string, readonly string[]> {
    const found = new Map<string, string[]>();
    for (const { spec, metadata } of pods) {
        if (!nodes.includes(spec.nodeName ?? "")) continue;
        const namespace = metadata.namespace ?? "";
        found.set(namespace, [...(found.get(namespace) ?? []), metadata.name]);
    }
    return found;
}
