import type { PolicyCases } from "../../../test/policy/cases";
import type { StackFixture } from "../../../test/policy/stack-fixture";
import { UNKNOWNS } from "../../graph/unknown";

const ROLE = "aws:iam/role:Role";
const ROLE_POLICY = "aws:iam/rolePolicy:RolePolicy";

const allow = (action: string, resource: string) =>
    JSON.stringify({ Statement: { Effect: "Allow", Action: action, Resource: resource } });
const add = (stack: StackFixture, props: Readonly<Record<string, unknown>>) =>
    stack.add({ type: ROLE_POLICY, name: "reports", props: { role: "reports", ...props } });
const refused = (actions: string) => ({
    at: `${ROLE_POLICY} reports`,
    message: `reports (${ROLE_POLICY}): statement 1 of policy allows ${actions} on every key. Name the keys in Resource.`,
});

export const cases: PolicyCases = {
    violations: [
        {
            when: "a role may decrypt with everything",
            change: (stack) => add(stack, { policy: allow("kms:Decrypt", "*") }),
            ...refused("kms:Decrypt"),
        },
        {
            when: "a role may decrypt with all keys of the account",
            change: (stack) => add(stack, { policy: allow("kms:Re*", "arn:aws:kms:*:123456789012:key/*") }),
            ...refused("kms:Re*"),
        },
        {
            when: "a role carries it inline",
            change: (stack) =>
                stack.set(ROLE, "search-admin", "inlinePolicies", [{ name: "all", policy: allow("kms:Decrypt", "*") }]),
            at: `${ROLE} search-admin`,
            message: `search-admin (${ROLE}): statement 1 of inlinePolicies.0.policy allows kms:Decrypt on every key. Name the keys in Resource.`,
        },
    ],
    absent: [{ when: "there is no document", passes: true, change: (stack) => add(stack, {}) }],
    unknown: [
        {
            when: "the document is not known",
            change: (stack) => add(stack, { policy: UNKNOWNS.string }),
            unchecked: `reports (${ROLE_POLICY}): policy is not known before the update`,
        },
    ],
    uncheckedInLarge: [
        "controllers-aws-load-balancer-controller-policy",
        "controllers-external-secrets-policy",
        "network-flow",
        "tiers-api-policy",
        "tiers-outboxPublisher-policy",
        "tiers-worker-policy",
    ].map((name) => `${name} (${ROLE_POLICY}): policy is not known before the update`),
    passes: [
        {
            when: "the key is named",
            change: (stack) => add(stack, { policy: allow("kms:Decrypt", "arn:aws:kms:eu-west-1:123456789012:key/1") }),
        },
        {
            when: "all keys may be looked at",
            change: (stack) => add(stack, { policy: allow("kms:DescribeKey", "*") }),
        },
    ],
};
