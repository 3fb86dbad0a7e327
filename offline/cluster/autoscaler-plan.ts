import { instanceType } from "../../infra/facts/ec2-instance-types";
import { roomForPods } from "../../infra/sizing/node-capacity";
import { OfflineError } from "../offline-error";
import type { OfferedNode, PlacedPod, Placement } from "./autoscaler-fit";
import { NODE_GROUP_LABEL, nodeOf } from "./nodes";
import type { RegisteredNodeGroup } from "./registered-stack";

const ZONE = "topology.kubernetes.io/zone";

/** A node group as the autoscaler knows it. */
export interface GroupState {
    readonly group: RegisteredNodeGroup;
    /** Nodes that it has been asked for. */
    readonly size: number;
    /** What the autoscaler takes every node of the group for, zone included. */
    readonly template: OfferedNode;
}

/** What the autoscaler makes of the pods that wait. */
export interface Growth {
    /** Nodes to add, by the group's name. */
    readonly added: ReadonlyMap<string, number>;
    /** Pods that no node helps that a group may add. */
    readonly unhelped: readonly string[];
    /** Pods that the scheduler is expected to place on nodes that are there, on their way or added. */
    readonly expected: readonly string[];
}

/**
 * How the groups grow for the pods that wait. Of several groups that would help, the one with the fewest nodes does, as with
 * `balance-similar-node-groups`.
 *
 * @param placement changed: the nodes and pods of the plan are put into it
 */
export function planGrowth(placement: Placement, waiting: readonly PlacedPod[], groups: readonly GroupState[]): Growth {
    const added = new Map<string, number>();
    const unhelped: string[] = [];
    const expected: string[] = [];
    const sizeOf = ({ group, size }: GroupState) => size + (added.get(group.name) ?? 0);
    for (const pod of waiting) {
        const node = placement.findRoom(pod) ?? grow(pod);
        if (node !== undefined) placement.place(pod, node);
        (node === undefined ? unhelped : expected).push(pod.metadata.name);
    }
    return { added, unhelped, expected };

    function grow(pod: PlacedPod): OfferedNode | undefined {
        const [helping] = groups
            .filter((state) => sizeOf(state) < state.group.maxSize && placement.fits(pod, state.template))
            .sort((left, right) => sizeOf(left) - sizeOf(right));
        if (helping === undefined) return undefined;
        const { group, template } = helping;
        added.set(group.name, (added.get(group.name) ?? 0) + 1);
        const node = renamed(template, `${group.name}-coming-${sizeOf(helping)}`);
        placement.addNode(node);
        return node;
    }
}

/**
 * What the autoscaler takes a group's nodes for: the first one that it meets and that is in order, or without any what the group says, in the first of its
 * zones. It does not know that Auto Scaling may start the next one in another zone. What runs on every node has its room already.
 */
export function templateOf(group: RegisteredNodeGroup, nodes: readonly OfferedNode[]): OfferedNode {
    const type = instanceType(group.instanceType);
    if (type === undefined) throw new OfflineError(`offline: what ${group.instanceType} holds is not known.`);
    const first =
        nodesOfGroup(group, nodes).find((node) => isUsual(node, group)) ?? nodeIn(group, group.zones[0] ?? "", 0);
    const room = roomForPods(type);
    const allocatable = { cpu: `${room.cpuMilli}m`, memory: `${room.memoryMib}Mi`, pods: `${room.pods}` };
    return { ...renamed(first, `${group.name}-template`), status: { allocatable } };
}

export function nodesOfGroup({ name }: RegisteredNodeGroup, nodes: readonly OfferedNode[]): readonly OfferedNode[] {
    return nodes.filter(({ metadata }) => metadata.labels?.[NODE_GROUP_LABEL] === name);
}

/** The zone that Auto Scaling starts a group's next node in: of those that live the one with the fewest of the group's nodes. */
export function nextZone(
    group: RegisteredNodeGroup,
    nodes: readonly OfferedNode[],
    zonesDown: ReadonlySet<string>,
): string | undefined {
    const own = nodesOfGroup(group, nodes);
    const count = (zone: string) => own.filter(({ metadata }) => metadata.labels?.[ZONE] === zone).length;
    return group.zones.filter((zone) => !zonesDown.has(zone)).sort((left, right) => count(left) - count(right))[0];
}

/** The node of a group with this number, in a zone. */
export function nodeIn(group: RegisteredNodeGroup, zone: string, index: number): OfferedNode {
    const { metadata, spec, status, ...node } = nodeOf({ ...group, zones: [zone] }, index);
    return { ...node, metadata, spec: spec as OfferedNode["spec"], status: status as OfferedNode["status"] };
}

/** Neither cordoned nor unreachable: those have taints beside the group's. */
function isUsual({ spec }: OfferedNode, { taints }: RegisteredNodeGroup): boolean {
    return (spec.taints ?? []).every(({ key }) => taints.some((own) => own.key === key));
}

function renamed(node: OfferedNode, name: string): OfferedNode {
    const labels = { ...node.metadata.labels, "kubernetes.io/hostname": name };
    return { ...node, metadata: { ...node.metadata, name, labels } };
}
