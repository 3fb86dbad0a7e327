import { cpuMilli, memoryMib } from "../../infra/sizing/quantity";
import type { Kubectl, KubernetesObject } from "./kubectl";

/** A pod, as far as it takes room. */
export interface Pod extends KubernetesObject {
    readonly spec: {
        readonly nodeName?: string;
        readonly nodeSelector?: Readonly<Record<string, string>>;
        readonly containers: readonly {
            readonly resources?: { readonly requests?: Readonly<Record<string, string>> };
        }[];
    };
    readonly status: {
        readonly phase: string;
        readonly conditions?: readonly { readonly type: string; readonly status: string; readonly message?: string }[];
    };
}

/** A node, as far as it gives room. */
export interface Node extends KubernetesObject {
    readonly status: { readonly allocatable: Readonly<Record<string, string>> };
}

/** How the pods of a pool fill its nodes. */
export interface Occupancy {
    /** `kaireon.ai/tier` of the nodes. */
    readonly pool: string;
    readonly nodes: number;
    /** Requests of all pods on the nodes, daemon sets among them, and what the nodes can give. */
    readonly requestedCpuMilli: number;
    readonly allocatableCpuMilli: number;
    readonly requestedMemoryMib: number;
    readonly allocatableMemoryMib: number;
}

/** Where the pods of a tier are. */
export interface Spread {
    /** `app.kubernetes.io/component`: `api`, `ml-worker`. */
    readonly component: string;
    readonly running: number;
    readonly pending: number;
    /** Nodes by pool that the pods are on. */
    readonly pools: readonly string[];
    readonly nodes: number;
    /** Pods by zone, in the order of the zones' names. */
    readonly zones: readonly number[];
}

export interface ClusterView {
    readonly nodes: readonly Node[];
    readonly pods: readonly Pod[];
}

export async function viewCluster(kubectl: Kubectl): Promise<ClusterView> {
    const [nodes, pods] = await Promise.all([kubectl.read<Node>("/api/v1/nodes"), kubectl.read<Pod>("/api/v1/pods")]);
    return { nodes, pods };
}

const POOL = "kaireon.ai/tier";
const ZONE = "topology.kubernetes.io/zone";
const COMPONENT = "app.kubernetes.io/component";

/** Pool by pool, in the order of their names. */
export function occupancyOf({ nodes, pods }: ClusterView): readonly Occupancy[] {
    const pools = [...new Set(nodes.map((node) => labelOf(node, POOL)))].sort();
    return pools.map((pool) => {
        const members = nodes.filter((node) => labelOf(node, POOL) === pool);
        const names = new Set(members.map(({ metadata }) => metadata.name));
        const there = pods.filter(({ spec, status }) => names.has(spec.nodeName ?? "") && isAlive(status.phase));
        const requests = (resource: "cpu" | "memory", parse: (text: unknown) => number | undefined) =>
            sum(
                there.flatMap(({ spec }) => spec.containers),
                ({ resources }) => parse(resources?.requests?.[resource]) ?? 0,
            );
        const gives = (resource: "cpu" | "memory", parse: (text: unknown) => number | undefined) =>
            sum(members, ({ status }) => parse(status.allocatable[resource]) ?? 0);
        return {
            pool,
            nodes: members.length,
            requestedCpuMilli: requests("cpu", cpuMilli),
            allocatableCpuMilli: gives("cpu", cpuMilli),
            requestedMemoryMib: requests("memory", memoryMib),
            allocatableMemoryMib: gives("memory", memoryMib),
        };
    });
}

/** Tier by tier of the release, in the order of their names. */
export function spreadOf({ nodes, pods }: ClusterView, namespace: string): readonly Spread[] {
    const nodeOf = new Map(nodes.map((node) => [node.metadata.name, node]));
    const zones = [...new Set(nodes.map((node) => labelOf(node, ZONE)))].sort();
    const own = pods.filter(({ metadata, status }) => metadata.namespace === namespace && isAlive(status.phase));
    const components = [...new Set(own.map((pod) => labelOf(pod, COMPONENT)))].sort();
    return components.map((component) => {
        const tier = own.filter((pod) => labelOf(pod, COMPONENT) === component);
        const placed = tier.flatMap(({ spec }) => nodeOf.get(spec.nodeName ?? "") ?? []);
        return {
            component,
            running: tier.filter(isReady).length,
            pending: tier.length - tier.filter(isReady).length,
            pools: [...new Set(placed.map((node) => labelOf(node, POOL)))].sort(),
            nodes: new Set(placed.map(({ metadata }) => metadata.name)).size,
            zones: zones.map((zone) => placed.filter((node) => labelOf(node, ZONE) === zone).length),
        };
    });
}

export function isReady({ status }: Pod): boolean {
    return status.conditions?.some(({ type, status: is }) => type === "Ready" && is === "True") ?? false;
}

function isAlive(phase: string): boolean {
    return phase !== "Succeeded" && phase !== "Failed";
}

function labelOf({ metadata }: KubernetesObject, label: string): string {
    return metadata.labels?.[label] ?? "";
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
    return items.reduce((total, item) => total + value(item), 0);
}
