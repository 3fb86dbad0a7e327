import { serviceAccountName } from "../../infra/app/tiers";
import { TIER_KEY } from "../../infra/cluster/pools";
import { DAEMON_SETS } from "../../infra/sizing/daemon-sets";
import { nodePools, type PoolSize } from "../../infra/sizing/nodes";
import type { PodRequest } from "../../infra/sizing/packing";
import { systemPods } from "../../infra/sizing/system-pods";
import { type Pool, readWorkload, type TierWorkload } from "../../infra/sizing/workload";
import { type ClusterView, isReady, type Pod } from "../../offline/cluster/occupancy";
import type { RegisteredStack } from "../../offline/cluster/registered-stack";

const COMPONENT = "app.kubernetes.io/component";

/** Pods by `app.kubernetes.io/component`. */
export type PodCounts = Readonly<Record<string, number>>;

/** What the sizing says of a stack, from the values of its release alone. */
export interface Prediction {
    readonly pools: readonly PoolSize<Pool>[];
    readonly atMinimum: PodCounts;
    /** With the surge of an update of every tier. */
    readonly withMinimumSurge: PodCounts;
    readonly atMaximum: PodCounts;
    /** With the surge of an update of every tier, and a pod of every CronJob. */
    readonly withMaximumSurge: PodCounts;
    /** What the pods of `withMaximumSurge` request on each pool's nodes, with the cluster's own but without what runs on every node. */
    readonly requested: Readonly<Record<Pool, PodRequest>>;
}

export function predictionOf({ nodeGroups, release }: RegisteredStack): Prediction {
    const workload = readWorkload(release.values);
    const choice = (pool: Pool) => {
        const group = nodeGroups.find(({ labels }) => labels[TIER_KEY] === pool);
        return { instanceType: group?.instanceType ?? "", diskGb: 100 };
    };
    const choices = {
        surviveZoneLoss: true,
        api: choice("api"),
        worker: choice("worker"),
        ml: choice("ml"),
        general: choice("general"),
    };
    const zones = [...new Set(nodeGroups.flatMap((group) => group.zones))].sort();
    const tiers = workload.tiers.filter(({ enabled }) => enabled);
    const counts = (pods: (tier: TierWorkload) => number) =>
        Object.fromEntries(tiers.map((tier) => [componentOf(tier), pods(tier)]).filter(([, count]) => count !== 0));
    const isCron = ({ tier }: TierWorkload) => tier === "cron";
    const most = (tier: TierWorkload) => tier.maxReplicas + tier.maxSurge;
    const requested = (pool: Pool): PodRequest => {
        const own = tiers.filter((tier) => tier.pool === pool);
        const system = pool === "general" ? systemPods(workload.pooler) : [];
        const total = (of: (pod: PodRequest) => number) =>
            own.reduce((sum, tier) => sum + most(tier) * of(tier), 0) + system.reduce((sum, pod) => sum + of(pod), 0);
        return { cpuMilli: total((pod) => pod.cpuMilli), memoryMib: total((pod) => pod.memoryMib) };
    };
    return {
        pools: nodePools(workload, choices, zones).pools,
        atMinimum: counts((tier) => (isCron(tier) ? 0 : tier.minReplicas)),
        withMinimumSurge: counts((tier) => (isCron(tier) ? 0 : tier.minReplicas + tier.minSurge)),
        atMaximum: counts((tier) => (isCron(tier) ? 0 : tier.maxReplicas)),
        withMaximumSurge: counts(most),
        requested: {
            api: requested("api"),
            worker: requested("worker"),
            ml: requested("ml"),
            general: requested("general"),
        },
    };
}

/** Names and replicas of the Deployments that an autoscaler has brought to a count. */
export function replicasOf(counts: PodCounts, components: readonly string[]): Readonly<Record<string, number>> {
    return Object.fromEntries(components.map((component) => [`kaireon-${component}`, counts[component] ?? 0]));
}

/** What keeps a cluster from running exactly so many pods of each tier, and everything else that it was given. */
export function unsettled(view: ClusterView, expected: PodCounts): readonly string[] {
    const alive = alivePods(view);
    const found = countsOf(alive, componentLabel);
    const names = [...new Set([...Object.keys(found), ...Object.keys(expected)])];
    const wrong = names
        .filter((name) => found[name] !== expected[name])
        .map((name) => `${name} has ${found[name] ?? 0} pods, not ${expected[name] ?? 0}`);
    return [...wrong, ...alive.filter((pod) => !isReady(pod)).map(({ metadata }) => `${metadata.name} is not ready`)];
}

/** The pods that the scheduler has found no node for, by the pool that they are for. */
export function waitingByPool({ pods }: ClusterView): PodCounts {
    const hasNoPlace = ({ type, status }: { type: string; status: string }) =>
        type === "PodScheduled" && status === "False";
    return countsOf(
        pods.filter(({ status }) => status.conditions?.some(hasNoPlace)),
        ({ spec }) => spec.nodeSelector?.[TIER_KEY] ?? "general",
    );
}

/** Pods on the nodes of api, worker or ml that are not the tier's, nor of those that every node runs. */
export function strangersOn({ nodes, pods }: ClusterView): readonly string[] {
    const poolOf = new Map(nodes.map(({ metadata }) => [metadata.name, metadata.labels?.[TIER_KEY]]));
    const daemons = new Set(DAEMON_SETS.map(({ name }) => name));
    return pods
        .filter(({ spec, metadata: { labels = {} } }) => {
            const pool = poolOf.get(spec.nodeName ?? "");
            if (pool === undefined || pool === "general" || daemons.has(labels["app.kubernetes.io/name"] ?? ""))
                return false;
            return labels[COMPONENT] !== (pool === "ml" ? "ml-worker" : pool);
        })
        .map(({ metadata }) => metadata.name);
}

/** The requests of what every node runs, on so many nodes. */
export function daemonRequests(nodes: number): PodRequest {
    return {
        cpuMilli: nodes * DAEMON_SETS.reduce((sum, { cpuMilli }) => sum + cpuMilli, 0),
        memoryMib: nodes * DAEMON_SETS.reduce((sum, { memoryMib }) => sum + memoryMib, 0),
    };
}

function alivePods({ pods }: ClusterView): readonly Pod[] {
    return pods.filter(({ status }) => status.phase !== "Succeeded" && status.phase !== "Failed");
}

function componentOf({ tier }: TierWorkload): string {
    return serviceAccountName(tier).replace("kaireon-", "");
}

function componentLabel({ metadata }: Pod): string | undefined {
    return metadata.labels?.[COMPONENT];
}

function countsOf(pods: readonly Pod[], key: (pod: Pod) => string | undefined): PodCounts {
    const counts: Record<string, number> = {};
    for (const name of pods.flatMap((pod) => key(pod) ?? [])) counts[name] = (counts[name] ?? 0) + 1;
    return counts;
}
