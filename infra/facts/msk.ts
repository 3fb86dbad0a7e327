import facts from "./msk.json";

const BROKERS = new Map<string, { recommendedMax: number; maxForUpdateOperations: number }>(
    Object.entries(facts.brokers),
);

/** Standard broker types whose figures are known. */
export const BROKER_TYPES: readonly string[] = [...BROKERS.keys()];
/** Smallest and largest disk of a Standard broker, in GiB. */
export const BROKER_DISK_GIB = { min: facts.rows.storage.value.minGiB, max: facts.rows.storage.value.maxGiB };
export const MAX_BROKERS = facts.rows["brokers-per-zookeeper-cluster"].value;
export const MAX_BROKERS_KRAFT = facts.rows["brokers-per-kraft-cluster"].value;
/** TCP connections of IAM clients that a broker takes. */
export const MAX_IAM_CONNECTIONS = facts.rows["iam.max-tcp-connections"].value;
/** Per cent of the disk above which AWS says to act. */
export const DISK_ALARM_PERCENT = facts.rows["disk.alarm"].value;
/** Hours between two enlargements of a broker's disk. */
export const DISK_SCALING_COOLDOWN_HOURS = facts.rows["storage-scaling.cooldown"].value;

/** Partitions that AWS advises a broker to carry at most, replicas included. */
export function recommendedPartitions(brokerType: string): number | undefined {
    return BROKERS.get(brokerType)?.recommendedMax;
}
