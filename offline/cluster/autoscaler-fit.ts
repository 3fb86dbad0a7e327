import { cpuMilli, memoryMib } from "../../infra/sizing/quantity";
import { isOpenTo, type LabelSelector, matchesLabels, selects, type Taint, type Toleration } from "./autoscaler-labels";
import type { KubernetesObject } from "./kubectl";
import type { Node, Pod } from "./occupancy";

/** A pod with what decides where it may run. */
export interface PlacedPod extends Pod {
    readonly spec: Pod["spec"] & {
        readonly tolerations?: readonly Toleration[];
        readonly topologySpreadConstraints?: readonly SpreadConstraint[];
    };
}

/** A node with what keeps pods away. */
export interface OfferedNode extends Node {
    readonly spec: { readonly taints?: readonly Taint[] };
}

interface SpreadConstraint {
    readonly topologyKey: string;
    readonly whenUnsatisfiable: string;
    readonly maxSkew: number;
    readonly nodeTaintsPolicy?: string;
    readonly labelSelector?: LabelSelector;
    readonly matchLabelKeys?: readonly string[];
}

/**
 * Pods on nodes, and what the scheduler would say to more: by node selector, taints, requests and strict spreads. These are all the
 * rules that pods of the chart and of the cluster have; affinity and volumes are not among them.
 */
export class Placement {
    private readonly nodes = new Map<string, OfferedNode>();
    private readonly podsOn = new Map<string, PlacedPod[]>();

    constructor(nodes: readonly OfferedNode[], pods: readonly PlacedPod[]) {
        for (const node of nodes) this.addNode(node);
        for (const pod of pods.filter(({ status }) => status.phase !== "Succeeded" && status.phase !== "Failed"))
            this.podsOn.get(pod.spec.nodeName ?? "")?.push(pod);
    }

    addNode(node: OfferedNode): void {
        this.nodes.set(node.metadata.name, node);
        this.podsOn.set(node.metadata.name, []);
    }

    place(pod: PlacedPod, node: OfferedNode): void {
        this.podsOn.get(node.metadata.name)?.push(pod);
    }

    /** The first node that would take the pod. */
    findRoom(pod: PlacedPod): OfferedNode | undefined {
        return [...this.nodes.values()].find((node) => this.fits(pod, node));
    }

    /** Whether a node that is here, or one more, would take a pod. */
    fits(pod: PlacedPod, node: OfferedNode): boolean {
        const { nodeSelector = {}, topologySpreadConstraints = [] } = pod.spec;
        return (
            matchesLabels(nodeSelector, node.metadata.labels) &&
            isOpenTo(pod.spec.tolerations, node.spec.taints) &&
            this.hasRoom(pod, node) &&
            topologySpreadConstraints
                .filter(({ whenUnsatisfiable }) => whenUnsatisfiable === "DoNotSchedule")
                .every((constraint) => this.keepsSpread(pod, node, constraint))
        );
    }

    private hasRoom(pod: PlacedPod, { metadata: { name }, status: { allocatable } }: OfferedNode): boolean {
        const there = [...(this.podsOn.get(name) ?? []), pod];
        const asked = (resource: "cpu" | "memory", parse: (text: unknown) => number | undefined) =>
            there
                .flatMap(({ spec }) => spec.containers)
                .reduce((sum, { resources }) => sum + (parse(resources?.requests?.[resource]) ?? 0), 0);
        return (
            there.length <= Number(allocatable["pods"]) &&
            asked("cpu", cpuMilli) <= (cpuMilli(allocatable["cpu"]) ?? 0) &&
            asked("memory", memoryMib) <= (memoryMib(allocatable["memory"]) ?? 0)
        );
    }

    private keepsSpread(pod: PlacedPod, node: OfferedNode, constraint: SpreadConstraint): boolean {
        const { topologyKey, maxSkew } = constraint;
        const domain = node.metadata.labels?.[topologyKey];
        if (domain === undefined) return false;
        const counts = new Map([[domain, 0]]);
        for (const [name, counted] of this.nodes) {
            const its = counted.metadata.labels?.[topologyKey];
            if (its === undefined || !countsForSpread(pod, counted, constraint)) continue;
            const alike = (this.podsOn.get(name) ?? []).filter((other) => isAlike(pod, other, constraint));
            counts.set(its, (counts.get(its) ?? 0) + alike.length);
        }
        return (counts.get(domain) ?? 0) + 1 - Math.min(...counts.values()) <= maxSkew;
    }
}

/** Whether a node's zone or host is a domain of the spread at all: only where the pod could be, unless the constraint says otherwise. */
function countsForSpread({ spec }: PlacedPod, node: OfferedNode, { nodeTaintsPolicy }: SpreadConstraint): boolean {
    return (
        matchesLabels(spec.nodeSelector ?? {}, node.metadata.labels) &&
        (nodeTaintsPolicy !== "Honor" || isOpenTo(spec.tolerations, node.spec.taints))
    );
}

function isAlike(
    pod: PlacedPod,
    other: KubernetesObject & { readonly metadata: { readonly deletionTimestamp?: string } },
    { labelSelector = {}, matchLabelKeys = [] }: SpreadConstraint,
): boolean {
    const own = Object.fromEntries(matchLabelKeys.map((key) => [key, pod.metadata.labels?.[key] ?? ""]));
    return (
        other.metadata.deletionTimestamp === undefined &&
        other.metadata.namespace === pod.metadata.namespace &&
        selects(labelSelector, other.metadata.labels) &&
        matchesLabels(own, other.metadata.labels)
    );
}
