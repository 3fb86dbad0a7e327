import { KAFKA_PUBLISHERS, publisherOf } from "../consistency/selectors";
import { releasePolicy } from "../policy";
import { checkStream, checkTopics, eventSettings } from "./event-load";
import { targetRate } from "./target-rate";

export const eventBusTakesTheTargetRate = releasePolicy({
    id: "event-bus-takes-the-target-rate",
    title: "The partitions of the topics, or the shards of the stream, take the events of the target rate",
    why: "Events pile up in the outbox and arrive late, at the peak, when they count; a Kinesis shard refuses what is above its thousand a second.",
    fix: "Raise partitionCount or shardCount, or start an on-demand stream with warmThroughputMibPs",
    severity: "medium",
    pitfalls: ["P-CAP-10"],
    links: ["https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html"],
    settings: eventSettings,
    check: (release, stack, report, values) => {
        const rate = targetRate(release, values);
        if (rate === undefined) return;
        if (KAFKA_PUBLISHERS.includes(publisherOf(release))) checkTopics({ release, stack, report, rate }, values);
        if (publisherOf(release) === "kinesis") checkStream({ release, stack, report, rate }, values);
    },
});
