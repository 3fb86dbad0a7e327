import type { NodeType } from "../facts/node-types";
import type { NodePool } from "./node-pool";
import { type NodeRoom, podsPerNode, type Room } from "./packing";

/** Addresses that the VPC CNI takes at a time with prefix delegation: a contiguous, aligned /28. */
export const PREFIX_ADDRESSES = 16;
/** Prefixes, or interfaces, that the CNI keeps ready beyond what its pods use. */
const WARM = 1;
/** Daemon sets whose pods have an address of their own. */
const DAEMONS_WITH_ADDRESS = 1;

/** Pods of the pool's that a node may be asked to hold. */
export function mostPodsOnNode({ tiers }: NodePool, room: NodeRoom, others: readonly Room[]): number {
    const pods = tiers.reduce((sum, { maxReplicas, surge }) => sum + maxReplicas + surge, others.length);
    const all: readonly Room[] = [...tiers.filter(({ maxReplicas }) => maxReplicas > 0), ...others];
    const least = (of: (pod: Room) => number) => Math.min(...all.map(of));
    const smallest = { cpuMillis: least(({ cpuMillis }) => cpuMillis), memoryMib: least(({ memoryMib }) => memoryMib) };
    return Math.min(pods, podsPerNode(room, smallest));
}

/**
 * Addresses of a subnet that one node takes. With prefixes every single address, the node's own and one of each further interface, may
 * lie in a block by itself and make it useless for pods: so it counts as a whole block. Without, each interface takes all of its
 * addresses, and one interface is kept ready.
 */
export function addressesOfNode(type: NodeType, pods: number, prefixes: boolean): number {
    const own = pods + DAEMONS_WITH_ADDRESS;
    const perInterface = type.addressesPerInterface - 1;
    if (!prefixes) {
        const interfaces = Math.min(type.interfaces, Math.ceil(own / perInterface) + WARM);
        return interfaces * type.addressesPerInterface;
    }
    const blocks = Math.ceil(own / PREFIX_ADDRESSES) + WARM;
    const further = Math.ceil(blocks / perInterface) - 1;
    return (1 + blocks + further) * PREFIX_ADDRESSES;
}
