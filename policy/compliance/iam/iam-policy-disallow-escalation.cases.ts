import type { PolicyCases } from "../../../test/policy/cases";

const POLICY = "aws:iam/rolePolicy:RolePolicy";
const NAME = "controllers-cluster-autoscaler-policy";

export const cases: PolicyCases = {
    uncheckedInLarge: [
        "what controllers-aws-load-balancer-controller-policy, controllers-external-secrets-policy, network-flow, tiers-api-policy, tiers-outboxPublisher-policy, tiers-worker-policy allow is not known before the update",
    ],
    violations: [
        {
            when: "any role may be passed on",
            change: (stack) =>
                stack.set(POLICY, NAME, "policy", {
                    Statement: { Effect: "Allow", Action: ["iam:passrole", "ec2:RunInstances"], Resource: "*" },
                }),
            at: `${POLICY} ${NAME}`,
            message: `${NAME} (${POLICY}): policy, statement 1 allows iam:PassRole on "*". Name the roles in Resource.`,
        },
    ],
    absent: [
        { when: "there is no statement", passes: true, change: (stack) => stack.set(POLICY, NAME, "policy", "{}") },
    ],
    unknown: [
        {
            when: "which role may be passed on is not known",
            change: (stack) =>
                stack
                    .set(POLICY, NAME, "policy", { Statement: [{ Effect: "Allow", Action: "iam:PassRole" }] })
                    .setUnknown(POLICY, NAME, "policy.Statement.0.Resource"),
            unchecked: `${NAME} (${POLICY}): policy.Statement.0.Resource is not known before the update`,
        },
    ],
    passes: [
        {
            when: "one role may be passed on",
            change: (stack) =>
                stack.set(POLICY, NAME, "policy", {
                    Statement: {
                        Effect: "Allow",
                        Action: "iam:PassRole",
                        Resource: "arn:aws:iam::123456789012:role/a",
                    },
                }),
        },
    ],
};
