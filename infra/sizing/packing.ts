import type { NodeCapacity } from "./node-capacity";

/** Requests of one pod. */
export interface PodRequest {
    readonly cpuMilli: number;
    readonly memoryMib: number;
}

/** How many pods of one kind a node holds; 0 when not even one fits. */
export function podsPerNode(node: NodeCapacity, pod: PodRequest): number {
    const byCpu = pod.cpuMilli === 0 ? node.pods : Math.floor(node.cpuMilli / pod.cpuMilli);
    const byMemory = pod.memoryMib === 0 ? node.pods : Math.floor(node.memoryMib / pod.memoryMib);
    return Math.max(0, Math.min(node.pods, byCpu, byMemory));
}

/**
 * Nodes that hold all the pods in whatever order they arrive and wherever the scheduler puts each: small pods may take the room that
 * a large one needs on every node. Two bounds hold, and the smaller is taken:
 *
 * - a node with fewer pods than it could hold of the largest takes one more of any;
 * - a node turns a pod away only when others on it request more than its room less that pod, in cores, memory or number, and all
 *   others together can fill only so many nodes that far.
 *
 * @param pods each fits on an empty node
 */
export function nodesForAnyOrder(node: NodeCapacity, pods: readonly PodRequest[]): number {
    if (pods.length === 0) return 0;
    const largest = {
        cpuMilli: Math.max(...pods.map((pod) => pod.cpuMilli)),
        memoryMib: Math.max(...pods.map((pod) => pod.memoryMib)),
    };
    const asIfAllWereLargest = Math.ceil(pods.length / podsPerNode(node, largest));
    const sorted = [...pods].sort(byCoresForMemory);
    const kinds = new Map(sorted.map((pod, index) => [`${pod.cpuMilli} ${pod.memoryMib}`, index]));
    const refusing = [...kinds.values()].map((index) => {
        const { cpuMilli, memoryMib } = sorted[index] ?? largest;
        const full = { cpuMilli: node.cpuMilli - cpuMilli + 1, memoryMib: node.memoryMib - memoryMib + 1 };
        const others = sorted.filter((_, other) => other !== index);
        return mostFullNodes(full, others) + Math.floor(others.length / node.pods);
    });
    return Math.min(asIfAllWereLargest, Math.max(...refusing) + 1);
}

/** Most cores for its memory first; a pod that requests neither has no place in the order and changes no sum. */
function byCoresForMemory(left: PodRequest, right: PodRequest): number {
    const share = ({ cpuMilli, memoryMib }: PodRequest) => (cpuMilli === 0 ? 0 : cpuMilli / (cpuMilli + memoryMib));
    return share(right) - share(left);
}

/**
 * The most nodes that the pods can fill, each either in cores or in memory. A pod counts on its own node only: what fills nodes' cores
 * has memory too, and fills no other node's. For each number of nodes with full cores, those pods are taken that have the least memory
 * for their cores, the last one in part; the memory of all others is left to fill nodes with.
 *
 * @param pods most cores for their memory first
 */
function mostFullNodes(full: PodRequest, pods: readonly PodRequest[]): number {
    let coresBefore = 0;
    let memoryAfter = sum(pods, "memoryMib");
    let fullCores = 0;
    let most = Math.floor(memoryAfter / full.memoryMib);
    for (const { cpuMilli, memoryMib } of pods) {
        memoryAfter -= memoryMib;
        for (; coresBefore + cpuMilli >= (fullCores + 1) * full.cpuMilli; fullCores += 1) {
            const spare = coresBefore + cpuMilli - (fullCores + 1) * full.cpuMilli;
            // Whole numbers up to the division, so that a node that is full to the last MiB counts.
            const left = memoryAfter * cpuMilli + memoryMib * spare;
            most = Math.max(most, fullCores + 1 + Math.floor(left / (full.memoryMib * cpuMilli)));
        }
        coresBefore += cpuMilli;
    }
    return most;
}

function sum(pods: readonly PodRequest[], dimension: keyof PodRequest): number {
    return pods.reduce((total, pod) => total + pod[dimension], 0);
}
