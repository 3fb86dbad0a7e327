import * as kms from "@pulumi/aws/kms";
import * as pulumi from "@pulumi/pulumi";
import { policyDocument, type Statement } from "../iam/policy-document";

/**
 * AWS services that use a key under their own name. All others (RDS, ElastiCache, OpenSearch, MSK, DynamoDB, Secrets Manager) use it on
 * behalf of the identity that calls them, or by a grant which that identity creates: for them the account's statement is enough.
 */
export type KeyService = "logs" | "alarms" | "events";

export interface EncryptionKeyArgs {
    /** What the key encrypts, in a few words: `Aurora cluster kaireon-large`. */
    readonly description: string;
    readonly region: string;
    readonly accountId: string;
    readonly partition: string;
    /** Default: none. */
    readonly services?: readonly KeyService[];
    /** A key that is gone takes its data with it: refuse to delete it, and keep it for 30 days if it is deleted all the same. */
    readonly protect: boolean;
}

/** A customer-managed key with its alias; one per store, so that access to one store's data never follows from another's. */
export class EncryptionKey extends pulumi.ComponentResource {
    readonly arn: pulumi.Output<string>;

    constructor(name: string, args: EncryptionKeyArgs, opts?: pulumi.ComponentResourceOptions) {
        super("kaireon:data:EncryptionKey", name, {}, opts);

        const key = new kms.Key(
            name,
            {
                description: args.description,
                policy: policyDocument(keyPolicy(args)),
                enableKeyRotation: true,
                // The shortest window AWS allows for a stack that is meant to leave nothing behind.
                deletionWindowInDays: args.protect ? 30 : 7,
            },
            { parent: this, protect: args.protect },
        );
        new kms.Alias(`${name}-alias`, { targetKeyId: key.keyId }, { parent: this });

        this.arn = key.arn;
        this.registerOutputs({ arn: this.arn });
    }
}

/** The key's policy. Without the account's statement nobody could administer the key and no IAM policy could allow its use. */
export function keyPolicy(
    args: Pick<EncryptionKeyArgs, "region" | "accountId" | "partition" | "services">,
): readonly Statement[] {
    const account: Statement = {
        Sid: "Account",
        Effect: "Allow",
        Principal: { AWS: `arn:${args.partition}:iam::${args.accountId}:root` },
        Action: "kms:*",
        Resource: "*",
    };
    return [account, ...(args.services ?? []).flatMap((service) => SERVICE_STATEMENTS[service](args))];
}

type KeyPlace = Pick<EncryptionKeyArgs, "region" | "accountId" | "partition">;

const SERVICE_STATEMENTS: Readonly<Record<KeyService, (place: KeyPlace) => Statement | readonly Statement[]>> = {
    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
    logs: ({ region, accountId, partition }) => ({
        Sid: "LogGroups",
        Effect: "Allow",
        Principal: { Service: `logs.${region}.amazonaws.com` },
        Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
        Resource: "*",
        Condition: {
            ArnLike: {
                "kms:EncryptionContext:aws:logs:arn": `arn:${partition}:logs:${region}:${accountId}:log-group:*`,
            },
        },
    }),
    // An alarm that may not use the topic's key is dropped without a word. https://repost.aws/knowledge-center/cloudwatch-configure-alarm-sns
    alarms: ({ accountId }) => ({
        Sid: "Alarms",
        Effect: "Allow",
        Principal: { Service: ["cloudwatch.amazonaws.com", "events.rds.amazonaws.com"] },
        Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
        Resource: "*",
        Condition: { StringEquals: { "aws:SourceAccount": accountId } },
    }),
    // DescribeKey comes before there is a bus, and an archive's calls name the bus in the encryption context alone.
    // https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-encryption-key-policy.html
    events: ({ region, accountId, partition }) => [
        {
            Sid: "EventBuses",
            Effect: "Allow",
            Principal: { Service: "events.amazonaws.com" },
            Action: "kms:DescribeKey",
            Resource: "*",
        },
        {
            Sid: "Events",
            Effect: "Allow",
            Principal: { Service: "events.amazonaws.com" },
            Action: ["kms:Decrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"],
            Resource: "*",
            Condition: {
                ArnLike: {
                    "kms:EncryptionContext:aws:events:event-bus:arn": `arn:${partition}:events:${region}:${accountId}:event-bus/*`,
                },
            },
        },
        // Into an encrypted dead-letter queue EventBridge writes under its own name, and SQS then asks for the key in that name.
        {
            Sid: "UndeliveredEvents",
            Effect: "Allow",
            Principal: { Service: "events.amazonaws.com" },
            Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
            Resource: "*",
            Condition: { StringEquals: { "aws:SourceAccount": accountId } },
        },
    ],
};
