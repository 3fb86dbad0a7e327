import type { EventArchiveArgs, EventBusArgs, EventEndpointArgs, EventTargetArgs } from "@pulumi/aws/cloudwatch";
import type { ScheduleArgs } from "@pulumi/aws/scheduler";
import { controls } from "../control";
import { equalTo, given, ownKey } from "../requirement";

const PAGE = "https://docs.aws.amazon.com/securityhub/latest/userguide/eventbridge-controls.html";

export const eventbridgeControls = [
    ...controls<EventBusArgs>("aws:cloudwatch/eventBus:EventBus", [
        {
            id: "eventbridge-bus-require-customer-key",
            title: "Event buses are encrypted with a key of the stack",
            property: "kmsKeyIdentifier",
            must: ownKey(),
            severity: "low",
            controls: ["X-EVENTBRIDGE-CMK"],
            why: "When nothing is said AWS owns the key: its use is in no trail, and access cannot be withdrawn.",
            fix: "Set kmsKeyIdentifier to the ARN of a KMS key of this stack.",
            links: ["https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-encryption.html"],
            violatedBy: "",
        },
        {
            id: "eventbridge-bus-require-dead-letter-queue",
            title: "Events that a bus cannot decrypt are kept",
            property: "deadLetterConfig.arn",
            must: given("the ARN of a queue"),
            when: (properties) => properties.at("kmsKeyIdentifier").exists,
            severity: "medium",
            controls: ["X-EVENTBRIDGE-DLQ"],
            why: "While the bus's key is disabled or denied, events that were taken would be dropped without a trace.",
            fix: "Set deadLetterConfig.arn to an SQS queue that EventBridge may write to.",
            links: ["https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-encryption-event-bus-cmkey.html"],
            violatedBy: "",
        },
    ]),
    ...controls<EventArchiveArgs>("aws:cloudwatch/eventArchive:EventArchive", [
        {
            id: "eventbridge-archive-require-customer-key",
            title: "Archives of events are encrypted with a key of the stack",
            property: "kmsKeyIdentifier",
            must: ownKey(),
            severity: "low",
            controls: ["X-EVENTBRIDGE-CMK"],
            why: "When nothing is said AWS owns the key: its use is in no trail, and access cannot be withdrawn.",
            fix: "Set kmsKeyIdentifier to the ARN of a KMS key of this stack.",
            links: ["https://docs.aws.amazon.com/eventbridge/latest/userguide/encryption-archives.html"],
            violatedBy: "",
        },
    ]),
    ...controls<EventTargetArgs>("aws:cloudwatch/eventTarget:EventTarget", [
        {
            id: "eventbridge-target-require-dead-letter-queue",
            title: "Events that a target does not take are kept",
            property: "deadLetterConfig.arn",
            must: given("the ARN of a queue"),
            severity: "medium",
            controls: ["X-EVENTBRIDGE-DLQ"],
            why: "Events that cannot be delivered would be dropped without a trace.",
            fix: "Set deadLetterConfig.arn to an SQS queue that EventBridge may write to.",
            links: ["https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html"],
            violatedBy: "",
        },
        {
            id: "eventbridge-target-require-retry-bound",
            title: "Deliveries to a target are retried within a bound",
            property: "retryPolicy.maximumEventAgeInSeconds",
            must: given("a number of seconds"),
            severity: "medium",
            controls: ["X-EVENTBRIDGE-DLQ"],
            why: "Unbounded means a day and 185 tries: an old event arrives after the newer ones.",
            fix: "Set retryPolicy.maximumEventAgeInSeconds (and maximumRetryAttempts) to what the consumer can bear.",
            links: ["https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-retry-policy.html"],
            violatedBy: "",
        },
    ]),
    ...controls<EventEndpointArgs>("aws:cloudwatch/eventEndpoint:EventEndpoint", [
        {
            id: "eventbridge-endpoint-require-replication",
            title: "Global endpoints replicate their events",
            property: "replicationConfig.state",
            must: equalTo("ENABLED"),
            absentIs: "ENABLED",
            severity: "medium",
            controls: ["EventBridge.4"],
            why: "After a fail-over the other region would not know the events of the last minutes.",
            fix: 'Set replicationConfig.state to "ENABLED", or leave it out.',
            links: [`${PAGE}#eventbridge-4`],
            violatedBy: "DISABLED",
        },
    ]),
    ...controls<ScheduleArgs>("aws:scheduler/schedule:Schedule", [
        {
            id: "eventbridge-schedule-require-customer-key",
            title: "Schedules are encrypted with a key of the stack",
            property: "kmsKeyArn",
            must: ownKey(),
            severity: "low",
            controls: ["CKV_AWS_297"],
            why: "What a schedule sends could carry a credential, readable with a key that AWS owns.",
            fix: "Set kmsKeyArn to the ARN of a KMS key of this stack.",
            links: ["https://docs.aws.amazon.com/scheduler/latest/UserGuide/encryption-rest.html"],
            violatedBy: "",
        },
    ]),
];
