import type { Samples } from "../../test/policy/cases";

export const samples: Samples = {
    inputs: {
        "aws:cloudwatch/eventBus:EventBus": {
            name: "kaireon",
            kmsKeyIdentifier: "arn:aws:kms:eu-west-1:123456789012:key/1",
            deadLetterConfig: {
                arn: "arn:aws:sqs:eu-west-1:123456789012:undelivered",
            },
        },
        "aws:cloudwatch/eventArchive:EventArchive": {
            eventSourceArn: "arn:aws:events:eu-west-1:123456789012:event-bus/kaireon",
            kmsKeyIdentifier: "arn:aws:kms:eu-west-1:123456789012:key/1",
        },
        "aws:cloudwatch/eventTarget:EventTarget": {
            rule: "decisions",
            arn: "arn:aws:sqs:eu-west-1:123456789012:undelivered",
            deadLetterConfig: {
                arn: "arn:aws:sqs:eu-west-1:123456789012:undelivered",
            },
            retryPolicy: {
                maximumEventAgeInSeconds: 3600,
                maximumRetryAttempts: 10,
            },
        },
        "aws:cloudwatch/eventEndpoint:EventEndpoint": {
            replicationConfig: {
                state: "ENABLED",
            },
        },
        "aws:scheduler/schedule:Schedule": {
            scheduleExpression: "rate(1 hour)",
            kmsKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/1",
        },
    },
};
