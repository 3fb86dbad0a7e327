import { resourcePolicy } from "../../policy";

/** What a shard takes in a second. */
const RECORDS_PER_SHARD = 1_000;

export const kinesisStreamRequireCapacity = resourcePolicy({
    id: "kinesis-stream-require-capacity",
    title: "Streams take the events that decisions make",
    why: "A shard takes 1,000 records and 1 MB a second; what is above is refused, and the outbox grows.",
    fix: "Set streamModeDetails.streamMode to ON_DEMAND, or shardCount to the rate of events divided by 1,000",
    severity: "medium",
    controls: ["X-KINESIS-MODE"],
    links: ["https://docs.aws.amazon.com/streams/latest/dev/how-do-i-size-a-stream.html"],
    types: ["aws:kinesis/stream:Stream"],
    settings: {
        recordsPerSecond: {
            description: "Events that a stream has to take in a second",
            default: 5_000,
            minimum: 1,
        },
    },
    check: ({ label, properties, urn }, report, { recordsPerSecond }) => {
        if (properties.text("streamModeDetails.streamMode") === "ON_DEMAND") return;
        const place = properties.at("shardCount");
        const needed = Math.ceil(recordsPerSecond / RECORDS_PER_SHARD);
        if ((place.number() ?? 0) >= needed) return;
        report.violation(
            `${label}: shardCount is ${place.shown()}; it must be at least ${needed} for ${recordsPerSecond} events a second. Set it to ${needed}, or streamModeDetails.streamMode to ON_DEMAND.`,
            { urn },
        );
    },
});
