import type * as pulumi from "@pulumi/pulumi";
import type { Statement } from "../../iam/policy-document";
import type { TierGrant } from "../backend";

export interface KeyspacesAccess {
    readonly tableArn: pulumi.Input<string>;
    readonly keyArn: pulumi.Input<string>;
    readonly region: string;
    readonly accountId: string;
    readonly partition: string;
}

/**
 * Who may do what on the interactions; the driver signs with SigV4. Keyspaces knows one action for INSERT, UPDATE and DELETE: who
 * writes can delete too. The cron tier has none: its jobs call the API.
 * https://docs.aws.amazon.com/keyspaces/latest/devguide/vpc-endpoints.html
 */
export function keyspacesGrants(access: KeyspacesAccess): readonly TierGrant[] {
    const { tableArn, keyArn, region, accountId, partition } = access;
    const statements: readonly Statement[] = [
        { Effect: "Allow", Action: ["cassandra:Select", "cassandra:Modify"], Resource: tableArn },
        {
            Effect: "Allow",
            // A driver reads the system keyspaces when it connects; without them it finds neither hosts nor tables.
            Action: "cassandra:Select",
            Resource: `arn:${partition}:cassandra:${region}:${accountId}:/keyspace/system*`,
        },
        {
            Effect: "Allow",
            // Keyspaces fills system.peers with the endpoint's addresses in the caller's name; else the driver opens few connections.
            Action: ["ec2:DescribeNetworkInterfaces", "ec2:DescribeVpcEndpoints"],
            Resource: "*",
        },
        {
            Effect: "Allow",
            Action: ["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"],
            Resource: keyArn,
            Condition: { StringEquals: { "kms:ViaService": `cassandra.${region}.amazonaws.com` } },
        },
    ];
    return [{ tiers: ["api", "worker"], statements }];
}
