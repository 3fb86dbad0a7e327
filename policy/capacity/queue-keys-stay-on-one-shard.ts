import { storeOf } from "../consistency/chosen-store";
import { releasePolicy } from "../policy";
import { REPLICATION_GROUP, shardsOf } from "./cache";

/** A part in braces: Redis hashes it alone, so that all keys with it are on one shard. */
const HASH_TAG = /\{[^{}]+\}/;

export const queueKeysStayOnOneShard = releasePolicy({
    id: "queue-keys-stay-on-one-shard",
    title: "In cluster mode the prefix of the queues has a part in braces",
    why: "BullMQ moves a job between several keys at once; on different shards Redis refuses that (CROSSSLOT), and no job is ever run.",
    fix: "Set redis.queuePrefix to a name in braces, such as {kaireon}",
    severity: "high",
    pitfalls: ["P-CAP-09"],
    links: ["https://docs.bullmq.io/patterns/redis-cluster"],
    check: (release, stack, report) => {
        const cache = storeOf(release, stack, REPLICATION_GROUP);
        const told = release.values.flag("redis.cluster") === true;
        if (!told && (cache === undefined || shardsOf(cache) < 2)) return;
        const place = release.values.at("redis.queuePrefix");
        const prefix = place.text();
        if (prefix !== undefined && HASH_TAG.test(prefix)) return;
        const where =
            cache === undefined ? "the cache is in cluster mode" : `${cache.label} has ${shardsOf(cache)} shards`;
        report.violation(
            `${release.label}: ${place.path} is ${place.shown()}${prefix === undefined ? ", which means bull" : ""}, but ${where}: the keys of one queue lie on ` +
                "several. Set it to a name in braces, such as {kaireon}.",
            release.resource,
        );
    },
});
