import * as pulumi from "@pulumi/pulumi";
import type { AlarmRow } from "../alarms";

export interface RedisNodes {
    readonly replicationGroupId: pulumi.Input<string>;
    readonly shards: number;
    readonly replicasPerShard: number;
}

/** `maxclients` of every node type; it cannot be changed. https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/ParameterGroups.Engine.html */
const MAX_CONNECTIONS = 65_000;

/** What kills the cache: one alarm per shard and cause, over the worst of the shard's nodes. */
export function redisAlarms(nodes: RedisNodes): readonly AlarmRow[] {
    return Array.from({ length: nodes.shards }, (_, index) => shardAlarms(nodes, index + 1)).flat();
}

function shardAlarms(nodes: RedisNodes, shard: number): readonly AlarmRow[] {
    // ElastiCache numbers the nodes of a cluster: <group>-0001-001 is the first of the first shard, whoever is its primary.
    const shardNumber = String(shard).padStart(4, "0");
    const ids = Array.from(
        { length: nodes.replicasPerShard + 1 },
        (_, index) =>
            pulumi.interpolate`${nodes.replicationGroupId}-${shardNumber}-${String(index + 1).padStart(3, "0")}`,
    );
    const watch = (metric: string) => ({
        series: ids.map((CacheClusterId) => ({ metric, dimensions: { CacheClusterId } })),
        expression: "MAX(METRICS())",
        statistic: "Maximum" as const,
        comparison: "atLeast" as const,
        missingData: "notBreaching" as const,
    });
    const lag = {
        key: `shard-${shard}-replication-lag`,
        description: `A replica of shard ${shard} is 10 seconds behind: what it lacks is lost if it takes over.`,
        ...watch("ReplicationLag"),
        threshold: 10,
        period: 60,
        periods: 5,
    };
    return [
        {
            key: `shard-${shard}-memory`,
            description: `Shard ${shard} has 80 % of its memory in use: when it is full, every write fails (noeviction). Add shards.`,
            ...watch("DatabaseMemoryUsagePercentage"),
            threshold: 80,
            period: 60,
            periods: 5,
        },
        {
            key: `shard-${shard}-cpu`,
            description: `The engine's one thread on shard ${shard} has been above 90 % for 5 minutes, or the shard reports nothing.`,
            ...watch("EngineCPUUtilization"),
            threshold: 90,
            period: 60,
            periods: 5,
            missingData: "breaching",
        },
        {
            key: `shard-${shard}-evictions`,
            description: `Shard ${shard} evicts keys, so its policy is not noeviction any more: BullMQ is losing jobs.`,
            ...watch("Evictions"),
            threshold: 1,
            period: 60,
            periods: 1,
        },
        {
            key: `shard-${shard}-connections`,
            description: `A node of shard ${shard} has 80 % of its ${MAX_CONNECTIONS} connections in use: pods leak them.`,
            ...watch("CurrConnections"),
            threshold: 0.8 * MAX_CONNECTIONS,
            period: 60,
            periods: 5,
        },
        ...(nodes.replicasPerShard > 0 ? [lag] : []),
    ];
}
