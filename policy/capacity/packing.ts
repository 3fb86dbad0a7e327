/** What a node has, or what a pod takes of it. */
export interface Room {
    readonly cpuMillis: number;
    readonly memoryMib: number;
}

/** A node's room for pods. */
export interface NodeRoom extends Room {
    readonly pods: number;
}

/** Pods of one size that fit on a node. */
export function podsPerNode(node: NodeRoom, pod: Room): number {
    const times = (room: number, need: number) => (need === 0 ? node.pods : Math.floor(room / need));
    return Math.max(0, Math.min(node.pods, times(node.cpuMillis, pod.cpuMillis), times(node.memoryMib, pod.memoryMib)));
}

/**
 * Nodes on which pods of several sizes find room whatever the order in which they come, which nobody controls. The smaller of two
 * numbers that are each enough: one for which every pod counts like the largest, and one that follows from how many nodes all pods
 * together can fill so far that the largest pod is turned away. Every pod must fit on an empty node.
 */
export function nodesFor(node: NodeRoom, pods: readonly Room[]): number {
    if (pods.length === 0) return 0;
    const most = (of: (pod: Room) => number) => Math.max(...pods.map(of));
    const largest = { cpuMillis: most(({ cpuMillis }) => cpuMillis), memoryMib: most(({ memoryMib }) => memoryMib) };
    const total = (of: (pod: Room) => number) => pods.reduce((sum, pod) => sum + of(pod), 0);
    const full = (all: number, room: number) => Math.floor(all / (room + 1));
    const filled =
        full(
            total(({ cpuMillis }) => cpuMillis),
            node.cpuMillis - largest.cpuMillis,
        ) +
        full(
            total(({ memoryMib }) => memoryMib),
            node.memoryMib - largest.memoryMib,
        ) +
        full(pods.length, node.pods - 1);
    return Math.min(Math.ceil(pods.length / podsPerNode(node, largest)), filled + 1);
}

/**
 * The most pods that one of several zones gets when the spread keeps them within one of each other, in the middle of an update: old and
 * new pods are spread by themselves, so that both may have their odd ones in the same zone.
 */
export function shareOfZone(pods: number, zones: number): number {
    return pods === 0 ? 0 : Math.floor((pods + 2 * (zones - 1)) / zones);
}
