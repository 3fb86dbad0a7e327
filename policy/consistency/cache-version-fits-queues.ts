import { releasePolicy } from "../policy";
import { storesOf } from "./stores-of";
import { compareVersions } from "./versions";

const GROUP = "aws:elasticache/replicationGroup:ReplicationGroup";
const SERVERLESS = "aws:elasticache/serverlessCache:ServerlessCache";

export const cacheVersionFitsQueues = releasePolicy({
    id: "cache-version-fits-queues",
    title: "The cache's engine is one that the queues run on",
    why: "BullMQ refuses engines below its minimum, and a serverless cache evicts what the queues hold.",
    fix: "Use a replication group with Valkey 7.2 or Redis 6.2 or newer",
    severity: "medium",
    pitfalls: ["P-VER-04"],
    links: ["https://docs.bullmq.io/guide/redis-tm-compatibility/"],
    settings: {
        minimumRedis: { description: "Oldest version of Redis that the queues run on", default: "6.2" },
        minimumValkey: { description: "Oldest version of Valkey that the queues run on", default: "7.2" },
    },
    check: (release, stack, report, { minimumRedis, minimumValkey }) => {
        for (const cache of stack.ofType(SERVERLESS))
            if (release.usesOutputOf(cache))
                report.violation(
                    `${cache.label}: a serverless cache evicts keys, but ${release.label} keeps queues in it. Use a replication group.`,
                    cache,
                );
        report.each(storesOf(release, stack, GROUP), (group) => {
            if (!group.gives("engineVersion")) return;
            const engine = group.gives("engine") ? (group.properties.text("engine") ?? "redis") : "redis";
            const minimum = engine === "valkey" ? minimumValkey : minimumRedis;
            const version = group.properties.text("engineVersion") ?? "";
            if (compareVersions(version, minimum) >= 0) return;
            report.violation(
                `${group.label}: engineVersion is ${version}, but the queues of ${release.label} need ${engine} ${minimum} or newer. Raise it.`,
                group,
            );
        });
    },
});
