import type { PolicyCases } from "../../../test/policy/cases";
import { UNKNOWNS } from "../../graph/unknown";

const TYPE = "aws:kms/keyPolicy:KeyPolicy";
const PUBLIC = JSON.stringify({
    Statement: [{ Effect: "Allow", Principal: { AWS: "*" }, Action: "kms:Decrypt", Resource: "*" }],
});

export const cases: PolicyCases = {
    violations: [
        {
            when: "the document lets everybody in",
            change: (stack) =>
                stack.add({ type: TYPE, name: "alarms-key-policy", props: { keyId: "1", policy: PUBLIC } }),
            at: `${TYPE} alarms-key-policy`,
            message: `alarms-key-policy (${TYPE}): policy allows kms:Decrypt to everybody in statement 1. Name the accounts, roles and services that use the key, or fix their account by a condition such as kms:CallerAccount.`,
        },
    ],
    absent: [
        {
            when: "there is no document",
            passes: true,
            change: (stack) => stack.add({ type: TYPE, name: "alarms-key-policy", props: { keyId: "1" } }),
        },
    ],
    unknown: [
        {
            when: "the document is not known",
            change: (stack) =>
                stack.add({ type: TYPE, name: "alarms-key-policy", props: { keyId: "1", policy: UNKNOWNS.string } }),
            unchecked: `alarms-key-policy (${TYPE}): policy is not known before the update`,
        },
    ],
};
