import * as pulumi from "@pulumi/pulumi";
import type { Tier } from "../../app/tiers";
import type { Statement } from "../../iam/policy-document";
import type { TierGrant } from "../backend";

/** Tiers that search or index: the api answers searches, jobs of the worker fill the index. */
export const SEARCH_TIERS: readonly Tier[] = ["api", "worker"];

const HTTP = ["es:ESHttpDelete", "es:ESHttpGet", "es:ESHttpHead", "es:ESHttpPatch", "es:ESHttpPost", "es:ESHttpPut"];

/** Who passes the domain's own door: these roles and nobody else. What they may do behind it the security plugin decides. */
export function domainPolicy(
    domainArn: pulumi.Input<string>,
    roleArns: readonly pulumi.Input<string>[],
): readonly Statement[] {
    return [
        { Effect: "Allow", Principal: { AWS: roleArns }, Action: HTTP, Resource: pulumi.interpolate`${domainArn}/*` },
    ];
}

export function searchGrants(domainArn: pulumi.Input<string>): readonly TierGrant[] {
    return [
        {
            tiers: SEARCH_TIERS,
            statements: [{ Effect: "Allow", Action: HTTP, Resource: pulumi.interpolate`${domainArn}/*` }],
        },
    ];
}

/** Lets OpenSearch write to the domain's log groups; without it the domain is refused. */
export function logWriterPolicy(
    logGroupArns: readonly pulumi.Input<string>[],
    accountId: string,
): readonly Statement[] {
    return [
        {
            Effect: "Allow",
            Principal: { Service: "es.amazonaws.com" },
            Action: ["logs:CreateLogStream", "logs:PutLogEvents", "logs:PutLogEventsBatch"],
            Resource: logGroupArns.map((arn) => pulumi.interpolate`${arn}:*`),
            Condition: { StringEquals: { "aws:SourceAccount": accountId } },
        },
    ];
}
