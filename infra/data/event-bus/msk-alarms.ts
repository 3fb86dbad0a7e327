import type { Input } from "@pulumi/pulumi";
import type { AlarmRow } from "../alarms";

export interface BrokerLimits {
    readonly clusterName: Input<string>;
    readonly brokers: number;
}

/** TCP connections per broker with IAM authentication. https://docs.aws.amazon.com/msk/latest/developerguide/limits.html */
const MAX_CONNECTIONS = 3000;

/**
 * What kills the brokers. Thresholds are AWS's own advice:
 * https://docs.aws.amazon.com/msk/latest/developerguide/bestpractices.html
 */
export function kafkaAlarms({ clusterName, brokers }: BrokerLimits): readonly AlarmRow[] {
    const ofCluster = (metric: string) => ({
        series: [{ metric, dimensions: { "Cluster Name": clusterName } }],
        statistic: "Maximum" as const,
        comparison: "atLeast" as const,
        threshold: 1,
        period: 60,
        periods: 5,
        missingData: "notBreaching" as const,
    });
    return [
        {
            key: "offline-partitions",
            description: "Partitions have no leader: producers and consumers of them stand still.",
            ...ofCluster("OfflinePartitionsCount"),
        },
        {
            key: "controller",
            description:
                "No controller is active, or the cluster reports nothing: no leader is elected and no topic changes.",
            ...ofCluster("ActiveControllerCount"),
            comparison: "below",
            missingData: "breaching",
        },
        ...Array.from({ length: brokers }, (_, index) => brokerAlarms(clusterName, index + 1)).flat(),
    ];
}

function brokerAlarms(clusterName: Input<string>, broker: number): readonly AlarmRow[] {
    const dimensions = { "Cluster Name": clusterName, "Broker ID": String(broker) };
    const watch = (...metrics: string[]) => ({
        series: metrics.map((metric) => ({ metric, dimensions })),
        statistic: "Maximum" as const,
        comparison: "atLeast" as const,
        threshold: 1,
        period: 60,
        periods: 5,
        missingData: "notBreaching" as const,
    });
    return [
        {
            key: `broker-${broker}-disk`,
            description: `Broker ${broker} has used 85 % of its volume: the autoscaler has reached kaireon:kafka.maxVolumeGb or can't keep up. A full broker stops.`,
            ...watch("KafkaDataLogsDiskUsed"),
            threshold: 85,
        },
        {
            key: `broker-${broker}-under-replicated`,
            description: `Partitions led by broker ${broker} have lacked a copy for 15 minutes, longer than AWS takes to patch a broker.`,
            ...watch("UnderReplicatedPartitions"),
            periods: 15,
        },
        {
            key: `broker-${broker}-under-min-isr`,
            description: `Partitions led by broker ${broker} have fewer than two copies: producers that want all acknowledgements are refused.`,
            ...watch("UnderMinIsrPartitionCount"),
        },
        {
            key: `broker-${broker}-cpu`,
            description: `Broker ${broker} has been above 60 % CPU for 15 minutes: what is left is needed when another broker is away.`,
            ...watch("CpuUser", "CpuSystem"),
            statistic: "Average",
            expression: "SUM(METRICS())",
            threshold: 60,
            period: 300,
            periods: 3,
        },
        {
            key: `broker-${broker}-connections`,
            description: `Broker ${broker} has 80 % of the ${MAX_CONNECTIONS} connections that it takes from clients with IAM.`,
            ...watch("ConnectionCount"),
            threshold: 0.8 * MAX_CONNECTIONS,
        },
    ];
}
