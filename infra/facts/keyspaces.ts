import facts from "./keyspaces.json";

/** Units a second that a new on-demand table serves at once. */
export const INITIAL_WRITES_PER_SECOND = facts.rows["on-demand.initial"].value.writeUnitsPerSecond;
export const INITIAL_READS_PER_SECOND = facts.rows["on-demand.initial"].value.readUnitsPerSecond;
/** Write units a second of one table until the account's quota is raised. */
export const TABLE_WRITE_QUOTA = facts.rows["table-write-throughput"].value;
export const TABLE_WRITE_QUOTA_CODE = facts.rows["table-write-throughput"].quotaCode;
/** Queries a second that one connection of a driver takes. */
export const QUERIES_PER_CONNECTION = facts.rows.limits.value.queriesPerSecondPerConnection;
