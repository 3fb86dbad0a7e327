import { type PropertyMap, text } from "../protocol/values";
import type { Refusal, ResourceRow, Rows } from "../resources/row";
import { arn, resourceName } from "./arn";
import { refuseName } from "./refuse-name";

/** An attribute of a queue as a resource of its own: its id is the queue's URL, and it cannot move to another one. */
function attribute(): ResourceRow {
    return {
        creates: "sqs:SetQueueAttributes",
        id: (instance) => text(instance.inputs["queueUrl"]),
        replaceOn: ["queueUrl"],
    };
}

export const sqs: Rows = {
    "aws:sqs/queue:Queue": {
        creates: "sqs:CreateQueue",
        id: (instance) =>
            `https://sqs.${instance.region}.amazonaws.com/${instance.accountId}/${text(instance.inputs["name"])}`,
        outputs: (instance) => ({
            arn: arn(instance, "sqs", resourceName(instance.id)),
            kmsDataKeyReusePeriodSeconds: 300,
            // SQS encrypts with its own key when it gets no other one.
            sqsManagedSseEnabled: text(instance.inputs["kmsMasterKeyId"]) === "",
            url: instance.id,
        }),
        replaceOn: ["name", "namePrefix", "fifoQueue"],
        autoName: { maxLength: 80 },
        refuse: refuseQueue,
    },
    "aws:sqs/queuePolicy:QueuePolicy": attribute(),
    "aws:sqs/redrivePolicy:RedrivePolicy": attribute(),
    "aws:sqs/redriveAllowPolicy:RedriveAllowPolicy": attribute(),
};

function refuseQueue(inputs: PropertyMap): Refusal | undefined {
    if ((inputs["kmsMasterKeyId"] ?? null) !== null && (inputs["sqsManagedSseEnabled"] ?? null) !== null) {
        return {
            property: "sqsManagedSseEnabled",
            problem: "kmsMasterKeyId and sqsManagedSseEnabled exclude each other. Remove one.",
        };
    }
    if ((inputs["namePrefix"] ?? null) !== null) return undefined;
    return inputs["fifoQueue"] === true
        ? refuseName(inputs, {
              property: "name",
              pattern: /^[\w-]{1,75}\.fifo$/,
              allowed: 'a FIFO queue\'s name has 1 to 75 letters, digits, hyphens and underscores, and ends in ".fifo"',
          })
        : refuseName(inputs, {
              property: "name",
              pattern: /^[\w-]{1,80}$/,
              allowed: "SQS allows 1 to 80 letters, digits, hyphens and underscores",
          });
}
