import { ITEM_KB, WRITES_PER_DECISION } from "./write-units";

/** What the interactions of a day and of a year take when they lie in PostgreSQL. */
export interface InteractionRows {
    readonly rowsPerSecond: number;
    readonly gbPerDay: number;
    readonly tbPerYear: number;
    /** Requests to Aurora's volume in a month of 30 days, in millions; Aurora Standard bills each. */
    readonly millionIosPerMonth: number;
}

const SECONDS_PER_DAY = 86_400;
/** A row of 1 KB with the entries of its indexes; the vendor documents neither. */
const STORED_KB_PER_ROW = 2 * ITEM_KB;
/** Aurora writes log records in units of 4 KB: one for the row's commit, one for its indexes. Reads that miss the cache come on top. */
const IOS_PER_ROW = 2;

/** Upper bound: the rate around the clock, and nothing purged. */
export function interactionRows(decisionsPerSecond: number): InteractionRows {
    const rowsPerSecond = decisionsPerSecond * WRITES_PER_DECISION;
    const rowsPerDay = rowsPerSecond * SECONDS_PER_DAY;
    const gbPerDay = (rowsPerDay * STORED_KB_PER_ROW) / 1e6;
    return {
        rowsPerSecond,
        gbPerDay: Math.ceil(gbPerDay),
        tbPerYear: Math.ceil((gbPerDay * 365) / 1000),
        millionIosPerMonth: Math.ceil((rowsPerDay * 30 * IOS_PER_ROW) / 1e6),
    };
}
