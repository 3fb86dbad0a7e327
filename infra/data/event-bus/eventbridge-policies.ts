import * as pulumi from "@pulumi/pulumi";
import type { Statement } from "../../iam/policy-document";
import type { StorePlacement, TierGrant } from "../backend";

/** Tiers that put events: api and worker when something happens, the outbox publisher what waited in the outbox. */
export const PUBLISHING_TIERS = ["api", "worker", "outboxPublisher"] as const;

/** Who may do what on the bus. No key: EventBridge uses it under its own name. */
export function busGrants(busArn: pulumi.Input<string>): readonly TierGrant[] {
    return [
        {
            tiers: PUBLISHING_TIERS,
            statements: [{ Effect: "Allow", Action: "events:PutEvents", Resource: busArn }],
        },
    ];
}

/**
 * The bus's own policy: pods of the tiers that publish. It names the account with their roles as a condition and not the roles as
 * principals: a principal must exist when the policy is written, and IAM tells other services of a new role only after a while.
 */
export function busPolicy(
    busArn: pulumi.Input<string>,
    publisherRoleArns: readonly pulumi.Input<string>[],
    { partition, accountId }: Pick<StorePlacement, "partition" | "accountId">,
): readonly Statement[] {
    return [
        {
            Sid: "Publishers",
            Effect: "Allow",
            Principal: { AWS: `arn:${partition}:iam::${accountId}:root` },
            Action: "events:PutEvents",
            Resource: busArn,
            Condition: { ArnEquals: { "aws:PrincipalArn": pulumi.all([...publisherRoleArns]) } },
        },
    ];
}

/** Into the dead-letter queue: the bus and its rules alone, and nobody without TLS. */
export function queuePolicy(
    queueArn: pulumi.Input<string>,
    bus: { readonly arn: pulumi.Input<string>; readonly name: pulumi.Input<string> },
    { partition, region, accountId }: Pick<StorePlacement, "partition" | "region" | "accountId">,
): readonly Statement[] {
    const rules = pulumi.interpolate`arn:${partition}:events:${region}:${accountId}:rule/${bus.name}/*`;
    return [
        {
            Sid: "UndeliveredEvents",
            Effect: "Allow",
            Principal: { Service: "events.amazonaws.com" },
            Action: "sqs:SendMessage",
            Resource: queueArn,
            Condition: {
                StringEquals: { "aws:SourceAccount": accountId },
                ArnLike: { "aws:SourceArn": pulumi.all([bus.arn, rules]) },
            },
        },
        {
            Sid: "TlsOnly",
            Effect: "Deny",
            Principal: "*",
            Action: "sqs:*",
            Resource: queueArn,
            Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
    ];
}
