import { writeUnits } from "./write-units";

/** Between which bounds auto scaling moves a provisioned table's capacity, in units a second. */
export interface CapacityRange {
    readonly min: number;
    readonly max: number;
}

/** Reads and writes of a provisioned table. */
export interface TableCapacity {
    readonly read: CapacityRange;
    readonly write: CapacityRange;
}

/** Share of its capacity, in per cent, at which auto scaling keeps a table: AWS's default. */
export const TARGET_UTILIZATION_PERCENT = 70;
/** Share of the target rate that is paid for around the clock. Below it, the morning's rise outruns auto scaling, which acts after two minutes. */
const FLOOR = 0.2;

/**
 * Bounds for a rate of units at the target: a fifth of it at night, and at the peak as much as leaves the table at its target
 * utilisation, since a table that is full throttles.
 */
export function capacityRange(unitsPerSecond: number): CapacityRange {
    const max = Math.max(1, Math.ceil((unitsPerSecond * 100) / TARGET_UTILIZATION_PERCENT));
    return { min: Math.min(max, Math.max(1, Math.ceil(unitsPerSecond * FLOOR))), max };
}

/** Bounds of the interactions' table: two writes and a page of the customer's history for each decision. */
export function interactionCapacity(decisionsPerSecond: number): TableCapacity {
    return { read: capacityRange(decisionsPerSecond), write: capacityRange(writeUnits(decisionsPerSecond)) };
}
