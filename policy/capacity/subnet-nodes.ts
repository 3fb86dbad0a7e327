import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";
import { subnetsOf } from "../graph/zones";
import { addressesOfNode, mostPodsOnNode } from "./address-demand";
import { leastNode, maxNodes, type NodePool } from "./node-pool";
import { controllersOn, delegatesPrefixes, type NodeSettings, roomForPods } from "./node-room";
import type { Tenant } from "./subnet-tenants";

/** A managed node group is updated with up to two nodes more in each of its zones. */
const UPDATE_NODES = 2;

/** A pool's nodes in a subnet when another zone is lost, and those of an update. */
export function nodesIn(
    subnet: StackResource,
    pool: NodePool,
    stack: Stack,
    settings: NodeSettings,
): readonly Tenant[] {
    const room = roomForPods(pool, stack, settings);
    const pods = mostPodsOnNode(pool, room, controllersOn(pool, settings));
    return pool.groups.flatMap((group) => {
        const subnets = subnetsOf(group, "subnetIds", stack);
        if (!subnets.includes(subnet)) return [];
        const nodes = Math.ceil(maxNodes(group) / Math.max(1, subnets.length - 1)) + UPDATE_NODES;
        const each = addressesOfNode(leastNode(group, stack), pods, delegatesPrefixes(stack));
        return [{ what: `${nodes} nodes of ${group.name} with ${pods} pods each`, addresses: nodes * each }];
    });
}
