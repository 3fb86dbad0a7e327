import { storeOf } from "../consistency/chosen-store";
import { releasePolicy } from "../policy";
import { cacheParameter, REPLICATION_GROUP } from "./cache";

export const queuesAreNeverEvicted = releasePolicy({
    id: "queues-are-never-evicted",
    title: "The cache that holds the queues refuses writes when it is full and evicts nothing",
    why: "ElastiCache's default, volatile-lru, evicts keys under memory pressure: BullMQ's jobs vanish without a trace. The application cannot see the setting.",
    fix: "Give the cache a parameter group of its family with maxmemory-policy noeviction",
    severity: "high",
    pitfalls: ["P-CAP-08"],
    links: ["https://docs.bullmq.io/guide/going-to-production"],
    check: (release, stack, report) => {
        const cache = storeOf(release, stack, REPLICATION_GROUP);
        if (cache === undefined) return;
        const { value, holder } = cacheParameter(cache, stack, "maxmemory-policy");
        if (value === "noeviction") return;
        const told = value ?? "not set, which means volatile-lru";
        report.violation(
            `${cache.label}: maxmemory-policy is ${told} in ${holder.label}, and the queues of ${release.label} are in it; it must be noeviction. ` +
                `Set it in ${holder === cache ? "a parameter group of the cache" : "the parameter group"}.`,
            cache,
        );
    },
});
