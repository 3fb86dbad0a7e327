import { z } from "zod";
import { MAX_REPLICAS_PER_SHARD } from "../../infra/facts/elasticache";
import { BROKER_DISK_GIB } from "../../infra/facts/msk";
import { MIN_VOLUME_GIB } from "../../infra/facts/opensearch";
import { broken, text } from "./fields";

/** `kaireon:postgres` */
export const postgresSchema = z
    .strictObject({
        instanceClass: text(
            /^db\.[a-z0-9]+\.[a-z0-9]+$|^db\.serverless$/,
            "it is no instance class",
            "Write it as db.<family>.<size>, such as db.r7g.2xlarge",
        )
            .default("db.r7g.2xlarge")
            .describe("Aurora instance class of writer and readers. Default: the smallest with 5,000 connections."),
        engineVersion: text(
            /^\d{2}(\.\d{1,2})?$/,
            "it is no Aurora PostgreSQL version",
            'Write it in quotes, such as "17.7"',
        )
            .default("17.7")
            .describe("Aurora PostgreSQL version, 15 or newer. A major alone leaves minor releases to AWS."),
        databaseName: text(
            /^[a-z][a-z0-9_]{0,62}$/,
            "PostgreSQL would need quotes around it",
            "Start with a small letter and use small letters, digits and _ only",
        )
            .default("kaireon")
            .describe("Name of the database."),
        backupRetentionDays: z
            .int()
            .min(7)
            .max(35)
            .default(14)
            .describe("Days that automatic backups are kept, 7 to 35."),
        poolSizePerPod: z
            .int()
            .min(1)
            .max(200)
            .default(10)
            .describe("Connections that one pod opens at most, 1 to 200."),
    })
    .prefault({})
    .describe("Aurora PostgreSQL. Its readers are the chart's postgresExternalReplicas.");

/** `kaireon:redis` */
export const redisSchema = z
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
            .min(
                3,
                broken(
                    "a cluster elects a new primary by majority of its shards and needs at least 3",
                    "Set kaireon:redis.shards to 3 or more",
                ),
            )
            .max(500)
            .default(3)
            .describe("Shards, 3 to 500; above 90 nodes in all AWS must raise a quota."),
        replicasPerShard: z
            .int()
            .min(
                1,
                broken(
                    "automatic failover over zones needs at least 1 replica",
                    "Set kaireon:redis.replicasPerShard to 1 or more",
                ),
            )
            .max(MAX_REPLICAS_PER_SHARD)
            .default(2)
            .describe("Replicas of each shard, 1 to 5. Default: one copy in every zone."),
    })
    .prefault({})
    .describe("ElastiCache in cluster mode.");

/** `kaireon:search` */
export const searchSchema = z
    .strictObject({
        dataInstanceType: z.string().default("r7g.large.search").describe("OpenSearch type of the data nodes."),
        dataNodes: z.int().min(3).max(80).default(3).describe("Data nodes, a multiple of the three zones."),
        masterInstanceType: z.string().default("m7g.large.search").describe("OpenSearch type of the three masters."),
        volumeGb: z.int().min(MIN_VOLUME_GIB).max(36864).default(100).describe("gp3 volume of a data node, in GiB."),
        engineVersion: text(/^OpenSearch_\d+\.\d+$/, "it is no OpenSearch version", "Write it as OpenSearch_2.19")
            .default("OpenSearch_2.19")
            .describe("Version, such as OpenSearch_2.19."),
        createServiceLinkedRole: z
            .boolean()
            .default(false)
            .describe(
                "Create the role by which OpenSearch reaches into a VPC: true in the first stack of an account that has none.",
            ),
    })
    .prefault({})
    .describe("OpenSearch domain, built when the chart's opensearch.enabled is true.");

/** `kaireon:kafka` */
export const kafkaSchema = z
    .strictObject({
        brokerInstanceType: z.string().default("kafka.m7g.large").describe("MSK broker type (Standard brokers)."),
        brokersPerZone: z.int().min(1).max(20).default(1).describe("Brokers in each zone, 1 to 20."),
        volumeGb: z
            .int()
            .min(BROKER_DISK_GIB.min)
            .max(BROKER_DISK_GIB.max)
            .default(600)
            .describe("Disk of a broker at first, in GiB; grown by auto scaling and never shrunk."),
        maxVolumeGb: z
            .int()
            .min(BROKER_DISK_GIB.min)
            .max(BROKER_DISK_GIB.max)
            .default(2400)
            .describe("Disk that auto scaling may grow a broker to, in GiB."),
        retentionHours: z
            .int()
            .min(1)
            .max(8760)
            .default(24)
            .describe("Hours that topics keep events. Default: a day at the full target rate fits the disks."),
        kafkaVersion: text(
            /^\d+\.\d+\.(\d+|x)(\.kraft)?$/,
            "it is no Kafka version of MSK",
            "Write it as MSK lists it, such as 3.9.x.kraft",
        )
            .default("3.9.x.kraft")
            .describe("Kafka version as MSK names it, such as 3.9.x.kraft."),
        authentication: z
            .enum(["iam", "scram"])
            .default("iam")
            .describe("How pods sign in: by their IAM role, or by user and password out of Secrets Manager."),
    })
    .prefault({})
    .describe("MSK, built when the chart's event bus is kafka.");

const attributeName = () =>
    text(/^[\w.-]{1,255}$/, "it is no name of an attribute", "Use letters, digits, _, - and . only");

/** `kaireon:interactionStore` */
export const interactionStoreSchema = z
    .strictObject({
        sortKey: attributeName()
            .default("interactionKey")
            .describe("Sort key beside customerId; the vendor does not document it. Changing it replaces the table."),
        ttlAttribute: attributeName()
            .default("expiresAt")
            .describe("Number attribute with the second at which DynamoDB deletes a row; not documented either."),
    })
    .prefault({})
    .describe("DynamoDB table, built when the chart's interaction store is dynamodb.");
