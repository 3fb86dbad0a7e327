import facts from "./msk.json";

const STANDARD = Object.entries(facts.brokers).map(
    ([type, { recommendedMax }]) => [type, { recommendedPartitions: recommendedMax }] as const,
);
const EXPRESS = Object.entries(facts.expressBrokers).map(
    ([type, { recommendedPartitions, ingressSustainedMBps }]) =>
        [type, { recommendedPartitions, sustainedIngressMb: ingressSustainedMBps }] as const,
);
const BROKERS = new Map<string, { recommendedPartitions: number; sustainedIngressMb?: number }>([
    ...STANDARD,
    ...EXPRESS,
]);

/** Types of Standard brokers whose figures are known. */
export const BROKER_TYPES: readonly string[] = STANDARD.map(([type]) => type);
/** Types of Express brokers. */
export const EXPRESS_BROKER_TYPES: readonly string[] = EXPRESS.map(([type]) => type);
/** Smallest and largest disk of a Standard broker, in GiB. */
export const BROKER_DISK_GIB = { min: facts.rows.storage.value.minGiB, max: facts.rows.storage.value.maxGiB };
export const MAX_BROKERS = facts.rows["brokers-per-zookeeper-cluster"].value;
export const MAX_BROKERS_KRAFT = facts.rows["brokers-per-kraft-cluster"].value;
/** TCP connections of IAM clients that a broker takes. */
export const MAX_IAM_CONNECTIONS = facts.rows["iam.max-tcp-connections"].value;
/** New connections of IAM clients that a broker takes a second: a burstable one next to none. */
export const IAM_CONNECTIONS_PER_SECOND = facts.rows["iam.connection-rate"].value;
/** Releases of Kafka that Express brokers run, the first of them with KRaft, and the zones that they need. */
export const EXPRESS_KAFKA = facts.rows["express.kafka-versions"].value;
/** Per cent of the disk above which AWS says to act. */
export const DISK_ALARM_PERCENT = facts.rows["disk.alarm"].value;
/** Hours between two enlargements of a broker's disk. */
export const DISK_SCALING_COOLDOWN_HOURS = facts.rows["storage-scaling.cooldown"].value;

/** Partitions that AWS advises a broker to carry at most, replicas included. */
export function recommendedPartitions(brokerType: string): number | undefined {
    return BROKERS.get(brokerType)?.recommendedPartitions;
}

/** MB a second that clients may write to a broker for as long as they like; AWS states it for Express brokers alone. */
export function sustainedIngressMb(brokerType: string): number | undefined {
    return BROKERS.get(brokerType)?.sustainedIngressMb;
}

/**
 * Whether brokers of a type are Express brokers: MSK keeps their data by itself, so they have no volume, and sets their replication and
 * most of their configuration.
 */
export function isExpress(brokerType: string): boolean {
    return brokerType.startsWith("express.");
}
