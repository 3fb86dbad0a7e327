import facts from "./kinesis.json";

const { rows } = facts;

/** What one shard takes a second. */
export const SHARD_WRITE = {
    mbPerSecond: rows["shard.write"].value.MBps,
    recordsPerSecond: rows["shard.write"].value.recordsPerSecond,
};
/** What one shard gives a second to all consumers together; one with enhanced fan-out has as much for itself. */
export const SHARD_READ = { mbPerSecond: rows["shard.read"].value.MBps };
/** MB a second that a new on-demand stream takes at once. */
export const ON_DEMAND_INITIAL_MB_PER_SECOND = rows["on-demand.stream"].value.initialWriteMBps;
export const RETENTION_HOURS = { min: rows.retention.value.minHours, max: rows.retention.value.maxHours };
export const SHARD_QUOTA_CODE = rows["shards-per-region"].quotaCode;

const SHARDS = new Map<string, number>(Object.entries(rows["shards-per-region"].value));

/** Shards of an account in a region until its quota is raised. */
export function shardQuota(region: string): number {
    return SHARDS.get(region) ?? rows["shards-per-region"].value.default;
}
