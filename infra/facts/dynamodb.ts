import facts from "./dynamodb.json";

/** Units a second that a new on-demand table serves at once. */
export const INITIAL_WRITES_PER_SECOND = facts.rows["on-demand.initial"].value.writesPerSecond;
export const INITIAL_READS_PER_SECOND = facts.rows["on-demand.initial"].value.readsPerSecond;
/** Units a second of one table until the account's quota is raised. */
export const TABLE_WRITE_QUOTA = facts.rows["table-write-throughput"].value;
export const TABLE_WRITE_QUOTA_CODE = facts.rows["table-write-throughput"].quotaCode;
/** KB that one write unit, and one read unit, covers. */
export const WRITE_UNIT_KB = facts.rows["unit.definition"].value.writeUnitKB;
/** Units a second of one partition, which all rows of one customer share. */
export const PARTITION_WRITES_PER_SECOND = facts.rows["partition.write"].value;
export const PARTITION_READS_PER_SECOND = facts.rows["partition.read"].value;
