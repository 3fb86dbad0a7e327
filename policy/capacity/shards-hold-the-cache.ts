import { storeOf } from "../consistency/chosen-store";
import { cacheMemory, RESERVED_MEMORY_PERCENT } from "../facts/stores";
import { CannotTell } from "../graph/cannot-tell";
import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";
import { releasePolicy } from "../policy";
import { cacheParameter, REPLICATION_GROUP, shardsOf } from "./cache";

const GIB = 2 ** 30;

export const shardsHoldTheCache = releasePolicy({
    id: "shards-hold-the-cache",
    title: "The shards have memory for the cache and the queues, less what ElastiCache reserves",
    why: "With noeviction a full shard refuses every write: queues, rate limits and the cache stop together. Replicas add no room.",
    fix: "Add shards or take a larger node type, or state in dataGib what the platform really holds",
    severity: "medium",
    links: ["https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/redis-memory-management.html"],
    settings: {
        dataGib: {
            description:
                "Cache and queues at the peak, in GiB: measure BytesUsedForCache. The default is the memory of the cache in the vendor's next smaller size, one cache.r6g.large",
            default: 13,
            minimum: 0,
        },
        fullPercent: {
            description: "Share of the shards' memory that may be in use",
            default: 80,
            minimum: 1,
            maximum: 100,
        },
    },
    check: (release, stack, report, { dataGib, fullPercent }) => {
        const cache = storeOf(release, stack, REPLICATION_GROUP);
        if (cache === undefined) return;
        const type = cache.properties.text("nodeType") ?? "";
        const reserved = reservedPercent(cache, stack);
        const perShard = (memoryOf(cache, type) * (1 - reserved / 100)) / GIB;
        const shards = shardsOf(cache);
        const has = (perShard * shards * fullPercent) / 100;
        if (dataGib <= has) return;
        const needed = Math.ceil(dataGib / ((perShard * fullPercent) / 100));
        report.violation(
            `${cache.label}: ${shards} shards of ${type} hold ${shown(has)} GiB at ${fullPercent} per cent (${shown(perShard)} GiB each, ` +
                `${reserved} per cent reserved), but the cache and the queues need ${dataGib} GiB. Set numNodeGroups to ${needed} or take a larger nodeType.`,
            cache,
        );
    },
});

function memoryOf(cache: StackResource, type: string): number {
    const memory = cacheMemory(type);
    if (memory === undefined)
        throw new CannotTell(`${cache.label}: how much memory a node of ${type} has is not known`, cache.urn);
    return memory;
}

function reservedPercent(cache: StackResource, stack: Stack): number {
    const { value } = cacheParameter(cache, stack, "reserved-memory-percent");
    return value === undefined ? RESERVED_MEMORY_PERCENT : Number(value);
}

function shown(gib: number): string {
    return gib.toFixed(1);
}
