import type { Input } from "@pulumi/pulumi";
import type { Statement } from "../../iam/policy-document";
import type { TierGrant } from "../backend";

export interface TableAccess {
    readonly tableArn: Input<string>;
    readonly keyArn: Input<string>;
    readonly region: string;
}

const READ = [
    "dynamodb:DescribeTable",
    "dynamodb:GetItem",
    "dynamodb:BatchGetItem",
    "dynamodb:Query",
    "dynamodb:ConditionCheckItem",
];
const WRITE = ["dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:BatchWriteItem"];

/**
 * Who may do what on the interactions. The cron tier has none: its jobs call the API. Only workers delete (`dsar-jobs` erase a
 * customer); expired rows go by themselves.
 */
export function tableGrants({ tableArn, keyArn, region }: TableAccess): readonly TierGrant[] {
    const table = (actions: readonly string[]): Statement => ({ Effect: "Allow", Action: actions, Resource: tableArn });
    const key: Statement = {
        Effect: "Allow",
        // DynamoDB checks the caller's right to the key, not only to the table.
        Action: ["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"],
        Resource: keyArn,
        Condition: { StringEquals: { "kms:ViaService": `dynamodb.${region}.amazonaws.com` } },
    };
    return [
        { tiers: ["api", "worker"], statements: [table([...READ, ...WRITE]), key] },
        { tiers: ["worker"], statements: [table(["dynamodb:DeleteItem"])] },
    ];
}
