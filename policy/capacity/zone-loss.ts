import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";
import type { TierDemand } from "./demand";
import { maxNodes, type NodePool, zonesOfGroup } from "./node-pool";
import { type NodeRoom, nodesFor, type Room, shareOfZone } from "./packing";

/** Node groups that have fewer nodes than they need when a zone is lost. */
export interface Shortage {
    readonly groups: readonly StackResource[];
    /** The zone that must hold its share by itself; undefined when the groups share the pods. */
    readonly zone: string | undefined;
    readonly need: number;
    readonly has: number;
}

/** The zones of all groups of a pool, sorted. */
export function zonesOfPool({ groups }: NodePool, stack: Stack): readonly string[] {
    return [...new Set(groups.flatMap((group) => zonesOfGroup(group, stack)))].sort();
}

/**
 * What a pool lacks at maximum replicas and one step of an update when any one zone is lost. A group over several zones loses nothing:
 * EC2 Auto Scaling starts its nodes in those that are left. Where each group has a zone of its own, a tier that is spread strictly needs
 * its share in every zone left: what another zone has to spare does not help it.
 */
export function shortageOnZoneLoss(
    pool: NodePool,
    stack: Stack,
    room: NodeRoom,
    others: readonly Room[],
): Shortage | undefined {
    const zones = zonesOfPool(pool, stack);
    const zonesOf = new Map(pool.groups.map((group) => [group, zonesOfGroup(group, stack)]));
    const isOnlyIn = (group: StackResource, zone: string) => zonesOf.get(group)?.join() === zone;
    const onePerZone = pool.groups.every((group) => zonesOf.get(group)?.length === 1);
    const strict = onePerZone ? pool.tiers.filter(({ tier }) => tier.isZoneStrict) : [];
    const share = nodesFor(
        room,
        strict.flatMap((demand) => repeat(demand, shareOfZone(demand.maxReplicas + demand.surge, zones.length - 1))),
    );
    const all = nodesFor(room, [
        ...pool.tiers.flatMap((demand) => repeat(demand, demand.maxReplicas + demand.surge)),
        ...others,
    ]);
    const own = (zone: string) => pool.groups.filter((group) => isOnlyIn(group, zone));
    const tight = zones.find((zone) => sum(own(zone)) < share);
    if (tight !== undefined) return { groups: own(tight), zone: tight, need: share, has: sum(own(tight)) };
    const left = (zone: string) => pool.groups.filter((group) => !isOnlyIn(group, zone));
    const lost = zones.find((zone) => sum(left(zone)) < all);
    if (lost !== undefined) return { groups: left(lost), zone: undefined, need: all, has: sum(left(lost)) };
    return undefined;
}

function repeat(demand: TierDemand, times: number): readonly Room[] {
    return Array.from({ length: times }, () => demand);
}

function sum(groups: readonly StackResource[]): number {
    return groups.reduce((total, group) => total + maxNodes(group), 0);
}
