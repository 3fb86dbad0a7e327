import type { PolicyCases } from "../../test/policy/cases";

const CLUSTER = "aws:msk/cluster:Cluster";
const TARGET = "aws:appautoscaling/target:Target";
const TOPIC = "aws:msk/topic:Topic";
const RATE = "5000 decisions a second (50 api pods of 100)";

export const cases: PolicyCases = {
    violations: [
        {
            when: "the volumes may not grow far enough",
            change: (stack) => stack.set(TARGET, "kafka-volume", "maxCapacity", 1800),
            at: `${CLUSTER} kafka`,
            message:
                `kafka (${CLUSTER}): a broker's volume may grow to 1800 GiB (maxCapacity of kafka-volume), but ${RATE} fill 1939 GiB of each of 3 ` +
                "within the topics' retention. Raise it to 1939, add brokers, or lower retention.ms.",
        },
    ],
    absent: [
        {
            when: "a topic keeps events as long as Kafka does by itself",
            change: (stack) => stack.set(TOPIC, "kafka-outcome.recorded", "configs", '{"min.insync.replicas":"2"}'),
            at: `${CLUSTER} kafka`,
            message:
                `kafka (${CLUSTER}): a broker's volume may grow to 2400 GiB (maxCapacity of kafka-volume), but ${RATE} fill 4847 GiB of each of 3 ` +
                "within the topics' retention. Raise it to 4847, add brokers, or lower retention.ms.",
        },
    ],
    unknown: [
        {
            when: "how far the volumes grow is not known",
            change: (stack) => stack.setUnknown(TARGET, "kafka-volume", "maxCapacity"),
            unchecked: `kafka-volume (${TARGET}): maxCapacity is not known before the update`,
        },
    ],
};
