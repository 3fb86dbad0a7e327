import type { PolicyCases } from "../../test/policy/cases";

const TOPIC = "aws:msk/topic:Topic";
const CLUSTER = "aws:msk/cluster:Cluster";

export const cases: PolicyCases = {
    violations: [
        {
            when: "a topic has very many partitions",
            change: (stack) => stack.set(TOPIC, "kafka-outcome.recorded", "partitionCount", 900),
            at: `${CLUSTER} kafka`,
            message:
                `kafka (${CLUSTER}): 3 topics have 3180 partitions with all copies and Kafka's own, 1060 on each of 3 brokers, ` +
                "but AWS advises at most 1000 for kafka.m7g.large. Take a larger type, or 4 brokers.",
        },
    ],
    absent: [{ when: "the topics are not of this stack", change: (stack) => stack.removeAll(TOPIC), passes: true }],
    unknown: [
        {
            when: "the type is not of the pack's list",
            change: (stack) => stack.set(CLUSTER, "kafka", "brokerNodeGroupInfo.instanceType", "kafka.m9.large"),
            unchecked: `kafka (${CLUSTER}): how many partitions a broker of kafka.m9.large carries is not known`,
        },
        {
            when: "the partitions are not known",
            change: (stack) => stack.setUnknown(TOPIC, "kafka-outcome.recorded", "partitionCount"),
            unchecked: `kafka-outcome.recorded (${TOPIC}): partitionCount is not known before the update`,
        },
    ],
};
