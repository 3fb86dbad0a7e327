import * as sns from "@pulumi/aws/sns";
import * as pulumi from "@pulumi/pulumi";
import { policyDocument, type Statement } from "../iam/policy-document";
import { EncryptionKey } from "./encryption-key";

export interface AlarmTopicArgs {
    readonly region: string;
    readonly accountId: string;
    readonly partition: string;
    /** Gets a mail per alarm once its owner has confirmed the subscription. Default: nobody; subscribe anything else to the topic. */
    readonly email?: string;
}

/** Where alarms and database events of a stack go. */
export class AlarmTopic extends pulumi.ComponentResource {
    readonly arn: pulumi.Output<string>;

    constructor(name: string, args: AlarmTopicArgs, opts?: pulumi.ComponentResourceOptions) {
        super("kaireon:data:AlarmTopic", name, {}, opts);
        const child = { parent: this };

        // Not protected: the topic holds nothing. AWS's own key for SNS cannot be opened to CloudWatch, so alarms would be lost with it.
        const key = new EncryptionKey(
            `${name}-key`,
            { ...args, description: "Alarm notifications", services: ["alarms"], protect: false },
            child,
        );
        const topic = new sns.Topic(name, { kmsMasterKeyId: key.arn }, child);
        new sns.TopicPolicy(
            `${name}-policy`,
            { arn: topic.arn, policy: policyDocument(topicPolicy(topic.arn, args.accountId)) },
            child,
        );
        if (args.email !== undefined) {
            new sns.TopicSubscription(
                `${name}-email`,
                { topic: topic.arn, protocol: "email", endpoint: args.email },
                child,
            );
        }

        this.arn = topic.arn;
        this.registerOutputs({ arn: this.arn });
    }
}

/** Only alarms and RDS events of this account may publish, and nobody without TLS. */
export function topicPolicy(topicArn: pulumi.Input<string>, accountId: string): readonly Statement[] {
    return [
        {
            Sid: "Alarms",
            Effect: "Allow",
            Principal: { Service: ["cloudwatch.amazonaws.com", "events.rds.amazonaws.com"] },
            Action: "sns:Publish",
            Resource: topicArn,
            Condition: { StringEquals: { "aws:SourceAccount": accountId } },
        },
        {
            Sid: "TlsOnly",
            Effect: "Deny",
            Principal: "*",
            Action: "sns:Publish",
            Resource: topicArn,
            Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
    ];
}
