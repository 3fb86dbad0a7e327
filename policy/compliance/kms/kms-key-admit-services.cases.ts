import type { PolicyCases } from "../../../test/policy/cases";

const KEY = "aws:kms/key:Key";
const LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";

const ACCOUNT = {
    Effect: "Allow",
    Principal: { AWS: "arn:aws:iam::123456789012:root" },
    Action: "kms:*",
    Resource: "*",
};
const policy = (...statements: readonly unknown[]) => JSON.stringify({ Statement: [ACCOUNT, ...statements] });
const allow = (service: string, ...actions: readonly string[]) => ({
    Effect: "Allow",
    Principal: { Service: service },
    Action: actions,
    Resource: "*",
});
const USE = ["kms:Decrypt", "kms:GenerateDataKey*"];

export const cases: PolicyCases = {
    violations: [
        {
            when: "the database's logs cannot be written",
            change: (stack) => stack.set(KEY, "postgres-key", "policy", policy()),
            at: `${KEY} postgres-key`,
            message: `postgres-key (${KEY}): policy does not let logs.amazonaws.com use the key, which postgres-logs (${LOG_GROUP}) needs. Allow it kms:Decrypt and kms:GenerateDataKey*.`,
        },
        {
            when: "alarms cannot be sent",
            change: (stack) =>
                stack.set(KEY, "alarms-key", "policy", policy(allow("events.rds.amazonaws.com", ...USE))),
            at: `${KEY} alarms-key`,
            message: `alarms-key (${KEY}): policy does not let cloudwatch.amazonaws.com use the key, which alarms (aws:sns/topic:Topic) needs. Allow it kms:Decrypt and kms:GenerateDataKey*.`,
        },
        {
            when: "the service may only decrypt",
            change: (stack) =>
                stack.set(KEY, "postgres-key", "policy", policy(allow("logs.eu-west-1.amazonaws.com", "kms:Decrypt"))),
            at: `${KEY} postgres-key`,
            message: `postgres-key (${KEY}): policy does not let logs.amazonaws.com use the key, which postgres-logs (${LOG_GROUP}) needs. Allow it kms:Decrypt and kms:GenerateDataKey*.`,
        },
    ],
    absent: [
        {
            when: "the log group has no key",
            passes: true,
            change: (stack) =>
                stack
                    .set(KEY, "postgres-key", "policy", policy())
                    .unset(LOG_GROUP, "postgres-logs", "kmsKeyId")
                    .setSources(LOG_GROUP, "postgres-logs", "kmsKeyId", []),
        },
    ],
    unknown: [
        {
            when: "the policy is not known",
            change: (stack) => stack.setUnknown(KEY, "postgres-key", "policy"),
            unchecked: `postgres-key (${KEY}): policy is not known before the update`,
        },
    ],
    passes: [
        {
            when: "the service is named without a region",
            change: (stack) => stack.set(KEY, "postgres-key", "policy", policy(allow("logs.amazonaws.com", ...USE))),
        },
    ],
};
