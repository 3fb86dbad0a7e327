import kinesis from "../facts/kinesis.json";
import type { StackResource } from "../graph/stack-resource";

/** Load of a stream, a second. */
export interface StreamLoad {
    readonly events: number;
    readonly megabytes: number;
}

/** What a Kinesis stream lacks for a load at once, and what would do; undefined when it lacks nothing. */
export function streamShortage(
    stream: StackResource,
    { events, megabytes }: StreamLoad,
): { readonly is: string; readonly fix: string } | undefined {
    if (isOnDemand(stream)) {
        const warm = stream.gives("warmThroughputMibPs") ? (stream.properties.number("warmThroughputMibPs") ?? 0) : 0;
        const takes = Math.max(warm, kinesis.onDemandInitialMbPerSecond);
        if (takes >= megabytes) return undefined;
        return {
            is: `it takes ${takes} MB a second at first`,
            fix: `Set warmThroughputMibPs to at least ${megabytes}.`,
        };
    }
    const shards = stream.properties.number("shardCount") ?? 1;
    const need = Math.max(
        Math.ceil(events / kinesis.shardRecordsPerSecond),
        Math.ceil(megabytes / kinesis.shardMbPerSecond),
    );
    if (shards >= need) return undefined;
    return { is: `shardCount is ${shards}`, fix: `Set it to at least ${need}.` };
}

function isOnDemand(stream: StackResource): boolean {
    return stream.gives("streamModeDetails") && stream.properties.text("streamModeDetails.streamMode") === "ON_DEMAND";
}
