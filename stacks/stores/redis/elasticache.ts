import { z } from "zod";
import { cacheNodeTypes, ENGINE_VERSIONS, MAX_REPLICAS_PER_SHARD } from "../../../infra/facts/elasticache";
import { text } from "../../config/fields";
import { unknownType, unlisted, unlistedType } from "../../config/known-types";
import { oneOf, problem } from "../../config/problem";
import { isGiven } from "../given";
import type { StoreChoice } from "../store-choice";

/** `kaireon:redis` */
const settings = z
    .strictObject({
        nodeType: text(
            /^cache\.[a-z0-9]+\.[a-z0-9]+$/,
            "it is no node type",
            "Write it as cache.<family>.<size>, such as cache.r7g.xlarge",
        )
            .default("cache.r7g.xlarge")
            .describe("ElastiCache node type. Default: 19 GiB of data a shard."),
        engine: z.enum(["valkey", "redis"]).default("valkey").describe("Valkey costs a fifth less; both speak Redis."),
        engineVersion: text(/^\d+\.\d+(\.\d+)?$/, "it is no engine version", 'Write it in quotes, such as "8.2"')
            .default("8.2")
            .describe("Version of the engine, such as 8.2 of valkey and 7.1 of redis."),
        shards: z
            .int()
            .min(1)
            .max(500)
            .default(3)
            .describe("Shards, 1 to 500; above 90 nodes in all AWS must raise a quota."),
        replicasPerShard: z
            .int()
            .min(0)
            .max(MAX_REPLICAS_PER_SHARD)
            .default(2)
            .describe("Replicas of each shard, 0 to 5. Default: one copy in every zone."),
    })
    .prefault({})
    .describe("ElastiCache in cluster mode.");

/** ElastiCache in cluster mode. */
export const elastiCache: StoreChoice<typeof settings> = {
    about: {
        title: "ElastiCache, Valkey or Redis OSS, in cluster mode",
        select: "redis.mode: external, redis.cluster: true, and no redis.external.host",
        choose: "By default: encrypted, authenticated, failing over by itself, and never throwing a job away (noeviction).",
        limits: ["Above 90 nodes a quota must be raised."],
    },
    settings,
    selectedBy: ({ redisMode, redisCluster }, values) =>
        redisMode === "external" && redisCluster && !isGiven(values, "redis.external.host"),
    problems: ({ settings: { nodeType, engine, engineVersion }, region }) => {
        const rule = `ElastiCache has no such type in ${region}`;
        const problems = [...unknownType("kaireon:redis.nodeType", nodeType, cacheNodeTypes(region), rule)];
        const other = engine === "redis" ? "valkey" : "redis";
        if (ENGINE_VERSIONS[other].includes(engineVersion) && !ENGINE_VERSIONS[engine].includes(engineVersion)) {
            const foreign = `it is a version of ${other}, and kaireon:redis.engine is ${engine}`;
            const fix = `Take ${oneOf(ENGINE_VERSIONS[engine])}`;
            problems.push(problem("kaireon:redis.engineVersion", engineVersion, foreign, fix));
        }
        return problems;
    },
    warnings: ({ settings, region, size }) => {
        const { nodeType, engine, engineVersion, shards } = settings;
        const isListed = Object.values(ENGINE_VERSIONS).flat().includes(engineVersion);
        const { nodes, maxNodes } = size.redis;
        const rule = `with their replicas they are ${nodes} nodes and an account starts with ${maxNodes} a cluster`;
        const fix = "Have AWS raise the quota before the first up";
        return [
            ...(isListed ? [] : [unlisted("kaireon:redis.engineVersion", engineVersion, `versions of ${engine}`)]),
            ...unlistedType("kaireon:redis.nodeType", nodeType, cacheNodeTypes(region), "ElastiCache node types"),
            ...(nodes > maxNodes ? [problem("kaireon:redis.shards", shards, rule, fix)] : []),
            ...availabilityWarnings(settings),
        ];
    },
    build: ({ placement, settings: redis }) => {
        const { ElastiCache } =
            require("../../../infra/data/redis/elasticache") as typeof import("../../../infra/data/redis/elasticache");
        return { backend: new ElastiCache("redis", { placement, ...redis }) };
    },
};

/** Shards that can elect a new primary among themselves when one is lost. */
const SHARDS_FOR_MAJORITY = 3;

/** What is lost with a node. */
function availabilityWarnings({ shards, replicasPerShard }: z.output<typeof settings>): readonly string[] {
    const warnings: string[] = [];
    if (replicasPerShard === 0) {
        const rule = "with a node its shard's jobs are lost, and the cluster stands still until AWS has replaced it";
        const fix = "Set it to 1 or more where jobs matter";
        warnings.push(problem("kaireon:redis.replicasPerShard", replicasPerShard, rule, fix));
    }
    if (shards < SHARDS_FOR_MAJORITY) {
        const rule = `fewer than ${SHARDS_FOR_MAJORITY} shards have no majority to elect a new primary, so that a failover waits for AWS to notice`;
        const fix = `Set it to ${SHARDS_FOR_MAJORITY} or more where seconds matter`;
        warnings.push(problem("kaireon:redis.shards", shards, rule, fix));
    }
    return warnings;
}
