import type { Input } from "@pulumi/pulumi";
import { DISK_ALARM_PERCENT, isExpress, MAX_IAM_CONNECTIONS } from "../../facts/msk";
import type { AlarmRow } from "../alarms";

export interface BrokerFleet {
    readonly clusterName: Input<string>;
    readonly brokers: number;
    /** `kafka.m7g.large`. MSK reports other figures of Express brokers, and of burstable ones some more. */
    readonly type: string;
}

type Watch = Omit<AlarmRow, "key" | "description">;

/**
 * What kills the brokers. Thresholds are AWS's own advice: https://docs.aws.amazon.com/msk/latest/developerguide/bestpractices.html
 * Express brokers report no copies that lag and no partitions without a leader, which MSK mends by itself, but throttle their clients:
 * https://docs.aws.amazon.com/msk/latest/developerguide/metrics-details-express.html
 */
export function kafkaAlarms({ clusterName, brokers, type }: BrokerFleet): readonly AlarmRow[] {
    const express = isExpress(type);
    const ofCluster = (metric: string) => watch({ "Cluster Name": clusterName }, metric);
    const offline: AlarmRow = {
        key: "offline-partitions",
        description: "Partitions have no leader: producers and consumers of them stand still.",
        ...ofCluster("OfflinePartitionsCount"),
    };
    const controller: AlarmRow = {
        key: "controller",
        description:
            "No controller is active, or the cluster reports nothing: no leader is elected and no topic changes.",
        ...ofCluster("ActiveControllerCount"),
        comparison: "below",
        missingData: "breaching",
    };
    const ofBroker = (broker: number): readonly AlarmRow[] => {
        const of = (...metrics: string[]) =>
            watch({ "Cluster Name": clusterName, "Broker ID": String(broker) }, ...metrics);
        return [
            ...(express ? expressAlarms(broker, of) : standardAlarms(broker, of)),
            ...loadAlarms(broker, of),
            ...(type.startsWith("kafka.t") ? creditAlarms(broker, of) : []),
        ];
    };
    return [
        ...(express ? [] : [offline]),
        controller,
        ...Array.from({ length: brokers }, (_, index) => ofBroker(index + 1)).flat(),
    ];
}

function watch(dimensions: Readonly<Record<string, Input<string>>>, ...metrics: string[]): Watch {
    return {
        series: metrics.map((metric) => ({ metric, dimensions })),
        statistic: "Maximum",
        comparison: "atLeast",
        threshold: 1,
        period: 60,
        periods: 5,
        missingData: "notBreaching",
    };
}

function standardAlarms(broker: number, of: (...metrics: string[]) => Watch): readonly AlarmRow[] {
    return [
        {
            key: `broker-${broker}-disk`,
            description: `Broker ${broker} has used ${DISK_ALARM_PERCENT} % of its volume: the autoscaler has reached kaireon:kafka.maxVolumeGb or can't keep up. A full broker stops.`,
            ...of("KafkaDataLogsDiskUsed"),
            threshold: DISK_ALARM_PERCENT,
        },
        {
            key: `broker-${broker}-under-replicated`,
            description: `Partitions led by broker ${broker} have lacked a copy for 15 minutes, longer than AWS takes to patch a broker.`,
            ...of("UnderReplicatedPartitions"),
            periods: 15,
        },
        {
            key: `broker-${broker}-under-min-isr`,
            description: `Partitions led by broker ${broker} have fewer than two copies: producers that want all acknowledgements are refused.`,
            ...of("UnderMinIsrPartitionCount"),
        },
    ];
}

function expressAlarms(broker: number, of: (...metrics: string[]) => Watch): readonly AlarmRow[] {
    return [
        {
            key: `broker-${broker}-throttle`,
            description: `Broker ${broker} has held producers back for 15 minutes: they write more than its type takes. Raise kaireon:kafka.brokersPerZone or take a larger type.`,
            ...of("ProduceThrottleTime"),
            statistic: "Average",
            period: 300,
            periods: 3,
        },
    ];
}

function loadAlarms(broker: number, of: (...metrics: string[]) => Watch): readonly AlarmRow[] {
    return [
        {
            key: `broker-${broker}-cpu`,
            description: `Broker ${broker} has been above 60 % CPU for 15 minutes: what is left is needed when another broker is away.`,
            ...of("CpuUser", "CpuSystem"),
            statistic: "Average",
            expression: "SUM(METRICS())",
            threshold: 60,
            period: 300,
            periods: 3,
        },
        {
            key: `broker-${broker}-connections`,
            description: `Broker ${broker} has 80 % of the ${MAX_IAM_CONNECTIONS} connections that it takes from clients with IAM.`,
            ...of("ConnectionCount"),
            threshold: 0.8 * MAX_IAM_CONNECTIONS,
        },
    ];
}

/** A burstable broker starts with no credits and earns 24 an hour: it may be short of them for an hour, and no longer. */
function creditAlarms(broker: number, of: (...metrics: string[]) => Watch): readonly AlarmRow[] {
    return [
        {
            key: `broker-${broker}-cpu-credits`,
            description: `Broker ${broker} has had next to no CPU credits for an hour: it is held to a fifth of its CPU. Take a type that is not burstable.`,
            ...of("CPUCreditBalance"),
            comparison: "below",
            threshold: 20,
            period: 300,
            periods: 12,
        },
    ];
}
