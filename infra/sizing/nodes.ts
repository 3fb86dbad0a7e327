import { type InstanceType, instanceType } from "../facts/ec2-instance-types";
import { type NodeCapacity, roomForPods } from "./node-capacity";
import { nodesForAnyOrder, type PodRequest, podsPerNode } from "./packing";
import { systemPods } from "./system-pods";
import { POOLS, type Pool, type TierWorkload, type Workload } from "./workload";

/** What a pool's nodes are. */
export interface NodeChoice {
    readonly instanceType: string;
    readonly diskGb: number;
}

/** The pools' nodes, and what they must bear. */
export interface NodeChoices extends Readonly<Record<Pool, NodeChoice>> {
    /** Whether the groups have room for the pods of a zone that is lost. Without it these pods wait until the zone is back. */
    readonly surviveZoneLoss: boolean;
}

/** The node groups of a pool and the bounds of each; `load` is no tier's, see load-nodes.ts. */
export interface PoolSize<Name extends Pool | "load" = Pool | "load"> {
    readonly pool: Name;
    readonly instanceType: string;
    readonly diskGb: number;
    /** One group per zone, keyed by the zone, or a single one over all zones, keyed `all`. */
    readonly groups: readonly { readonly key: string; readonly zones: readonly string[] }[];
    readonly minPerGroup: number;
    readonly maxPerGroup: number;
    /** Pods of the pool's tiers that a node of it can be asked to hold. */
    readonly podsPerNode: number;
}

/** Why a pool cannot be sized. */
export type PoolProblem =
    | { readonly kind: "unknownInstanceType"; readonly pool: PoolSize["pool"]; readonly instanceType: string }
    | {
          readonly kind: "podTooLarge";
          readonly pool: Pool;
          readonly tier: TierWorkload;
          readonly instanceType: string;
          readonly room: NodeCapacity;
      };

export interface NodePools {
    readonly pools: readonly PoolSize<Pool>[];
    readonly problems: readonly PoolProblem[];
}

/**
 * Sizes the node groups of every pool that has pods.
 *
 * - The minimum runs the tiers' minimum replicas with one zone lost, and one surge step of an update with none lost, without
 *   waiting for the autoscaler. Both at once wait for it, and so may one pod per zone of an update whose revisions divide badly.
 * - The maximum holds the tiers' maximum replicas and one surge step with one zone lost: the autoscaler may use all of it. Later steps of
 *   an update may wait until the zone is back: old pods are deleted without regard to zones, and a zone that is full of them takes no new.
 * - Where the loss of a zone need not be survived, the minimum runs the minimum replicas and leaves the surge to the autoscaler, and the
 *   maximum counts on all zones.
 *
 * @param zones the zones that nodes may run in; more than one
 */
export function nodePools(workload: Workload, nodes: NodeChoices, zones: readonly string[]): NodePools {
    const pools: PoolSize<Pool>[] = [];
    const problems: PoolProblem[] = [];
    for (const pool of POOLS) {
        const tiers = workload.tiers.filter((tier) => tier.enabled && tier.pool === pool);
        if (tiers.length === 0 && pool !== "general") continue;
        const type = instanceType(nodes[pool].instanceType);
        const wrong = poolProblems(pool, tiers, nodes[pool], type);
        if (wrong.length > 0 || type === undefined) problems.push(...wrong);
        else
            pools.push(
                poolSize(
                    { ...nodes, pool, tiers, pooler: workload.pooler, room: roomForPods(type), zones: zones.length },
                    nodes[pool],
                    zones,
                ),
            );
    }
    return { pools, problems };
}

function poolProblems(
    pool: Pool,
    tiers: readonly TierWorkload[],
    choice: NodeChoice,
    type: InstanceType | undefined,
): readonly PoolProblem[] {
    if (type === undefined) return [{ kind: "unknownInstanceType", pool, instanceType: choice.instanceType }];
    const room = roomForPods(type);
    return tiers
        .filter((tier) => podsPerNode(room, tier) === 0)
        .map((tier) => ({ kind: "podTooLarge", pool, tier, instanceType: choice.instanceType, room }));
}

/** What the bounds of a pool's groups follow from. */
interface Demand {
    readonly pool: Pool;
    readonly tiers: readonly TierWorkload[];
    readonly pooler: Workload["pooler"];
    readonly room: NodeCapacity;
    readonly zones: number;
    readonly surviveZoneLoss: boolean;
}

function poolSize(demand: Demand, choice: NodeChoice, zones: readonly string[]): PoolSize<Pool> {
    const { pool, tiers, room } = demand;
    const perZone = pool === "api" || tiers.some((tier) => tier.zoneStrict);
    const atMaximum = podsOf(demand, (tier) => tier.maxReplicas + tier.maxSurge);
    return {
        pool,
        ...choice,
        groups: perZone ? zones.map((zone) => ({ key: zone, zones: [zone] })) : [{ key: "all", zones }],
        ...(perZone ? zoneBounds(demand) : spanningBounds(demand)),
        podsPerNode: Math.min(atMaximum.length, podsPerNode(room, smallest(atMaximum))),
    };
}

/**
 * A group in each zone, for tiers that spread with `DoNotSchedule`. While all zones live, the spread keeps the zones within one pod
 * of each other, so each holds its share, rounded up. When the nodes of a zone are gone, the zone is no domain of the spread any
 * more (the chart sets no `minDomains`, which would count the empty zone as a minimum of 0 and stop the others at one pod), and the
 * zones that are left share all pods. Each of them must therefore be able to grow to that share.
 *
 * At least one node stays in every zone: a zone without nodes is not counted either, and the first pods would crowd the others.
 */
function zoneBounds(demand: Demand) {
    const { pool, tiers, room, zones, surviveZoneLoss } = demand;
    // Pods that may all land in one zone count whole in each; a tier that has its groups to itself takes turns in any case.
    const shared = (tier: TierWorkload) => tier.zoneStrict || (tiers.length === 1 && pool !== "general");
    const need = (whole: (tier: TierWorkload) => number, share: (tier: TierWorkload) => number) =>
        nodesForAnyOrder(
            room,
            podsOf(demand, (tier) => (shared(tier) ? share(tier) : whole(tier))),
        );
    const left = surviveZoneLoss ? zones - 1 : zones;
    const surge = ({ minSurge }: TierWorkload) => (surviveZoneLoss ? minSurge : 0);
    return {
        minPerGroup: Math.max(
            1,
            need(
                (tier) => tier.minReplicas,
                (tier) => Math.ceil(tier.minReplicas / left),
            ),
            need(
                (tier) => tier.minReplicas + surge(tier),
                (tier) => Math.ceil((tier.minReplicas + surge(tier)) / zones),
            ),
        ),
        maxPerGroup: Math.max(
            1,
            need(
                (tier) => tier.maxReplicas + tier.maxSurge,
                (tier) => updateShare(tier.maxReplicas + tier.maxSurge, left),
            ),
        ),
    };
}

/**
 * The most pods that one zone can get in the middle of an update. The chart spreads each revision by itself (`matchLabelKeys`), so
 * both may have their odd pods in the same zone: that is one pod more than the share of all when old and new divide badly. This is as
 * long as old pods go evenly; where they do not, the room for a lost zone is what they take.
 */
function updateShare(pods: number, zones: number): number {
    return pods === 0 ? 0 : Math.floor((pods + 2 * (zones - 1)) / zones);
}

/**
 * One group over all zones. EC2 Auto Scaling starts nodes in the zones that are left, so a lost zone takes nothing from the maximum;
 * the minimum has so many nodes more that those outside the fullest zone hold the minimum's pods, where that is asked for.
 */
function spanningBounds(demand: Demand) {
    const { room, zones, surviveZoneLoss } = demand;
    const need = (replicas: (tier: TierWorkload) => number) => nodesForAnyOrder(room, podsOf(demand, replicas));
    const running = need((tier) => tier.minReplicas);
    let minPerGroup = running;
    if (surviveZoneLoss) {
        minPerGroup = need((tier) => tier.minReplicas + tier.minSurge * Math.sign(tier.minReplicas));
        while (minPerGroup - Math.ceil(minPerGroup / zones) < running) minPerGroup += 1;
    }
    return {
        minPerGroup,
        maxPerGroup: Math.max(
            minPerGroup,
            1,
            need((tier) => tier.maxReplicas + tier.maxSurge),
        ),
    };
}

function podsOf({ pool, tiers, pooler }: Demand, replicas: (tier: TierWorkload) => number): readonly PodRequest[] {
    const own = tiers.flatMap((tier) => repeat(tier, replicas(tier)));
    return pool === "general" ? [...systemPods(pooler), ...own] : own;
}

function repeat({ cpuMilli, memoryMib }: PodRequest, count: number): readonly PodRequest[] {
    return Array.from({ length: count }, () => ({ cpuMilli, memoryMib }));
}

/** No pod of the pool requests less in either dimension: what bounds the number of pods on one node. */
function smallest(pods: readonly PodRequest[]): PodRequest {
    return {
        cpuMilli: Math.min(...pods.map((pod) => pod.cpuMilli)),
        memoryMib: Math.min(...pods.map((pod) => pod.memoryMib)),
    };
}
