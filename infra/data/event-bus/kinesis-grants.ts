import type { Input } from "@pulumi/pulumi";
import type { Statement } from "../../iam/policy-document";
import type { TierGrant } from "../backend";

export interface StreamAccess {
    readonly streamArn: Input<string>;
    /** Of the stream tier's own consumer, with enhanced fan-out. */
    readonly consumerArn: Input<string> | undefined;
    readonly keyArn: Input<string>;
    readonly region: string;
}

/**
 * Who may do what on the stream: api, worker and outbox publisher put events, the stream tier reads them. It keeps its place in
 * PostgreSQL, so there is no table of leases as the Kinesis Client Library would want.
 * https://docs.aws.amazon.com/streams/latest/dev/controlling-access.html
 */
export function streamGrants({ streamArn, consumerArn, keyArn, region }: StreamAccess): readonly TierGrant[] {
    const stream = (...actions: string[]): Statement => ({ Effect: "Allow", Action: actions, Resource: streamArn });
    // Kinesis asks KMS in the caller's name: without this every put and every read is refused.
    const key = (action: string): Statement => ({
        Effect: "Allow",
        Action: action,
        Resource: keyArn,
        Condition: { StringEquals: { "kms:ViaService": `kinesis.${region}.amazonaws.com` } },
    });
    const fanOut: readonly Statement[] =
        consumerArn === undefined
            ? []
            : [
                  {
                      Effect: "Allow",
                      Action: ["kinesis:DescribeStreamConsumer", "kinesis:SubscribeToShard"],
                      Resource: consumerArn,
                  },
              ];
    return [
        {
            tiers: ["api", "worker", "outboxPublisher"],
            statements: [
                stream("kinesis:DescribeStreamSummary", "kinesis:PutRecord", "kinesis:PutRecords"),
                key("kms:GenerateDataKey"),
            ],
        },
        {
            tiers: ["stream"],
            statements: [
                stream(
                    "kinesis:DescribeStreamSummary",
                    "kinesis:GetRecords",
                    "kinesis:GetShardIterator",
                    "kinesis:ListShards",
                ),
                ...fanOut,
                key("kms:Decrypt"),
            ],
        },
    ];
}
