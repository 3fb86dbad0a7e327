import type { PolicyCases } from "../../test/policy/cases";

const LABEL = "kaireon (kubernetes:helm.sh/v3:Release)";
const TOPIC = "aws:msk/topic:Topic";
const CLUSTER = "aws:msk/cluster:Cluster";
const CONFIGURATION = "aws:msk/configuration:Configuration";

export const cases: PolicyCases = {
    violations: [
        {
            when: "a topic is missing",
            change: (stack) => stack.remove(TOPIC, "kafka-outcome.recorded"),
            at: `${CLUSTER} kafka`,
            message:
                `kafka (${CLUSTER}): ${LABEL} writes to outcome.recorded, which the stack does not make, and auto.create.topics.enable is not true. ` +
                "Add aws.msk.Topic for each.",
        },
    ],
    absent: [
        {
            when: "the brokers are not of this stack",
            change: (stack) => stack.removeAll(TOPIC).remove(CLUSTER),
            passes: true,
        },
    ],
    unknown: [
        {
            when: "the name of a topic is not known",
            change: (stack) => stack.setUnknown(TOPIC, "kafka-outcome.recorded", "name"),
            unchecked: `kafka-outcome.recorded (${TOPIC}): name is not known before the update`,
        },
        {
            when: "what the brokers do is not known",
            change: (stack) => stack.setUnknown(CONFIGURATION, "kafka-configuration", "serverProperties"),
            unchecked: `kafka-configuration (${CONFIGURATION}): serverProperties is not known before the update`,
        },
    ],
    passes: [
        {
            when: "the brokers make topics themselves",
            change: (stack) =>
                stack
                    .set(CONFIGURATION, "kafka-configuration", "serverProperties", "auto.create.topics.enable=true\n")
                    .removeAll(TOPIC),
        },
    ],
};
