import type { PolicyCases } from "../../test/policy/cases";

const TOPIC = "aws:msk/topic:Topic";
const CLUSTER = "aws:msk/cluster:Cluster";
const NAME = "kafka-decision.made.v1";

export const cases: PolicyCases = {
    violations: [
        {
            when: "a topic wants more copies than there are brokers",
            change: (stack) => stack.set(TOPIC, NAME, "replicationFactor", 4),
            at: `${TOPIC} ${NAME}`,
            message: `${NAME} (${TOPIC}): replicationFactor is 4, but kafka (${CLUSTER}) has 3 brokers. Lower it, or add brokers.`,
        },
        {
            when: "a write must reach every copy",
            change: (stack) =>
                stack.set(TOPIC, NAME, "configs", '{"min.insync.replicas":"3","retention.ms":"86400000"}'),
            at: `${TOPIC} ${NAME}`,
            message:
                `${NAME} (${TOPIC}): replicationFactor is 3 and min.insync.replicas is 3: no write succeeds while a broker is away. ` +
                "Set replicationFactor to 4, or min.insync.replicas to 2.",
        },
    ],
    absent: [
        { when: "the brokers' setting counts", change: (stack) => stack.unset(TOPIC, NAME, "configs"), passes: true },
        {
            when: "the topics are not of this stack",
            change: (stack) => stack.removeAll(TOPIC),
            passes: true,
        },
    ],
    unknown: [
        {
            when: "the copies are not known",
            change: (stack) => stack.setUnknown(TOPIC, NAME, "replicationFactor"),
            unchecked: `${NAME} (${TOPIC}): replicationFactor is not known before the update`,
        },
        {
            when: "the number of brokers is not known",
            change: (stack) =>
                stack
                    .setUnknown(CLUSTER, "kafka", "numberOfBrokerNodes")
                    .remove(TOPIC, "kafka-outcome.recorded")
                    .remove(TOPIC, "kafka-interaction.recorded.v1"),
            unchecked: `kafka (${CLUSTER}): numberOfBrokerNodes is not known before the update`,
        },
    ],
};
