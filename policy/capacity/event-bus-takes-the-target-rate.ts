import { storeOf } from "../consistency/chosen-store";
import { KAFKA_PUBLISHERS, publisherOf } from "../consistency/selectors";
import kinesis from "../facts/kinesis.json";
import type { Release } from "../graph/release";
import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";
import { type Report, releasePolicy } from "../policy";
import type { ValuesOf } from "../settings";
import { BROKERS, topicsOf } from "./kafka-topics";
import { type TargetRate, targetRate, targetSettings } from "./target-rate";

const STREAM = "aws:kinesis/stream:Stream";
/** Events of a decision by topic: a recommendation and an impression, the decision itself, at most one outcome. */
const EVENTS: Readonly<Record<string, number>> = {
    "interaction.recorded.v1": 2,
    "decision.made.v1": 1,
    "outcome.recorded": 1,
};

const settings = {
    ...targetSettings,
    eventsPerPartition: {
        description: "Events a second that a partition's consumer keeps up with",
        default: 1000,
        minimum: 1,
    },
    eventsPerDecision: { description: "Events of a decision, all topics together", default: 4, minimum: 0 },
    eventKb: { description: "Size of an event in KB. The vendor states none", default: 1, minimum: 0 },
} as const;

export const eventBusTakesTheTargetRate = releasePolicy({
    id: "event-bus-takes-the-target-rate",
    title: "The partitions of the topics, or the shards of the stream, take the events of the target rate",
    why: "Events pile up in the outbox and arrive late, at the peak, when they count; a Kinesis shard refuses what is above its thousand a second.",
    fix: "Raise partitionCount or shardCount, or start an on-demand stream with warmThroughputMibPs",
    severity: "medium",
    pitfalls: ["P-CAP-10"],
    links: ["https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html"],
    settings,
    check: (release, stack, report, values) => {
        const rate = targetRate(release, values);
        if (rate === undefined) return;
        if (KAFKA_PUBLISHERS.includes(publisherOf(release))) checkTopics({ release, stack, report, rate }, values);
        if (publisherOf(release) === "kinesis") checkStream({ release, stack, report, rate }, values);
    },
});

interface Checked {
    readonly release: Release;
    readonly stack: Stack;
    readonly report: Report;
    readonly rate: TargetRate;
}

function checkTopics(
    { release, stack, report, rate }: Checked,
    { eventsPerPartition }: ValuesOf<typeof settings>,
): void {
    const cluster = storeOf(release, stack, BROKERS);
    if (cluster === undefined) return;
    report.each(topicsOf(cluster, stack), ({ resource, name, partitions }) => {
        const events = rate.decisionsPerSecond * (EVENTS[name] ?? 0);
        const need = Math.ceil(events / eventsPerPartition);
        if (partitions >= need) return;
        report.violation(
            `${resource.label}: partitionCount is ${partitions}, but ${rate.shown} cause ${events} events a second, ${eventsPerPartition} to a partition. ` +
                `Set it to at least ${need}.`,
            resource,
        );
    });
}

function checkStream({ release, stack, report, rate }: Checked, values: ValuesOf<typeof settings>): void {
    const stream = storeOf(release, stack, STREAM);
    if (stream === undefined) return;
    const events = rate.decisionsPerSecond * values.eventsPerDecision;
    const megabytes = Math.ceil((events * values.eventKb) / 1000);
    const cause = `${rate.shown} cause ${events} events a second, ${megabytes} MB`;
    if (isOnDemand(stream)) {
        const warm = stream.gives("warmThroughputMibPs") ? (stream.properties.number("warmThroughputMibPs") ?? 0) : 0;
        const takes = Math.max(warm, kinesis.onDemandInitialMbPerSecond);
        if (takes < megabytes)
            report.violation(
                `${stream.label}: it takes ${takes} MB a second at first, but ${cause}. Set warmThroughputMibPs to at least ${megabytes}.`,
                stream,
            );
        return;
    }
    const shards = stream.properties.number("shardCount") ?? 1;
    const need = Math.max(
        Math.ceil(events / kinesis.shardRecordsPerSecond),
        Math.ceil(megabytes / kinesis.shardMbPerSecond),
    );
    if (shards < need)
        report.violation(`${stream.label}: shardCount is ${shards}, but ${cause}. Set it to at least ${need}.`, stream);
}

function isOnDemand(stream: StackResource): boolean {
    return stream.gives("streamModeDetails") && stream.properties.text("streamModeDetails.streamMode") === "ON_DEMAND";
}
