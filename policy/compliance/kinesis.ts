import type { StreamArgs } from "@pulumi/aws/kinesis";
import { controls } from "../control";
import { atLeast, equalTo, ownKey } from "../requirement";

const PAGE = "https://docs.aws.amazon.com/securityhub/latest/userguide/kinesis-controls.html";

export const kinesisControls = [
    ...controls<StreamArgs>("aws:kinesis/stream:Stream", [
        {
            id: "kinesis-stream-require-encryption",
            title: "Streams are encrypted at rest",
            property: "encryptionType",
            must: equalTo("KMS"),
            absentIs: "NONE",
            severity: "medium",
            controls: ["Kinesis.1"],
            why: "Events of customers would lie on disk in plain.",
            fix: 'Set encryptionType to "KMS" and kmsKeyId to a key of this stack.',
            links: [`${PAGE}#kinesis-1`],
            violatedBy: "NONE",
        },
        {
            id: "kinesis-stream-require-customer-key",
            title: "Streams are encrypted with a key of the stack",
            property: "kmsKeyId",
            must: ownKey(),
            severity: "medium",
            controls: ["Kinesis.1", "CKV_AWS_185"],
            why: "The key that AWS keeps for Kinesis cannot be opened to another account, nor closed to a role.",
            fix: "Set kmsKeyId to the ARN of a KMS key of this stack.",
            links: ["https://docs.aws.amazon.com/streams/latest/dev/server-side-encryption.html"],
            violatedBy: "alias/aws/kinesis",
        },
        {
            id: "kinesis-stream-require-retention",
            title: "Streams keep events for a week",
            property: "retentionPeriod",
            must: atLeast(168),
            absentIs: 24,
            severity: "medium",
            controls: ["Kinesis.3"],
            why: "A consumer that is down over a weekend would lose events for good.",
            fix: "Set retentionPeriod to 168 hours or more.",
            links: [`${PAGE}#kinesis-3`],
            violatedBy: 24,
        },
    ]),
];
