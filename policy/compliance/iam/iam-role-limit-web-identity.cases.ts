import type { PolicyCases } from "../../../test/policy/cases";
import type { StackFixture } from "../../../test/policy/stack-fixture";

const ROLE = "aws:iam/role:Role";
const ISSUER = "oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE";
const at = `${ROLE} irsa`;
const message = `irsa (${ROLE}): assumeRolePolicy, statement 1, must name one service account and the audience sts.amazonaws.com by StringEquals. Add <issuer>:sub and <issuer>:aud.`;

function trusting(Condition: object): (stack: StackFixture) => StackFixture {
    const Principal = { Federated: `arn:aws:iam::123456789012:oidc-provider/${ISSUER}` };
    const Statement = [{ Effect: "Allow", Principal, Action: "sts:AssumeRoleWithWebIdentity", Condition }];
    return (stack) =>
        stack.add({ type: ROLE, name: "irsa", props: { assumeRolePolicy: JSON.stringify({ Statement }) } });
}

export const cases: PolicyCases = {
    violations: [
        {
            when: "every account of a namespace may take the role",
            change: trusting({
                StringEquals: { [`${ISSUER}:aud`]: "sts.amazonaws.com" },
                StringLike: { [`${ISSUER}:sub`]: "system:serviceaccount:kaireon:*" },
            }),
            at,
            message,
        },
    ],
    absent: [{ when: "there is no condition", change: trusting({}), at, message }],
    unknown: [
        {
            when: "the document is not known",
            change: (stack) => stack.setUnknown(ROLE, "postgres-monitoring", "assumeRolePolicy"),
            unchecked: `postgres-monitoring (${ROLE}): assumeRolePolicy is not known before the update`,
        },
    ],
    passes: [
        {
            when: "one account may",
            change: trusting({
                StringEquals: {
                    [`${ISSUER}:aud`]: "sts.amazonaws.com",
                    [`${ISSUER}:sub`]: "system:serviceaccount:kaireon:kaireon-api",
                },
            }),
        },
    ],
};
