import type { PropertyMap } from "../offline/stand-ins/protocol/values";
import type { Minutes } from "./minutes";
import { type PropertyDifference, valueAt } from "./property-diff";

/** What a change in place does to something that is in use. */
export type Disruption =
    | "refused by AWS"
    | "data lost"
    | "blue/green deployment"
    | "restart"
    | "rolling replacement"
    | "upgrade"
    | "resharding"
    | "resizing";

export interface DisruptionRule {
    /** Any of these properties, or something below, changes. */
    readonly when: readonly string[];
    /** More that has to hold of the resource as it will be, or of the properties that change. */
    readonly onlyIf?: (inputs: PropertyMap, properties: readonly PropertyDifference[]) => boolean;
    readonly effect: Disruption;
    /** Row of the durations: the operation is `update`. Absent: nobody has collected a figure. */
    readonly duration?: {
        readonly variant?: string;
        readonly scale?: (minutes: Minutes, inputs: PropertyMap) => Minutes;
    };
    readonly because: string;
    /** The property with the window that it waits for, unless `applyImmediately` is true. */
    readonly window?: string;
    readonly source: string;
}

const AWS_DOCS = "https://docs.aws.amazon.com";

const AURORA: readonly DisruptionRule[] = [
    {
        when: ["engineVersion"],
        effect: "restart",
        duration: {},
        because: "a version upgrade takes all instances down together",
        window: "preferredMaintenanceWindow",
        source: `${AWS_DOCS}/AmazonRDS/latest/AuroraUserGuide/USER_UpgradeDBInstance.PostgreSQL.html`,
    },
    {
        when: ["port"],
        effect: "restart",
        because: "another port reboots all instances at once",
        source: `${AWS_DOCS}/AmazonRDS/latest/AuroraUserGuide/Aurora.Modifying.html`,
    },
];

const AURORA_INSTANCE: readonly DisruptionRule[] = [
    {
        when: ["instanceClass"],
        effect: "restart",
        duration: { variant: "instance-class" },
        because: "the instance is down while its class changes; of the writer that is a failover",
        window: "preferredMaintenanceWindow",
        source: `${AWS_DOCS}/AmazonRDS/latest/AuroraUserGuide/Aurora.Modifying.html`,
    },
];

const ELASTICACHE: readonly DisruptionRule[] = [
    {
        when: ["nodeType"],
        effect: "rolling replacement",
        duration: { variant: "node-type" },
        because: "every node gets a successor that copies its data; each shard fails over, and connections drop then",
        window: "maintenanceWindow",
        source: `${AWS_DOCS}/AmazonElastiCache/latest/dg/redis-cluster-vertical-scaling.html`,
    },
    {
        when: ["engine", "engineVersion"],
        effect: "rolling replacement",
        duration: { variant: "node-type" },
        because: "an engine upgrade replaces every node; each shard fails over, and connections drop then",
        window: "maintenanceWindow",
        source: `${AWS_DOCS}/AmazonElastiCache/latest/dg/VersionManagement.HowTo.html`,
    },
    {
        when: ["numNodeGroups"],
        effect: "resharding",
        duration: { variant: "shard-count" },
        because: "slots move between shards while clients work, at once and with more latency",
        source: `${AWS_DOCS}/AmazonElastiCache/latest/dg/redis-cluster-resharding-online.html`,
    },
];

const OPENSEARCH: readonly DisruptionRule[] = [
    {
        when: [
            "advancedOptions",
            "advancedSecurityOptions.enabled",
            "clusterConfig.coldStorageOptions",
            "clusterConfig.dedicatedMasterCount",
            "clusterConfig.dedicatedMasterEnabled",
            "clusterConfig.dedicatedMasterType",
            "clusterConfig.instanceType",
            "clusterConfig.warmEnabled",
            "clusterConfig.zoneAwarenessConfig",
            "clusterConfig.zoneAwarenessEnabled",
            "cognitoOptions",
            "ebsOptions.volumeSize",
            "ebsOptions.volumeType",
            "encryptAtRest",
            "engineVersion",
            "nodeToNodeEncryption",
            "vpcOptions",
        ],
        effect: "blue/green deployment",
        duration: { variant: "blue-green" },
        because: "a second set of nodes is built and all data copied to it; searches go on, more slowly",
        source: `${AWS_DOCS}/opensearch-service/latest/developerguide/managedomains-configuration-changes.html`,
    },
    {
        when: ["clusterConfig.instanceCount"],
        onlyIf: (inputs) => valueAt(inputs, "clusterConfig.dedicatedMasterEnabled") !== true,
        effect: "blue/green deployment",
        duration: { variant: "blue-green" },
        because: "without dedicated masters another number of nodes means a second set of nodes",
        source: `${AWS_DOCS}/opensearch-service/latest/developerguide/managedomains-configuration-changes.html`,
    },
];

/** Brokers are changed one after the other. The row is for 3 of them, its high end for 12. */
function perBroker({ typical, low, high, verified }: Minutes, inputs: PropertyMap): Minutes {
    const brokers = Number(inputs["numberOfBrokerNodes"] ?? 3);
    return { typical: (typical / 3) * brokers, low: (low / 3) * brokers, high: (high / 12) * brokers, verified };
}

function isExpress(instanceType: PropertyDifference["new"]): boolean {
    return typeof instanceType === "string" && instanceType.startsWith("express.");
}

/** From Standard to Express brokers, or back. */
function changesBrokerType(_: PropertyMap, properties: readonly PropertyDifference[]): boolean {
    return properties.some((property) => isExpress(property.old) !== isExpress(property.new));
}

const MSK: readonly DisruptionRule[] = [
    {
        when: ["brokerNodeGroupInfo.instanceType"],
        onlyIf: changesBrokerType,
        effect: "refused by AWS",
        because: "a cluster of Standard brokers never becomes one of Express brokers, nor the other way round",
        source: `${AWS_DOCS}/msk/latest/developerguide/broker-instance-types.html`,
    },
    {
        when: ["brokerNodeGroupInfo.instanceType"],
        onlyIf: (...change) => !changesBrokerType(...change),
        effect: "restart",
        duration: { variant: "broker-size", scale: perBroker },
        because: "brokers change one after the other; each takes its partitions offline and catches up",
        source: `${AWS_DOCS}/msk/latest/developerguide/msk-update-broker-type.html`,
    },
    {
        when: ["kafkaVersion"],
        effect: "restart",
        duration: { variant: "kafka-version" },
        because: "brokers are upgraded one after the other, and there is no way back",
        source: `${AWS_DOCS}/msk/latest/developerguide/version-upgrades.html`,
    },
    {
        when: ["configurationInfo"],
        effect: "restart",
        because: "brokers take a new configuration one after the other, each with a restart",
        source: `${AWS_DOCS}/msk/latest/developerguide/msk-update-cluster-config.html`,
    },
    {
        when: ["numberOfBrokerNodes"],
        effect: "resizing",
        duration: { variant: "broker-count" },
        because: "no partition moves to a new broker by itself: reassign them afterwards",
        source: `${AWS_DOCS}/msk/latest/developerguide/msk-update-broker-count.html`,
    },
];

const EKS: readonly DisruptionRule[] = [
    {
        when: ["version"],
        effect: "upgrade",
        duration: { variant: "version" },
        because: "the control plane goes to the next minor version, and there is no way back",
        source: `${AWS_DOCS}/eks/latest/userguide/update-cluster.html`,
    },
];

const NODE_GROUP: readonly DisruptionRule[] = [
    {
        when: ["version", "releaseVersion", "launchTemplate"],
        effect: "rolling replacement",
        duration: { variant: "rolling-replacement" },
        because: "every node is drained and replaced; disruption budgets decide how fast",
        source: `${AWS_DOCS}/eks/latest/userguide/managed-node-update-behavior.html`,
    },
];

/** A time to keep something gets shorter. Where there was none, everything was kept; where none comes, everything is. */
function keepsShorter(_: PropertyMap, properties: readonly PropertyDifference[]): boolean {
    return properties.some(({ old, new: now }) => {
        const [before, after] = [Number(old ?? 0), Number(now ?? 0)].map((time) => time || Number.POSITIVE_INFINITY);
        return (after ?? 0) < (before ?? 0);
    });
}

function lossOf(when: string, because: string, page: string): DisruptionRule {
    return { when: [when], onlyIf: keepsShorter, effect: "data lost", because, source: `${AWS_DOCS}/${page}` };
}

const KINESIS: readonly DisruptionRule[] = [
    lossOf(
        "retentionPeriod",
        "events older than the new retention can no longer be read",
        "kinesis/latest/APIReference/API_DecreaseStreamRetentionPeriod.html",
    ),
    {
        when: ["shardCount"],
        effect: "resharding",
        duration: { variant: "shard-count" },
        because: "shards are split or merged; consumers have to finish the old ones first",
        source: `${AWS_DOCS}/streams/latest/dev/kinesis-using-sdk-java-resharding.html`,
    },
];

/** By type: changes that leave the resource where it is and are felt all the same. Whatever has no rule changes unnoticed. */
export const DISRUPTIONS: Readonly<Record<string, readonly DisruptionRule[]>> = {
    "aws:rds/cluster:Cluster": AURORA,
    "aws:rds/clusterInstance:ClusterInstance": AURORA_INSTANCE,
    "aws:elasticache/replicationGroup:ReplicationGroup": ELASTICACHE,
    "aws:opensearch/domain:Domain": OPENSEARCH,
    "aws:msk/cluster:Cluster": MSK,
    "aws:eks/cluster:Cluster": EKS,
    "aws:eks/nodeGroup:NodeGroup": NODE_GROUP,
    "aws:kinesis/stream:Stream": KINESIS,
    "aws:cloudwatch/eventArchive:EventArchive": [
        lossOf(
            "retentionDays",
            "events older than the new retention leave the archive and cannot be replayed",
            "eventbridge/latest/userguide/eb-archive.html",
        ),
    ],
    "aws:sqs/queue:Queue": [
        lossOf(
            "messageRetentionSeconds",
            "messages older than the new retention are deleted within 15 minutes",
            "AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html",
        ),
    ],
};
