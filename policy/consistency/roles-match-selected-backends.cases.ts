import type { PolicyCases } from "../../test/policy/cases";

const INLINE = "aws:iam/rolePolicy:RolePolicy";
const OUTBOX = "tiers-outboxPublisher-policy";

const WRITE = ["kafka-cluster:Connect", "kafka-cluster:WriteData"];
const allow = (...actions: readonly string[]) =>
    JSON.stringify({
        Statement: [{ Effect: "Allow", Action: actions, Resource: "arn:aws:kafka:eu-west-1:1:cluster/k" }],
    });

export const cases: PolicyCases = {
    violations: [
        {
            when: "a role names none of the brokers",
            change: (stack) => stack.setSources(INLINE, OUTBOX, "policy", ["network"]),
            at: "aws:iam/role:Role tier-roles-outboxPublisher",
            message:
                "tier-roles-outboxPublisher (aws:iam/role:Role): values.config.EVENT_PUBLISHER is msk, but no policy of the role of values.outboxPublisher allows kafka-cluster:Connect, kafka-cluster:WriteData. Add a statement for MSK.",
        },
        {
            when: "a role may read the brokers and not write",
            change: (stack) =>
                stack.set(INLINE, OUTBOX, "policy", allow("kafka-cluster:Connect", "kafka-cluster:ReadData")),
            at: "aws:iam/role:Role tier-roles-outboxPublisher",
            message:
                "tier-roles-outboxPublisher (aws:iam/role:Role): values.config.EVENT_PUBLISHER is msk, but no policy of the role of values.outboxPublisher allows kafka-cluster:WriteData. Add a statement for MSK.",
        },
        {
            when: "a role is left with a bus that is not selected",
            change: (stack) => stack.set(INLINE, OUTBOX, "policy", allow(...WRITE, "kinesis:PutRecord")),
            at: "aws:iam/role:Role tier-roles-outboxPublisher",
            message:
                "tier-roles-outboxPublisher (aws:iam/role:Role): the policies of the role of values.outboxPublisher allow kinesis:PutRecord, but no value of kaireon (kubernetes:helm.sh/v3:Release) selects Kinesis. Remove the statement.",
        },
    ],
    absent: [
        {
            when: "a role has no policy at all",
            change: (stack) => stack.remove(INLINE, OUTBOX),
            at: "aws:iam/role:Role tier-roles-outboxPublisher",
            message:
                "tier-roles-outboxPublisher (aws:iam/role:Role): values.config.EVENT_PUBLISHER is msk, but no policy of the role of values.outboxPublisher allows kafka-cluster:Connect, kafka-cluster:WriteData. Add a statement for MSK.",
        },
    ],
    unknown: [
        {
            when: "the event bus is not known",
            change: (stack) => stack.setValueUnknown("config.EVENT_PUBLISHER"),
            unchecked:
                "kaireon (kubernetes:helm.sh/v3:Release): values.config.EVENT_PUBLISHER is not known before the update",
        },
    ],
    uncheckedInLarge: [
        "tier-roles-api (aws:iam/role:Role): whether tiers-api-policy, not known before the update, allows dynamodb:PutItem or dynamodb:BatchWriteItem, dynamodb:Query, kafka-cluster:Connect, kafka-cluster:WriteData, es:ESHttpPost, es:ESHttpGet to values.api",
        "tier-roles-worker (aws:iam/role:Role): whether tiers-worker-policy, not known before the update, allows dynamodb:PutItem or dynamodb:BatchWriteItem, dynamodb:Query, kafka-cluster:Connect, kafka-cluster:WriteData, es:ESHttpPost, es:ESHttpGet to values.worker",
        "tier-roles-outboxPublisher (aws:iam/role:Role): whether tiers-outboxPublisher-policy, not known before the update, allows kafka-cluster:Connect, kafka-cluster:WriteData to values.outboxPublisher",
    ],
    passes: [
        {
            when: "a wildcard covers what is needed",
            change: (stack) => stack.set(INLINE, OUTBOX, "policy", allow("kafka-cluster:*")),
        },
    ],
};
