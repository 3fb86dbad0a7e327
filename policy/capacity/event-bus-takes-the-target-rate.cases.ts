import type { PolicyCases } from "../../test/policy/cases";

const LABEL = "kaireon (kubernetes:helm.sh/v3:Release)";
const TOPIC = "aws:msk/topic:Topic";
const STREAM = "aws:kinesis/stream:Stream";

export const cases: PolicyCases = {
    violations: [
        {
            when: "a topic has partitions for few workers only",
            change: (stack) =>
                stack
                    .setValue("worker.keda.maxReplicas", 6)
                    .set(TOPIC, "kafka-interaction.recorded.v1", "partitionCount", 6),
            at: `${TOPIC} kafka-interaction.recorded.v1`,
            message:
                `kafka-interaction.recorded.v1 (${TOPIC}): partitionCount is 6, but 5000 decisions a second (50 api pods of 100) cause 10000 events a second, ` +
                "1000 to a partition. Set it to at least 10.",
        },
    ],
    absent: [
        { when: "the topics are not of this stack", change: (stack) => stack.removeAll(TOPIC), passes: true },
        {
            when: "the stream is not of this stack",
            change: (stack) => stack.setValue("config.EVENT_PUBLISHER", "kinesis"),
            passes: true,
        },
    ],
    unknown: [
        {
            when: "the maximum of the api is not known",
            change: (stack) => stack.setValueUnknown("api.autoscaling.maxReplicas"),
            unchecked: `${LABEL}: values.api.autoscaling.maxReplicas is not known before the update`,
        },
        {
            when: "the shards of the stream are not known",
            change: (stack) =>
                stack
                    .setValue("config.EVENT_PUBLISHER", "kinesis")
                    .add({ type: STREAM, name: "events", props: { name: "events" } })
                    .setUnknown(STREAM, "events", "shardCount"),
            unchecked: `events (${STREAM}): shardCount is not known before the update`,
        },
    ],
    passes: [
        {
            when: "a stream has shards enough",
            change: (stack) =>
                stack
                    .setValue("config.EVENT_PUBLISHER", "kinesis")
                    .add({ type: STREAM, name: "events", props: { shardCount: 20 } }),
        },
        {
            when: "an on-demand stream starts warm",
            change: (stack) =>
                stack.setValue("config.EVENT_PUBLISHER", "kinesis").add({
                    type: STREAM,
                    name: "events",
                    props: { streamModeDetails: { streamMode: "ON_DEMAND" }, warmThroughputMibPs: 20 },
                }),
        },
    ],
};
