import { type OfferedNode, type PlacedPod, Placement } from "./autoscaler-fit";
import { type GroupState, nextZone, nodeIn, nodesOfGroup, planGrowth, templateOf } from "./autoscaler-plan";
import type { Kubectl } from "./kubectl";
import { loseNodes } from "./lose-nodes";
import type { RegisteredNodeGroup } from "./registered-stack";
import { pause } from "./servers";

/** What the autoscaler and Auto Scaling did until there was no more to do. */
export interface Settled {
    /** Nodes by the group's name, at the end. */
    readonly nodes: Readonly<Record<string, number>>;
    /** Pods that wait and that no node helps which a group may still add. */
    readonly stuck: readonly string[];
}

interface Seen {
    readonly nodes: readonly OfferedNode[];
    readonly pods: readonly PlacedPod[];
}

/**
 * Does what Cluster Autoscaler and EC2 Auto Scaling do with the registered groups: a driver of our own, because the Cluster Autoscaler
 * is no Go module that the module proxy serves. What it keeps of the real one:
 *
 * - a group grows, up to its maximum, when a node like the one it knows would take a pod that finds no room; all nodes of a group are
 *   alike to it, zone included: https://github.com/kubernetes/autoscaler/issues/4848
 * - Auto Scaling chooses the zone of each new node, and replaces nodes that are lost;
 * - a group whose zones are down is not counted on; the real one gives up on it after trying;
 * - nodes go again when nothing but daemon sets is on them, down to the minimum. Nodes that are half empty stay; the real one empties
 *   them by evictions.
 *
 * What it leaves out is time: an instance is there at once, and an empty one goes without ten minutes of waiting.
 */
export class Autoscaler {
    /** Zones in which no instance starts. */
    readonly zonesDown = new Set<string>();
    private readonly sizes: Map<string, number>;
    private next = 1000;

    /** @param groups as large as their minimum */
    constructor(
        private readonly kubectl: Kubectl,
        private readonly groups: readonly RegisteredNodeGroup[],
    ) {
        this.sizes = new Map(groups.map(({ name, minSize }) => [name, minSize]));
    }

    /** Goes on until every pod has a node or none helps it. @throws Error naming what is still to come after so many seconds */
    async settle(seconds = 240): Promise<Settled> {
        const begun = Date.now();
        for (;;) {
            const { coming, stuck, nodes } = await this.step();
            if (coming.length === 0) return { nodes, stuck };
            if (Date.now() - begun > seconds * 1000)
                throw new Error(`autoscaler: after ${seconds} s still to come: ${coming.join(", ")}`);
            await pause(200);
        }
    }

    /** Looks once, and starts the nodes that are missing or wanted. `coming` names nodes and pods that are not settled. */
    async step(): Promise<Settled & { readonly coming: readonly string[] }> {
        const seen = await this.look();
        const waiting = seen.pods.filter(
            ({ spec, status }) => spec.nodeName === undefined && status.phase === "Pending",
        );
        const missing = this.start(seen);
        const here = { ...seen, nodes: [...seen.nodes, ...missing] };
        const { added, unhelped, expected } = planGrowth(
            new Placement(here.nodes, here.pods),
            waiting,
            this.states(here),
        );
        for (const [name, count] of added) this.sizes.set(name, this.sizeOf(name) + count);
        const started = [...missing, ...this.start(here)];
        if (started.length > 0) await this.kubectl.apply(started);
        const all = [...seen.nodes, ...started];
        return {
            nodes: Object.fromEntries(this.groups.map((group) => [group.name, nodesOfGroup(group, all).length])),
            stuck: unhelped,
            coming: [...started.map(({ metadata }) => metadata.name), ...expected],
        };
    }

    /** Ends nodes that hold nothing but daemon sets' pods, as far as the groups' minima allow. @returns their names */
    async removeEmpty(): Promise<readonly string[]> {
        const { nodes, pods } = await this.look();
        const busy = new Set(pods.filter((pod) => !isDaemon(pod)).map(({ spec }) => spec.nodeName));
        const removed = this.groups.flatMap((group) => {
            const empty = nodesOfGroup(group, nodes).filter(({ metadata }) => !busy.has(metadata.name));
            const going = empty.slice(0, Math.max(0, this.sizeOf(group.name) - group.minSize));
            this.sizes.set(group.name, this.sizeOf(group.name) - going.length);
            return going.map(({ metadata }) => metadata.name);
        });
        await loseNodes(this.kubectl, removed);
        return removed;
    }

    private async look(): Promise<Seen> {
        const [nodes, pods] = await Promise.all([
            this.kubectl.read<OfferedNode>("/api/v1/nodes"),
            this.kubectl.read<PlacedPod>("/api/v1/pods"),
        ]);
        return { nodes, pods };
    }

    /** The nodes by which groups fall short of the size that they were asked for, where a zone lives that can have them. */
    private start({ nodes }: Seen): readonly OfferedNode[] {
        const started: OfferedNode[] = [];
        for (const group of this.groups) {
            for (let count = nodesOfGroup(group, nodes).length; count < this.sizeOf(group.name); count += 1) {
                const zone = nextZone(group, [...nodes, ...started], this.zonesDown);
                if (zone === undefined) break;
                this.next += 1;
                started.push(nodeIn(group, zone, this.next));
            }
        }
        return started;
    }

    private states({ nodes }: Seen): readonly GroupState[] {
        return this.groups
            .filter(({ zones }) => zones.some((zone) => !this.zonesDown.has(zone)))
            .map((group) => ({ group, size: this.sizeOf(group.name), template: templateOf(group, nodes) }));
    }

    private sizeOf(name: string): number {
        return this.sizes.get(name) ?? 0;
    }
}

function isDaemon({ metadata }: PlacedPod): boolean {
    const { ownerReferences = [] } = metadata as { ownerReferences?: readonly { readonly kind: string }[] };
    return ownerReferences.some(({ kind }) => kind === "DaemonSet");
}
