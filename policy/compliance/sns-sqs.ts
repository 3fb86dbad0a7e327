import type { TopicArgs } from "@pulumi/aws/sns";
import type { QueueArgs } from "@pulumi/aws/sqs";
import { controls } from "../control";
import { equalTo, ownKey } from "../requirement";

export const snsSqsControls = [
    ...controls<TopicArgs>("aws:sns/topic:Topic", [
        {
            id: "sns-topic-require-customer-key",
            title: "Topics are encrypted with a key of the stack",
            property: "kmsMasterKeyId",
            must: ownKey(),
            severity: "medium",
            controls: ["SNS.1"],
            why: "The key that AWS keeps for SNS cannot be opened to CloudWatch, so alarms would be lost; with none, messages lie in plain.",
            fix: "Set kmsMasterKeyId to the ARN of a KMS key whose policy admits the services that publish.",
            links: ["https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html"],
            violatedBy: "alias/aws/sns",
        },
    ]),
    ...controls<QueueArgs>("aws:sqs/queue:Queue", [
        {
            id: "sqs-queue-require-encryption",
            title: "Queues are encrypted at rest",
            property: "sqsManagedSseEnabled",
            must: equalTo(true),
            absentIs: true,
            when: (properties) => !properties.at("kmsMasterKeyId").exists,
            severity: "medium",
            controls: ["SQS.1"],
            why: "Events that could not be delivered would lie in plain.",
            fix: "Set sqsManagedSseEnabled to true or leave it out, or set kmsMasterKeyId.",
            links: [
                "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html",
            ],
            violatedBy: false,
        },
    ]),
];
