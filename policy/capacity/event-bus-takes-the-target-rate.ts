import { storeOf } from "../consistency/chosen-store";
import { KAFKA_PUBLISHERS, publisherOf } from "../consistency/selectors";
import type { Release } from "../graph/release";
import type { Stack } from "../graph/stack";
import { type Report, releasePolicy } from "../policy";
import type { ValuesOf } from "../settings";
import { streamShortage } from "./event-stream";
import { BROKERS, eventsPerDecision, topicsOf } from "./kafka-topics";
import { type TargetRate, targetRate, targetSettings } from "./target-rate";

const STREAM = "aws:kinesis/stream:Stream";
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
        const events = rate.decisionsPerSecond * eventsPerDecision(name);
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
    const short = streamShortage(stream, { events, megabytes });
    if (short === undefined) return;
    const cause = `${rate.shown} cause ${events} events a second, ${megabytes} MB`;
    report.violation(`${stream.label}: ${short.is}, but ${cause}. ${short.fix}`, stream);
}
