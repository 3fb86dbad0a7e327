import { RESERVED_CONNECTIONS } from "../../infra/facts/aurora-postgresql";
import { INITIAL_READS_PER_SECOND, INITIAL_WRITES_PER_SECOND, TABLE_WRITE_QUOTA } from "../../infra/facts/dynamodb";
import { RESERVED_MEMORY_PERCENT } from "../../infra/facts/elasticache";
import { DISK_ALARM_PERCENT, DISK_SCALING_COOLDOWN_HOURS } from "../../infra/facts/msk";
import { ITEM_KB, WRITES_PER_DECISION } from "../../infra/sizing/write-units";
import type { StackConfig } from "../../stacks/config";
import { brokerDisk } from "../../stacks/stores/event-bus/msk-settings";
import { code, count, table } from "./markdown";

type Figure = readonly [string, string | number, string];

/** Instances and connections of Aurora. */
export function postgresSection({ postgres, workload, size }: StackConfig): string {
    const { pods, connections, maxConnections, available } = size.connections;
    return section("PostgreSQL", [
        [
            "instances",
            1 + workload.postgresExternalReplicas,
            `a writer and \`postgresExternalReplicas\` readers, ${code(postgres.instanceClass)}`,
        ],
        ["pods with a pool", pods, "all tiers that open one, at their maximum and in the middle of an update"],
        [
            "connections",
            connections,
            `${count(pods)} pods × ${code("kaireon:postgres.poolSizePerPod")} ${postgres.poolSizePerPod}`,
        ],
        [
            "available",
            available,
            `\`max_connections\` ${count(maxConnections)} of the class less ${RESERVED_CONNECTIONS} that AWS uses itself`,
        ],
    ]);
}

/** Nodes and memory of the Redis cluster. */
export function redisSection({ redis, size }: StackConfig): string {
    const { nodes, maxNodes, usableBytes, usableBytesPerShard } = size.redis;
    return section("Redis", [
        [
            "nodes",
            nodes,
            `${redis.shards} shards of one primary and ${redis.replicasPerShard} replicas, ${code(redis.nodeType)}; AWS allows ${maxNodes} before a quota is raised`,
        ],
        [
            "room for data",
            gib(usableBytes),
            `${gib(usableBytesPerShard)} a shard: \`maxmemory\` less the ${RESERVED_MEMORY_PERCENT} % that ElastiCache keeps; replicas add none`,
        ],
    ]);
}

/** Nodes of the search domain. */
export function searchSection({ search, size, workload }: StackConfig): string {
    if (!workload.search) return section("Search", [["domain", "none", "`opensearch.enabled` is off"]]);
    return section("Search", [
        [
            "data nodes",
            search.dataNodes,
            `${code(search.dataInstanceType)} with ${count(search.volumeGb)} GiB each; a multiple of the zones`,
        ],
        [
            "dedicated masters",
            size.searchMasters,
            `${code(search.masterInstanceType)}; an even number elects no majority when one is lost`,
        ],
    ]);
}

/** Topics, brokers and their disks. */
export function kafkaSection({ kafka, size, workload }: StackConfig): string {
    if (workload.eventBus !== "kafka")
        return section("Event bus", [["brokers", "none", `the event bus is ${workload.eventBus}`]]);
    const { topics, brokers, partitionsPerBroker, recommendedPartitions, diskGibForCooldown, diskGibForRetention } =
        size.kafka;
    const disk = brokerDisk(kafka);
    const expressStorage = ["disk", "none", "MSK keeps the data of Express brokers by itself"] as const;
    const figures = section("Event bus", [
        ["brokers", brokers, `${code(kafka.brokerInstanceType)}, ${kafka.brokersPerZone} in each zone`],
        [
            "partitions a broker",
            partitionsPerBroker,
            `replicas included; AWS advises at most ${recommendedPartitions ?? "an unknown number"} for the type`,
        ],
        ...(disk === undefined
            ? [expressStorage]
            : [
                  [
                      "disk at first",
                      `${count(disk.volumeGb)} GiB`,
                      `at least ${count(diskGibForCooldown)} GiB: MSK enlarges a disk once in ${DISK_SCALING_COOLDOWN_HOURS} hours`,
                  ] as const,
                  [
                      "disk at most",
                      `${count(disk.maxVolumeGb)} GiB`,
                      `${kafka.retentionHours} hours at the target rate need ${count(diskGibForRetention)} GiB a broker, at ${DISK_ALARM_PERCENT} % full`,
                  ] as const,
              ]),
    ]);
    const rows = topics.map((topic) => [code(topic.name), topic.partitions, topic.replicationFactor]);
    return [
        figures,
        "Partitions: enough for the rate and for each consumer of the largest group to have one, spread evenly over the brokers. Adding some later moves " +
            "customers to other partitions, so the maximum counts from the start.",
        table(["topic", "partitions", "copies"], rows),
    ].join("\n\n");
}

/** Warm throughput of the interaction table. */
export function interactionSection({ target, size, workload }: StackConfig): string {
    if (workload.interactionStore !== "dynamodb") {
        return section("Interactions", [["table", "none", `the interaction store is ${workload.interactionStore}`]]);
    }
    const { writeUnitsPerSecond, readUnitsPerSecond } = size.warmThroughput;
    return section("Interactions", [
        [
            "warm writes a second",
            writeUnitsPerSecond,
            `${count(target.decisionsPerSecond)} decisions × ${WRITES_PER_DECISION} writes of ${ITEM_KB} KB; a new table has ${count(INITIAL_WRITES_PER_SECOND)}, and the account's quota for one table is ${count(TABLE_WRITE_QUOTA)}`,
        ],
        [
            "warm reads a second",
            readUnitsPerSecond,
            `one page of history for each decision, and at least the ${count(INITIAL_READS_PER_SECOND)} of a new table`,
        ],
    ]);
}

function section(title: string, figures: readonly Figure[]): string {
    return [`## ${title}`, table(["", "value", "from"], figures)].join("\n\n");
}

function gib(bytes: number | undefined): string {
    return bytes === undefined ? "not known" : `${count(bytes / 2 ** 30)} GiB`;
}
