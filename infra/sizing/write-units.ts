import {
    INITIAL_READS_PER_SECOND,
    INITIAL_WRITES_PER_SECOND,
    TABLE_WRITE_QUOTA,
    WRITE_UNIT_KB,
} from "../facts/dynamodb";

/** Throughput that a table serves at once, in request units a second. */
export interface WarmThroughput {
    readonly readUnitsPerSecond: number;
    readonly writeUnitsPerSecond: number;
}

/** Rows written for a decision: the recommendation and the impression. */
export const WRITES_PER_DECISION = 2;
/** Size of such a row, rounded up to what is billed. Not documented by the vendor: measure it before trusting the figure. */
export const ITEM_KB = 1;

/** Write units a second at a rate of decisions. */
export function writeUnits(decisionsPerSecond: number, itemKb: number = ITEM_KB): number {
    return Math.ceil(decisionsPerSecond * WRITES_PER_DECISION * Math.ceil(itemKb / WRITE_UNIT_KB));
}

/**
 * Warm throughput for the target rate. A new on-demand table serves 4,000 writes and 12,000 reads a second and throttles above, until
 * half an hour of load has taught it more; DynamoDB refuses a value below that, and never lowers one.
 * Reads: one page of the customer's history for each decision, eventually consistent (at most 8 KB a unit).
 */
export function warmThroughput(decisionsPerSecond: number): WarmThroughput {
    return {
        readUnitsPerSecond: Math.max(INITIAL_READS_PER_SECOND, Math.ceil(decisionsPerSecond)),
        writeUnitsPerSecond: Math.max(INITIAL_WRITES_PER_SECOND, writeUnits(decisionsPerSecond)),
    };
}

/** Whether the writes are above what an account allows one table before its quota is raised. */
export function exceedsTableQuota(decisionsPerSecond: number): boolean {
    return writeUnits(decisionsPerSecond) > TABLE_WRITE_QUOTA;
}
