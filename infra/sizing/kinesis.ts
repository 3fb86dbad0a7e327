import { ON_DEMAND_INITIAL_MB_PER_SECOND, SHARD_READ, SHARD_WRITE } from "../facts/kinesis";
import { type EventLoad, eventLoad } from "./events";

/** Whether the stream has a number of shards or grows by itself. */
export type StreamMode = "on-demand" | "provisioned";

export interface StreamSize {
    readonly load: EventLoad;
    /** Shards that take the events of the target rate, and from which all consumers can read them. */
    readonly shards: number;
    /** MB a second that an on-demand stream must be warm for. */
    readonly warmMbPerSecond: number;
    /** Whether a new on-demand stream takes the target rate at once. */
    readonly fitsOnDemand: boolean;
}

/**
 * Sizes a stream that carries all events.
 *
 * @param sharedConsumers applications that read everything and share a shard's read throughput; those with enhanced fan-out do not
 */
export function streamSize(decisionsPerSecond: number, sharedConsumers: number): StreamSize {
    const load = eventLoad(decisionsPerSecond);
    const shards = Math.max(
        Math.ceil(load.mbPerSecond / SHARD_WRITE.mbPerSecond),
        Math.ceil(load.eventsPerSecond / SHARD_WRITE.recordsPerSecond),
        Math.ceil((load.mbPerSecond * sharedConsumers) / SHARD_READ.mbPerSecond),
        1,
    );
    return {
        load,
        shards,
        warmMbPerSecond: Math.ceil(load.mbPerSecond),
        fitsOnDemand: load.mbPerSecond <= ON_DEMAND_INITIAL_MB_PER_SECOND,
    };
}

/** The mode that takes the target rate from the first minute: an on-demand stream where it can, for it needs no care afterwards. */
export function defaultMode(size: StreamSize): StreamMode {
    return size.fitsOnDemand ? "on-demand" : "provisioned";
}
