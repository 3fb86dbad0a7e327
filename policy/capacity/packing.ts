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
 * numbers that are each enough: one for which every pod counts like the largest, and one that follows from how many nodes all other
 * pods together can fill so far that a pod is turned away. Every pod must fit on an empty node.
 */
export function nodesFor(node: NodeRoom, pods: readonly Room[]): number {
    if (pods.length === 0) return 0;
    const most = (of: (pod: Room) => number) => Math.max(...pods.map(of));
    const largest = { cpuMillis: most(({ cpuMillis }) => cpuMillis), memoryMib: most(({ memoryMib }) => memoryMib) };
    const crowded = Math.floor((pods.length - 1) / node.pods);
    let filled = 0;
    const seen = new Set<string>();
    for (const [place, pod] of pods.entries()) {
        const size = `${pod.cpuMillis}/${pod.memoryMib}`;
        if (seen.has(size)) continue;
        seen.add(size);
        const mark = { cpuMillis: node.cpuMillis + 1 - pod.cpuMillis, memoryMib: node.memoryMib + 1 - pod.memoryMib };
        filled = Math.max(filled, filledAtMost(mark, [...pods.slice(0, place), ...pods.slice(place + 1)]));
    }
    return Math.min(Math.ceil(pods.length / podsPerNode(node, largest)), filled + crowded + 1);
}

/**
 * Nodes that all pods together can fill to the mark, some in cores and the others in memory. The pods on a node with full cores bring
 * memory that can't fill another node, so the most is found with those that bring the least: sorted by cores for their memory, a cut
 * anywhere (through a pod, in proportion) has in front of it what fills cores and behind it what fills memory.
 */
function filledAtMost(mark: Room, pods: readonly Room[]): number {
    const sorted = pods
        .filter((pod) => pod.cpuMillis > 0)
        .sort((one, other) => other.cpuMillis * one.memoryMib - one.cpuMillis * other.memoryMib);
    const memory = pods.reduce((all, pod) => all + pod.memoryMib, 0);
    const cores = sorted.reduce((all, pod) => all + pod.cpuMillis, 0);
    const counts = Array.from({ length: Math.floor(cores / mark.cpuMillis) + 1 }, (_, inCores) => {
        let missing = inCores * mark.cpuMillis;
        let taken = 0;
        for (const pod of sorted) {
            if (missing < pod.cpuMillis) {
                // In pod.cpuMillis-ths of a MiB: divisions would round.
                const parts = (memory - taken) * pod.cpuMillis - pod.memoryMib * missing;
                return inCores + Math.floor(parts / (mark.memoryMib * pod.cpuMillis));
            }
            missing -= pod.cpuMillis;
            taken += pod.memoryMib;
        }
        return inCores + Math.floor((memory - taken) / mark.memoryMib);
    });
    return Math.max(...counts);
}

/**
 * The most pods that one of several zones gets when the spread keeps them within one of each other, in the middle of an update: old and
 * new pods are spread by themselves, so that both may have their odd ones in the same zone.
 */
export function shareOfZone(pods: number, zones: number): number {
    return pods === 0 ? 0 : Math.floor((pods + 2 * (zones - 1)) / zones);
}
