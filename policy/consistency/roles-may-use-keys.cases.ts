import type { PolicyCases } from "../../test/policy/cases";

const INLINE = "aws:iam/rolePolicy:RolePolicy";
const KEY = "aws:kms/key:Key";
const TABLE = "aws:dynamodb/table:Table";

const policyFor = (principal: string) =>
    JSON.stringify({ Statement: [{ Effect: "Allow", Principal: { AWS: principal }, Action: "kms:*", Resource: "*" }] });

export const cases: PolicyCases = {
    violations: [
        {
            when: "a tier's role names the table and not its key",
            change: (stack) =>
                stack.setSources(INLINE, "tiers-api-policy", "policy", ["interactions", "kafka", "search"]),
            at: "aws:iam/role:Role tier-roles-api",
            message:
                "tier-roles-api (aws:iam/role:Role): its policies are about interactions (aws:dynamodb/table:Table), which is encrypted with interactions-key (aws:kms/key:Key), but none of them allows kms:Decrypt on the key. Add a statement.",
        },
        {
            when: "the key's policy admits another role alone",
            change: (stack) => stack.set(KEY, "secrets-key", "policy", policyFor("arn:aws:iam::123456789012:role/ops")),
            at: "aws:kms/key:Key secrets-key",
            message:
                "controllers-external-secrets (aws:iam/role:Role): its policies are about secrets (aws:secretsmanager/secret:Secret), which is encrypted with secrets-key (aws:kms/key:Key), but the key's policy neither delegates to IAM nor names the role. Add one of both.",
        },
    ],
    absent: [
        {
            when: "the table has no key of its own",
            passes: true,
            change: (stack) =>
                stack
                    .unset(TABLE, "interactions", "serverSideEncryption")
                    .setSources(INLINE, "tiers-api-policy", "policy", ["interactions", "kafka", "search"]),
        },
        {
            when: "the key has the policy that KMS gives it",
            passes: true,
            change: (stack) => stack.unset(KEY, "secrets-key", "policy"),
        },
    ],
    unknown: [
        {
            when: "the key's policy is not known",
            change: (stack) => stack.setUnknown(KEY, "secrets-key", "policy"),
            unchecked: "secrets-key (aws:kms/key:Key): policy is not known before the update",
        },
    ],
};
