import { text } from "../protocol/values";
import type { Rows } from "../resources/row";
import { arn, uuid } from "./arn";

/** CloudWatch and SNS: what watches and tells. */
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
};
