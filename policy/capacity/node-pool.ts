import { instanceTypesOf, refusingTaints } from "../consistency/node-groups";
import { groupsFor } from "../consistency/tier-placement";
import { type NodeType, nodeType } from "../facts/node-types";
import { CannotTell } from "../graph/cannot-tell";
import type { Release } from "../graph/release";
import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";
import { zonesOf } from "../graph/zones";
import { podsOf, type TierDemand } from "./demand";

/** Node groups, and the tiers that have no others to run on. */
export interface NodePool {
    readonly groups: readonly StackResource[];
    readonly tiers: readonly TierDemand[];
}

/**
 * The pools of a release: tiers that share node groups are together. Tiers that no node group takes are in none.
 *
 * @throws CannotTell when the stack's nodes do not show, as without node groups
 */
export function poolsOf(release: Release, stack: Stack): readonly NodePool[] {
    const placed = podsOf(release)
        .map((demand) => ({ demand, groups: groupsFor(demand.tier, stack) }))
        .filter(({ groups }) => groups.length > 0);
    const sets = new Map(placed.map(({ groups }) => [groups.map(({ urn }) => urn).join(), groups]));
    return [...sets.values()].map((set) => ({
        groups: set,
        tiers: placed.filter((one) => one.groups.every((group) => set.includes(group))).map(({ demand }) => demand),
    }));
}

/** Whether pods without tolerations may land on the group. */
export function takesAnyPod(group: StackResource): boolean {
    return refusingTaints(group, []).length === 0;
}

export function zonesOfGroup(group: StackResource, stack: Stack): readonly string[] {
    return zonesOf(group, "subnetIds", stack);
}

/** The least that a node of the group gives, whichever of its types EC2 starts. @throws CannotTell for types that the pack does not know */
export function leastNode(group: StackResource, stack: Stack): NodeType {
    const known = instanceTypesOf(group, stack).map((name) => {
        const type = nodeType(name);
        if (type !== undefined) return type;
        throw new CannotTell(`${group.label}: what a node of ${name} gives to pods is not known`, group.urn);
    });
    const least = (of: (type: NodeType) => number) => Math.min(...known.map(of));
    return {
        vcpu: least(({ vcpu }) => vcpu),
        cpuMillis: least(({ cpuMillis }) => cpuMillis),
        memoryMib: least(({ memoryMib }) => memoryMib),
        pods: least(({ pods }) => pods),
        podsWithPrefixes: least(({ podsWithPrefixes }) => podsWithPrefixes),
        interfaces: least(({ interfaces }) => interfaces),
        addressesPerInterface: least(({ addressesPerInterface }) => addressesPerInterface),
    };
}

/** Nodes that the group may have at the most. */
export function maxNodes(group: StackResource): number {
    return group.properties.number("scalingConfig.maxSize") ?? 0;
}
