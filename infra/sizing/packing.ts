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
 * Nodes that hold all the pods in whatever order they arrive and wherever the scheduler puts each. Pods of one kind pack to
 * `podsPerNode`. Of several kinds, small ones may take the room that a large one needs on every node: a node turns the largest pod
 * away only when its own pods request more than its room less that pod, in at least one dimension, and that many nodes cannot all
 * be so full.
 */
export function nodesForAnyOrder(node: NodeCapacity, pods: readonly PodRequest[]): number {
    if (pods.length === 0) return 0;
    const largest = {
        cpuMilli: Math.max(...pods.map((pod) => pod.cpuMilli)),
        memoryMib: Math.max(...pods.map((pod) => pod.memoryMib)),
    };
    const uniform = pods.every((pod) => pod.cpuMilli === largest.cpuMilli && pod.memoryMib === largest.memoryMib);
    if (uniform) return Math.ceil(pods.length / podsPerNode(node, largest));
    const cpuMilli = pods.reduce((sum, pod) => sum + pod.cpuMilli, 0);
    const memoryMib = pods.reduce((sum, pod) => sum + pod.memoryMib, 0);
    const fullByCpu = Math.floor(cpuMilli / (node.cpuMilli - largest.cpuMilli + 1));
    const fullByMemory = Math.floor(memoryMib / (node.memoryMib - largest.memoryMib + 1));
    const fullByCount = Math.floor(pods.length / node.pods);
    return Math.min(pods.length, fullByCpu + fullByMemory + fullByCount + 1);
}
