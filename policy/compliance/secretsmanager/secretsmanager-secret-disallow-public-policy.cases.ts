import type { PolicyCases } from "../../../test/policy/cases";
import { UNKNOWNS } from "../../graph/unknown";

const TYPE = "aws:secretsmanager/secretPolicy:SecretPolicy";
const PUBLIC = JSON.stringify({
    Statement: [{ Effect: "Allow", Principal: { AWS: "*" }, Action: "secretsmanager:GetSecretValue", Resource: "*" }],
});

export const cases: PolicyCases = {
    violations: [
        {
            when: "the document lets everybody in",
            change: (stack) =>
                stack.add({
                    type: TYPE,
                    name: "secrets-policy",
                    props: { secretArn: "secrets", blockPublicPolicy: true, policy: PUBLIC },
                }),
            at: `${TYPE} secrets-policy`,
            message: `secrets-policy (${TYPE}): policy allows secretsmanager:GetSecretValue to everybody in statement 1. Name the roles that read the secret.`,
        },
    ],
    absent: [
        {
            when: "there is no document",
            passes: true,
            change: (stack) =>
                stack.add({
                    type: TYPE,
                    name: "secrets-policy",
                    props: { secretArn: "secrets", blockPublicPolicy: true },
                }),
        },
    ],
    unknown: [
        {
            when: "the document is not known",
            change: (stack) =>
                stack.add({
                    type: TYPE,
                    name: "secrets-policy",
                    props: { secretArn: "secrets", blockPublicPolicy: true, policy: UNKNOWNS.string },
                }),
            unchecked: `secrets-policy (${TYPE}): policy is not known before the update`,
        },
    ],
};
