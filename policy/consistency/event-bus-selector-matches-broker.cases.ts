import type { PolicyCases } from "../../test/policy/cases";

const RELEASE = "kubernetes:helm.sh/v3:Release kaireon";
const LABEL = "kaireon (kubernetes:helm.sh/v3:Release)";

export const cases: PolicyCases = {
    violations: [
        {
            when: "the publisher is of another kind than the alias",
            change: (stack) => stack.setValue("config.EVENT_PUBLISHER", "kinesis"),
            at: RELEASE,
            message: `${LABEL}: values.config.EVENT_PUBLISHER is kinesis, but eventbus.backend is kafka; then it must be one of kafka, redpanda, msk, aws_msk.`,
        },
        {
            when: "the alias is off and the publisher is still a broker",
            change: (stack) => stack.setValue("eventbus.enabled", false),
            at: RELEASE,
            message: `${LABEL}: values.config.EVENT_PUBLISHER is msk, but eventbus.enabled is not true; then it must be one of redis, eventbridge.`,
        },
        {
            when: "the backend is none that the product has",
            change: (stack) => stack.setValue("eventbus.backend", "rabbitmq"),
            at: RELEASE,
            message: `${LABEL}: values.eventbus.backend is rabbitmq; it must be one of kafka, kinesis, pulsar.`,
        },
        {
            when: "no brokers are given to the chart",
            change: (stack) => stack.setValue("kafka.brokers", ""),
            at: RELEASE,
            message:
                `${LABEL}: eventbus.backend is kafka, but values.kafka.brokers is "" and the stack's kafka (aws:msk/cluster:Cluster) is not given. ` +
                "Give the address of a kafka broker, or choose another backend.",
        },
    ],
    absent: [
        {
            when: "the alias is left out and the publisher is not",
            change: (stack) => stack.unsetValue("eventbus"),
            at: RELEASE,
            message: `${LABEL}: values.config.EVENT_PUBLISHER is msk, but eventbus.enabled is not true; then it must be one of redis, eventbridge.`,
        },
        {
            when: "both are left out",
            passes: true,
            change: (stack) => stack.unsetValue("eventbus").unsetValue("config.EVENT_PUBLISHER"),
        },
    ],
    unknown: [
        {
            when: "the publisher is not known",
            change: (stack) => stack.setValueUnknown("config.EVENT_PUBLISHER"),
            unchecked: `${LABEL}: values.config.EVENT_PUBLISHER is not known before the update`,
        },
        {
            when: "the brokers' address is not known and no broker is of this stack",
            change: (stack) => stack.removeAll("aws:msk/cluster:Cluster"),
            unchecked: `${LABEL}: values.kafka.brokers is not known before the update`,
        },
    ],
    passes: [
        {
            when: "the brokers are elsewhere and named in the values",
            change: (stack) =>
                stack.removeAll("aws:msk/cluster:Cluster").setValue("kafka.brokers", "kafka.example.com:9094"),
        },
    ],
};
