import { DISK_ALARM_PERCENT, DISK_SCALING_COOLDOWN_HOURS, recommendedPartitions } from "../facts/msk";
import type { Workload } from "./workload";

/** The topics and how many events of each a decision causes. The rates follow from what is written for a decision; outcomes at most one each. */
const TOPICS = [
    { name: "interaction.recorded.v1", eventsPerDecision: 2 },
    { name: "decision.made.v1", eventsPerDecision: 1 },
    { name: "outcome.recorded", eventsPerDecision: 1 },
] as const;

export type TopicName = (typeof TOPICS)[number]["name"];

export const REPLICATION_FACTOR = 3;
/** Events a second that one partition carries without its consumer falling behind; a cautious figure for consumers that do work per event. */
const EVENTS_PER_PARTITION = 1000;
/** Size of an event. Not documented by the vendor: measure it before trusting the disk figures. */
const EVENT_BYTES = 1024;
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
    /** Disk that a broker needs for the retention at the target rate, with the alarm's margin, in GiB. */
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
    const events = TOPICS.reduce((sum, topic) => sum + topic.eventsPerDecision, 0);
    const bytesPerSecond = demand.decisionsPerSecond * events * EVENT_BYTES * REPLICATION_FACTOR;
    return Math.ceil((bytesPerSecond * hours * 3600) / brokers / (DISK_ALARM_PERCENT / 100) / GIB);
}
