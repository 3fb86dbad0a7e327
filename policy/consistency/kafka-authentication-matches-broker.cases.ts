import type { PolicyCases } from "../../test/policy/cases";

const RELEASE = "kubernetes:helm.sh/v3:Release kaireon";
const LABEL = "kaireon (kubernetes:helm.sh/v3:Release)";
const MSK = "aws:msk/cluster:Cluster";

const FOR_SCRAM = "b-1.k.a1.c2.kafka.eu-west-1.amazonaws.com:9096,b-2.k.a1.c2.kafka.eu-west-1.amazonaws.com:9096";

export const cases: PolicyCases = {
    violations: [
        {
            when: "kafkajs is to sign in with IAM",
            change: (stack) => stack.setValue("config.EVENT_PUBLISHER", "kafka"),
            at: RELEASE,
            message:
                `${LABEL}: config.EVENT_PUBLISHER is kafka, which signs in without IAM, but values.kafka.authentication is iam. ` +
                "Set the publisher to msk, or the authentication to scram or none.",
        },
        {
            when: "the addresses are for SCRAM",
            change: (stack) =>
                stack
                    .setValue("kafka.brokers", FOR_SCRAM)
                    // What the stack's own brokers answer on is judged by another policy.
                    .set(MSK, "kafka", "bootstrapBrokersSaslIam", FOR_SCRAM),
            at: RELEASE,
            message: `${LABEL}: values.kafka.brokers has port 9096, but MSK answers iam on 9098. Give the brokers' addresses for iam.`,
        },
    ],
    absent: [
        {
            when: "the values name no bus",
            change: (stack) => stack.unsetValue("eventbus").unsetValue("config.EVENT_PUBLISHER"),
            passes: true,
        },
        { when: "the brokers are not of this stack", change: (stack) => stack.remove(MSK, "kafka"), passes: true },
    ],
    unknown: [
        {
            when: "the way is not known",
            change: (stack) => stack.setValueUnknown("kafka.authentication"),
            unchecked: `${LABEL}: values.kafka.authentication is not known before the update`,
        },
        {
            when: "the brokers' ways are not known",
            change: (stack) => stack.setUnknown(MSK, "kafka", "clientAuthentication"),
            unchecked: "kafka (aws:msk/cluster:Cluster): clientAuthentication.sasl.iam is not known before the update",
        },
    ],
    passes: [
        {
            when: "brokers elsewhere have a port of their own",
            change: (stack) =>
                stack
                    .remove(MSK, "kafka")
                    .setValue("config.EVENT_PUBLISHER", "redpanda")
                    .setValue("kafka.authentication", "scram")
                    .setValue("kafka.brokers", "broker.internal:19092"),
        },
        {
            when: "a hand-written program leaves brokers open to TLS",
            change: (stack) =>
                stack
                    .unset(MSK, "kafka", "clientAuthentication")
                    .setValue("config.EVENT_PUBLISHER", "kafka")
                    .setValue("kafka", { brokers: "b-1.k.a1.c2.kafka.eu-west-1.amazonaws.com:9094" }),
        },
    ],
};
