import { text } from "../protocol/values";
import type { Rows } from "../resources/row";
import { arn, resourceName, uuid } from "./arn";

/** CloudWatch, SNS and SQS: what watches and tells. */
export const observability: Rows = {
    "aws:cloudwatch/logGroup:LogGroup": {
        creates: "logs:CreateLogGroup",
        id: (instance) => text(instance.inputs["name"]),
        outputs: (instance) => ({
            arn: arn(instance, "logs", `log-group:${text(instance.inputs["name"])}`),
            logGroupClass: "STANDARD",
        }),
        replaceOn: ["name", "namePrefix", "logGroupClass"],
        refuseDelete: (state) =>
            state["deletionProtectionEnabled"] === true
                ? "operation error CloudWatch Logs: DeleteLogGroup, ValidationException: Log group has deletion protection enabled. Disable it and try again."
                : undefined,
    },
    "aws:cloudwatch/logResourcePolicy:LogResourcePolicy": {
        creates: "logs:PutResourcePolicy",
        id: (instance) => text(instance.inputs["policyName"]),
        replaceOn: ["policyName", "resourceArn"],
    },
    "aws:cloudwatch/metricAlarm:MetricAlarm": {
        creates: "cloudwatch:PutMetricAlarm",
        id: (instance) => text(instance.inputs["name"]),
        outputs: (instance) => ({ arn: arn(instance, "cloudwatch", `alarm:${text(instance.inputs["name"])}`) }),
        replaceOn: ["name"],
    },
    "aws:cloudwatch/eventBus:EventBus": {
        creates: "events:CreateEventBus",
        id: (instance) => text(instance.inputs["name"]),
        outputs: (instance) => ({ arn: arn(instance, "events", `event-bus/${text(instance.inputs["name"])}`) }),
        replaceOn: ["name", "eventSourceName"],
    },
    "aws:sns/topic:Topic": {
        creates: "sns:CreateTopic",
        id: (instance) => arn(instance, "sns", text(instance.inputs["name"])),
        outputs: (instance) => ({
            arn: instance.id,
            owner: instance.accountId,
            signatureVersion: 0,
            tracingConfig: "PassThrough",
        }),
        replaceOn: ["name", "namePrefix", "fifoTopic"],
        autoName: { maxLength: 80 },
    },
    "aws:sns/topicPolicy:TopicPolicy": {
        creates: "sns:SetTopicAttributes",
        id: (instance) => text(instance.inputs["arn"]),
        outputs: (instance) => ({ owner: instance.accountId }),
        replaceOn: ["arn"],
    },
    "aws:sns/topicSubscription:TopicSubscription": {
        creates: "sns:Subscribe",
        id: (instance) => `${text(instance.inputs["topic"])}:${uuid(instance)}`,
        outputs: (instance) => ({
            arn: instance.id,
            ownerId: instance.accountId,
            // Somebody has to click the link in the mail.
            pendingConfirmation: instance.inputs["protocol"] === "email",
        }),
        replaceOn: ["topic", "protocol", "endpoint"],
    },
    "aws:sqs/queue:Queue": {
        creates: "sqs:CreateQueue",
        id: (instance) =>
            `https://sqs.${instance.region}.amazonaws.com/${instance.accountId}/${text(instance.inputs["name"])}`,
        outputs: (instance) => ({ arn: arn(instance, "sqs", resourceName(instance.id)), url: instance.id }),
        replaceOn: ["name", "namePrefix", "fifoQueue"],
        autoName: { maxLength: 80 },
    },
};
