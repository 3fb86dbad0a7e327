import { type NodeType, nodeType } from "../facts/node-types";
import { CannotTell } from "../graph/cannot-tell";
import type { Release } from "../graph/release";
import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";
import type { Tier } from "../graph/tiers";
import { zonesOf } from "../graph/zones";
import { demandsOf, type TierDemand } from "./demand";

export const NODE_GROUP = "aws:eks/nodeGroup:NodeGroup";
const LAUNCH_TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";

/** Node groups, and the tiers that have no others to run on. */
export interface NodePool {
    readonly groups: readonly StackResource[];
    readonly tiers: readonly TierDemand[];
}

/** The pools of a release: tiers that share node groups are together. Tiers that no node group takes are in none. */
export function poolsOf(release: Release, stack: Stack): readonly NodePool[] {
    const groups = [...stack.ofType(NODE_GROUP)].sort((one, other) => (one.name < other.name ? -1 : 1));
    const placed = demandsOf(release).map((demand) => ({
        demand,
        groups: groups.filter((group) => takes(group, demand.tier)),
    }));
    const sets = new Map(placed.map((one) => [one.groups.map(({ urn }) => urn).join(), one.groups]));
    return [...sets.values()]
        .filter((set) => set.length > 0)
        .map((set) => ({
            groups: set,
            tiers: placed
                .filter((one) => one.groups.length > 0 && one.groups.every((group) => set.includes(group)))
                .map(({ demand }) => demand),
        }));
}

/** Whether the scheduler may put a tier's pods on a group's nodes, by labels and taints. */
export function takes(group: StackResource, tier: Tier): boolean {
    const selected = Object.entries(tier.nodeSelector).every(
        ([key, value]) => group.properties.text(["labels", key]) === value,
    );
    return selected && repellingTaints(group).every((taint) => tolerates(tier, taint));
}

interface Taint {
    readonly key: string;
    readonly value: string;
    /** As Kubernetes writes it: `NoSchedule`. */
    readonly effect: string;
}

const EFFECTS: Readonly<Record<string, string>> = { NO_SCHEDULE: "NoSchedule", NO_EXECUTE: "NoExecute" };

/** Taints that keep pods away; `PREFER_NO_SCHEDULE` does not. */
export function repellingTaints(group: StackResource): readonly Taint[] {
    // Not given, it may still be computed: a group without taints has none.
    const taints = group.gives("taints") ? group.properties.items("taints") : [];
    return taints.flatMap((taint) => {
        const effect = EFFECTS[taint.text("effect") ?? ""];
        return effect === undefined ? [] : [{ key: taint.text("key") ?? "", value: taint.text("value") ?? "", effect }];
    });
}

function tolerates(tier: Tier, taint: Taint): boolean {
    return tier.values.items("tolerations").some((toleration) => {
        const key = toleration.text("key");
        const effect = toleration.text("effect");
        const exists = toleration.text("operator") === "Exists";
        return (
            (key === undefined ? exists : key === taint.key) &&
            (effect === undefined || effect === "" || effect === taint.effect) &&
            (exists || (toleration.text("value") ?? "") === taint.value)
        );
    });
}

/** Where the group's nodes are. */
export function zonesOfGroup(group: StackResource, stack: Stack): readonly string[] {
    return zonesOf(group, "subnetIds", stack);
}

/** The types of a group's nodes, from the group or its launch template. @throws CannotTell when they are not known */
export function typesOf(group: StackResource): readonly [string, ...string[]] {
    const [template] = group.references("launchTemplate", LAUNCH_TEMPLATE);
    const named = group.gives("instanceTypes") ? group.properties.texts("instanceTypes") : [];
    const templated = template?.gives("instanceType") === true ? template.properties.text("instanceType") : undefined;
    const [first, ...others] = named.length > 0 ? named : templated === undefined ? [] : [templated];
    if (first === undefined)
        throw new CannotTell(`${group.label}: of which type its nodes are is not known`, group.urn);
    return [first, ...others];
}

/** The least that a node of the group gives, whichever of its types EC2 starts. @throws CannotTell for types that the pack does not know */
export function leastNode(group: StackResource): NodeType {
    const known = typesOf(group).map((name) => {
        const type = nodeType(name);
        if (type === undefined)
            throw new CannotTell(`${group.label}: what a node of ${name} gives to pods is not known`, group.urn);
        return type;
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
