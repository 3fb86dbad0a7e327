import { type SubnetNeed, subnetNeed } from "./addresses";
import { type ConnectionDemand, connectionDemand } from "./connections";
import { type KafkaSize, kafkaSize } from "./kafka";
import { type LoadNodeChoice, loadNodes } from "./load-nodes";
import { type NodeChoices, nodePools, type PoolProblem, type PoolSize } from "./nodes";
import { type RedisSize, redisSize } from "./redis";
import type { Workload } from "./workload";
import { type WarmThroughput, warmThroughput } from "./write-units";

/** The choices that sizes depend on beside the workload; the names are those of the stack's settings. */
export interface PlatformChoices {
    readonly zones: readonly string[];
    readonly target: { readonly decisionsPerSecond: number };
    readonly nodes: NodeChoices & { readonly load?: LoadNodeChoice };
    readonly ingress: { readonly scheme: "internet-facing" | "internal" };
    readonly postgres: { readonly instanceClass: string; readonly poolSizePerPod: number };
    readonly redis: { readonly nodeType: string; readonly shards: number; readonly replicasPerShard: number };
    readonly search: { readonly dataNodes: number; readonly dedicatedMasters: boolean };
    readonly kafka: {
        readonly brokerInstanceType: string;
        readonly brokersPerZone: number;
        readonly retentionHours: number;
    };
}

/** Every number that follows from the workload and the choices. */
export interface PlatformSize {
    readonly pools: readonly PoolSize[];
    readonly poolProblems: readonly PoolProblem[];
    readonly subnets: SubnetNeed;
    readonly connections: ConnectionDemand;
    readonly warmThroughput: WarmThroughput;
    readonly kafka: KafkaSize;
    readonly redis: RedisSize;
    readonly searchMasters: number;
}

/** An even number elects no majority when one is lost, and more serve larger domains than this. */
const SEARCH_MASTERS = 3;
/** Room for the interface endpoints of this program and for some of the user's own. */
export const INTERFACE_ENDPOINTS = 16;

/** The stores of this program's own that lie in the data subnets. */
export interface BuiltStores {
    readonly postgres: boolean;
    readonly redis: boolean;
    readonly search: boolean;
    readonly kafka: boolean;
}

/** Sizes the whole platform. */
export function sizePlatform(workload: Workload, choices: PlatformChoices, built: BuiltStores): PlatformSize {
    const { zones, kafka, redis, postgres } = choices;
    const tiers = nodePools(workload, choices.nodes, zones);
    const load = loadNodes(choices.nodes.load, zones);
    const pools = [...tiers.pools, ...load.pools];
    const searchMasters = choices.search.dedicatedMasters ? SEARCH_MASTERS : 0;
    const redisNodes = redisSize(redis.nodeType, redis.shards, redis.replicasPerShard);
    return {
        pools,
        poolProblems: [...tiers.problems, ...load.problems],
        subnets: subnetNeed(pools, {
            zones: zones.length,
            interfaceEndpoints: INTERFACE_ENDPOINTS,
            internalLoadBalancer: choices.ingress.scheme === "internal",
            auroraInstances: built.postgres ? 1 + workload.postgresExternalReplicas : 0,
            redisNodes: built.redis ? redisNodes.nodes : 0,
            searchDataNodes: built.search ? choices.search.dataNodes : 0,
            searchMasters: built.search ? searchMasters : 0,
            brokersPerZone: built.kafka ? kafka.brokersPerZone : 0,
        }),
        connections: connectionDemand(workload, postgres.poolSizePerPod, postgres.instanceClass),
        warmThroughput: warmThroughput(choices.target.decisionsPerSecond),
        kafka: kafkaSize(
            { ...kafka, zones: zones.length, decisionsPerSecond: choices.target.decisionsPerSecond },
            workload,
        ),
        redis: redisNodes,
        searchMasters,
    };
}
