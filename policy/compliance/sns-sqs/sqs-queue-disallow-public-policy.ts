import { disallowPublicAccess } from "../public-access";

export const sqsQueueDisallowPublicPolicy = disallowPublicAccess({
    id: "sqs-queue-disallow-public-policy",
    title: "No queue is open to everybody",
    why: "Strangers could read events, or send false ones.",
    fix: "Name the services and accounts that use the queue, or fix their account by a condition such as aws:SourceAccount",
    severity: "medium",
    controls: ["SQS.3"],
    links: ["https://docs.aws.amazon.com/securityhub/latest/userguide/sqs-controls.html#sqs-3"],
    documents: { "aws:sqs/queue:Queue": "policy", "aws:sqs/queuePolicy:QueuePolicy": "policy" },
});
