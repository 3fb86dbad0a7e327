import {
    DISK_ALARM_PERCENT,
    DISK_SCALING_COOLDOWN_HOURS,
    isExpress,
    recommendedPartitions,
    sustainedIngressMb,
} from "../facts/msk";
import { eventLoad, TOPICS, type TopicName } from "./events";
import type { Workload } from "./workload";

export const REPLICATION_FACTOR = 3;
/** Events a second that one partition carries without its consumer falling behind; a cautious figure for consumers that do work per event. */
const EVENTS_PER_PARTITION = 1000;
const GIB = 2 ** 30;

export interface TopicSize {
    readonly name: TopicName;
    readonly partitions: number;
    readonly replicationFactor: number;
}

export interface KafkaSize {
    readonly topics: readonly TopicSize[];
    readonly brokers: number;
    /** Partitions that a broker carries, replicas included, and what AWS advises at most for its type. */
    readonly partitionsPerBroker: number;
    readonly recommendedPartitions: number | undefined;
    /** What clients write to a broker at the target rate, and what its type takes for as long as they like, in MB a second. */
    readonly ingressMbPerBroker: number;
    readonly sustainedIngressMb: number | undefined;
    /** Disk that a broker needs for the retention at the target rate, with the alarm's margin, in GiB; none for Express brokers. */
    readonly diskGibForRetention: number;
    /** Disk that a broker must have from the start: what arrives before MSK may enlarge it a second time, in GiB. */
    readonly diskGibForCooldown: number;
}

export interface KafkaDemand {
    readonly decisionsPerSecond: number;
    readonly brokerInstanceType: string;
    readonly brokersPerZone: number;
    readonly zones: number;
    readonly retentionHours: number;
}

/** Sizes topics and brokers' disks for the target rate. */
export function kafkaSize(demand: KafkaDemand, workload: Workload): KafkaSize {
    const brokers = demand.brokersPerZone * demand.zones;
    const topics = TOPICS.map(({ name, eventsPerDecision }) => ({
        name,
        partitions: partitions(demand.decisionsPerSecond * eventsPerDecision, consumers(workload), brokers),
        replicationFactor: REPLICATION_FACTOR,
    }));
    const replicas = topics.reduce((sum, topic) => sum + topic.partitions * topic.replicationFactor, 0);
    return {
        topics,
        brokers,
        partitionsPerBroker: Math.ceil(replicas / brokers),
        recommendedPartitions: recommendedPartitions(demand.brokerInstanceType),
        ingressMbPerBroker: Math.ceil(eventLoad(demand.decisionsPerSecond).mbPerSecond / brokers),
        sustainedIngressMb: sustainedIngressMb(demand.brokerInstanceType),
        diskGibForRetention: diskGib(demand, brokers, demand.retentionHours),
        diskGibForCooldown: diskGib(demand, brokers, DISK_SCALING_COOLDOWN_HOURS),
    };
}

/**
 * Enough partitions for the rate and for each consumer of the largest group to have one, spread evenly over the brokers. Partitions
 * can be added later, but keys then move to other partitions and lose their order: so the maximum counts from the start.
 */
function partitions(eventsPerSecond: number, consumers: number, brokers: number): number {
    const wanted = Math.max(Math.ceil(eventsPerSecond / EVENTS_PER_PARTITION), consumers, 1);
    return Math.ceil(wanted / brokers) * brokers;
}

/** The largest consumer group: the streaming tier, or the workers in its place. */
function consumers(workload: Workload): number {
    const replicas = workload.tiers
        .filter(({ tier }) => tier === "stream" || tier === "worker")
        .map((tier) => tier.maxReplicas);
    return Math.max(...replicas, 1);
}

function diskGib(demand: KafkaDemand, brokers: number, hours: number): number {
    if (isExpress(demand.brokerInstanceType)) return 0;
    const bytesPerSecond = eventLoad(demand.decisionsPerSecond).bytesPerSecond * REPLICATION_FACTOR;
    return Math.ceil((bytesPerSecond * hours * 3600) / brokers / (DISK_ALARM_PERCENT / 100) / GIB);
}
