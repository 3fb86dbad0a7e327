import type { StackResource } from "../graph/stack-resource";
import { releasePolicy } from "../policy";
import { storeOf } from "./chosen-store";

const GROUP = "aws:elasticache/replicationGroup:ReplicationGroup";
/** Always in cluster mode, with shards of their own choice. */
const ALWAYS = ["aws:elasticache/serverlessCache:ServerlessCache", "aws:memorydb/cluster:Cluster"];

export const redisClusterModeMatchesCache = releasePolicy({
    id: "redis-cluster-mode-matches-cache",
    title: "redis.cluster says whether the cache is in cluster mode, and a cluster has shards enough",
    why: "A client that does not know of the cluster meets MOVED and CROSSSLOT errors; with one shard, all queues and keys load one node.",
    fix: "Set redis.cluster to what the cache is, and give a cluster at least three shards",
    severity: "high",
    pitfalls: ["P-SEL-07"],
    links: ["https://docs.kaireonai.com/platform/values-large"],
    settings: {
        minimumShards: {
            description: "Shards that a cache in cluster mode has at least",
            default: 3,
            minimum: 1,
            maximum: 500,
        },
    },
    check: (release, stack, report, { minimumShards }) => {
        const cache = storeOf(release, stack, GROUP, ...ALWAYS);
        if (cache === undefined || !release.values.at("redis").exists) return;
        const place = release.values.at("redis.cluster");
        const told = place.flag() === true;
        const shards = cache.type === GROUP ? shardsOf(cache) : undefined;
        const isCluster = cache.type !== GROUP || isInClusterMode(cache);
        const shown = place.exists ? String(told) : "not set, which means false";
        if (told !== isCluster)
            return report.violation(
                `${release.label}: ${place.path} is ${shown}, but ${cache.label} is ${isCluster ? "" : "not "}in cluster mode. ` +
                    `Set it to ${isCluster}, or build the cache ${told ? "in" : "without"} cluster mode.`,
                release.resource,
            );
        if (isCluster && shards !== undefined && shards < minimumShards)
            report.violation(
                `${cache.label}: numNodeGroups is ${shards}, but ${release.label} has ${place.path} ${shown}; it must be at least ${minimumShards}. Raise it.`,
                cache,
            );
    },
});

function shardsOf(cache: StackResource): number | undefined {
    if (cache.gives("numNodeGroups")) return cache.properties.number("numNodeGroups");
    return cache.gives("nodeGroupConfigurations")
        ? cache.properties.items("nodeGroupConfigurations").length
        : undefined;
}

/** By the mode, the number of shards, or AWS's own parameter groups for clusters (`default.redis7.cluster.on`). */
function isInClusterMode(cache: StackResource): boolean {
    if (cache.gives("clusterMode")) return cache.properties.text("clusterMode") !== "disabled";
    if ((shardsOf(cache) ?? 1) > 1) return true;
    const parameters = cache.properties.at("parameterGroupName");
    return parameters.state === "known" && (parameters.text() ?? "").includes("cluster.on");
}
