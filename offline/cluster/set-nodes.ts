import type { Kubectl } from "./kubectl";
import { loseNodes } from "./lose-nodes";
import type { SimulatedNode } from "./nodes";
import { type ClusterView, viewCluster } from "./occupancy";

const ZONE = "topology.kubernetes.io/zone";

/**
 * Gives the cluster exactly these nodes. Those that are not among them are gone at once, and their pods with them, as when machines
 * are lost and the wait for them is over; a node that is to be in another zone is a new one.
 */
export async function setNodes(kubectl: Kubectl, wanted: readonly SimulatedNode[]): Promise<void> {
    await loseNodes(kubectl, nodesToLose(await viewCluster(kubectl), wanted));
    await kubectl.apply(wanted);
}

/** Names of the nodes that are not wanted, or not in their zone. */
export function nodesToLose({ nodes }: ClusterView, wanted: readonly SimulatedNode[]): readonly string[] {
    const zones = new Map(wanted.map(({ metadata }) => [metadata.name, metadata.labels[ZONE]]));
    return nodes
        .filter(({ metadata }) => zones.get(metadata.name) !== metadata.labels?.[ZONE])
        .map(({ metadata }) => metadata.name);
}
