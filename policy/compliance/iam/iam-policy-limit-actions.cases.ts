import type { PolicyCases } from "../../../test/policy/cases";
import type { StackFixture } from "../../../test/policy/stack-fixture";

const POLICY = "aws:iam/rolePolicy:RolePolicy";
const NAME = "controllers-cluster-autoscaler-policy";
const LABEL = `${NAME} (${POLICY})`;
const MORE = "Name the actions, and the resources they are for.";

function allowing(statement: object): (stack: StackFixture) => StackFixture {
    const document = { Version: "2012-10-17", Statement: [{ Effect: "Allow", ...statement }] };
    return (stack) => stack.set(POLICY, NAME, "policy", JSON.stringify(document));
}

export const cases: PolicyCases = {
    uncheckedInLarge: [
        "what controllers-aws-load-balancer-controller-policy, controllers-external-secrets-policy, network-flow, tiers-api-policy, tiers-outboxPublisher-policy, tiers-worker-policy allow is not known before the update",
    ],
    violations: [
        {
            when: "all of a service is allowed on one resource",
            change: allowing({ Action: "s3:*", Resource: "arn:aws:s3:::images/*" }),
            at: `${POLICY} ${NAME}`,
            message: `${LABEL}: policy, statement 1 allows s3:*. ${MORE}`,
        },
        {
            when: "some verbs are allowed on everything",
            change: allowing({ Action: ["ec2:Describe*", "autoscaling:Set*"], Resource: ["*"] }),
            at: `${POLICY} ${NAME}`,
            message: `${LABEL}: policy, statement 1 allows autoscaling:Set*. ${MORE}`,
        },
        {
            when: "everything but one action is allowed",
            change: allowing({ NotAction: "iam:*", Resource: "arn:aws:s3:::images/*" }),
            at: `${POLICY} ${NAME}`,
            message: `${LABEL}: policy, statement 1 allows by NotAction, which is everything but a few. Name the actions and resources.`,
        },
    ],
    absent: [
        {
            when: "the document has no statement",
            passes: true,
            change: (stack) => stack.set(POLICY, NAME, "policy", "{}"),
        },
    ],
    unknown: [
        {
            when: "the resource of a statement is not known",
            change: (stack) =>
                stack
                    .set(POLICY, NAME, "policy", {
                        Statement: [{ Effect: "Allow", Action: "autoscaling:Set*", Resource: "arn:aws:s3:::images" }],
                    })
                    .setUnknown(POLICY, NAME, "policy.Statement.0.Resource"),
            unchecked: `${LABEL}: policy.Statement.0.Resource is not known before the update`,
        },
    ],
    passes: [
        {
            when: "what only reads is allowed by prefix",
            change: allowing({ Action: ["ec2:Describe*", "s3:GetObject*"], Resource: "*" }),
        },
        {
            when: "a statement denies",
            change: (stack) =>
                stack.set(POLICY, NAME, "policy", { Statement: { Effect: "Deny", NotAction: "s3:*", Resource: "*" } }),
        },
    ],
};
