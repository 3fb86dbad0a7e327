import type { PolicyCases } from "../../../test/policy/cases";
import type { StackFixture } from "../../../test/policy/stack-fixture";
import { UNKNOWNS } from "../../graph/unknown";
import { addBucket, companionName, ENCRYPTION } from "../s3/bucket.fixture";

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

const FLOW_LOG = "aws:ec2/flowLog:FlowLog";
const TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
const TEMPLATE_PROPS = {
    metadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 1 },
    blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { encrypted: "true", kmsKeyId: UNKNOWNS.string } }],
};
const SCALING_ROLE =
    "arn:aws:iam::123456789012:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling";

const addDeadLetterQueue = (stack: StackFixture) =>
    stack
        .add({
            type: "aws:sqs/queue:Queue",
            name: "undelivered",
            props: { kmsMasterKeyId: UNKNOWNS.string },
            from: { kmsMasterKeyId: ["postgres-key"] },
        })
        .add({
            type: "aws:cloudwatch/eventTarget:EventTarget",
            name: "consumer",
            props: {
                rule: "decisions",
                arn: "arn:aws:sqs:eu-west-1:123456789012:decisions",
                deadLetterConfig: { arn: UNKNOWNS.string },
                retryPolicy: { maximumEventAgeInSeconds: 3600 },
            },
            from: { deadLetterConfig: ["undelivered"] },
        });

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
            when: "nodes cannot be started",
            change: (stack) =>
                stack.add({
                    type: TEMPLATE,
                    name: "nodes-volumes",
                    props: TEMPLATE_PROPS,
                    from: { blockDeviceMappings: ["postgres-key"] },
                }),
            at: `${KEY} postgres-key`,
            message: `postgres-key (${KEY}): policy does not let autoscaling.amazonaws.com use the key, which nodes-volumes (${TEMPLATE}) needs. Allow it kms:Decrypt and kms:GenerateDataKey*.`,
        },
        {
            when: "undelivered events cannot be kept",
            change: (stack) => addDeadLetterQueue(stack),
            at: `${KEY} postgres-key`,
            message: `postgres-key (${KEY}): policy does not let events.amazonaws.com use the key, which undelivered (aws:sqs/queue:Queue) needs. Allow it kms:Decrypt and kms:GenerateDataKey*.`,
        },
        {
            when: "flow logs cannot be delivered",
            change: (stack) =>
                addBucket(stack)
                    .setSources(ENCRYPTION, undefined, "rules", ["postgres-key"])
                    .setSources(FLOW_LOG, undefined, "logDestination", ["reports"]),
            at: `${KEY} postgres-key`,
            message: `postgres-key (${KEY}): policy does not let delivery.logs.amazonaws.com use the key, which ${companionName(ENCRYPTION)} (${ENCRYPTION}) needs. Allow it kms:Decrypt and kms:GenerateDataKey*.`,
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
        {
            when: "auto scaling's role is let in",
            change: (stack) =>
                stack
                    .add({
                        type: TEMPLATE,
                        name: "nodes-volumes",
                        props: TEMPLATE_PROPS,
                        from: { blockDeviceMappings: ["alarms-key"] },
                    })
                    .set(
                        KEY,
                        "alarms-key",
                        "policy",
                        policy(allow("cloudwatch.amazonaws.com", ...USE), allow("events.rds.amazonaws.com", ...USE), {
                            Effect: "Allow",
                            Principal: { AWS: SCALING_ROLE },
                            Action: USE,
                            Resource: "*",
                        }),
                    ),
        },
    ],
};
