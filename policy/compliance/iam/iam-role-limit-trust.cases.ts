import type { PolicyCases } from "../../../test/policy/cases";

const ROLE = "aws:iam/role:Role";
const at = `${ROLE} postgres-monitoring`;
const trust = (statement: object) => JSON.stringify({ Statement: [{ Effect: "Allow", ...statement }] });

export const cases: PolicyCases = {
    violations: [
        {
            when: "a role trusts every account",
            change: (stack) =>
                stack.set(
                    ROLE,
                    "postgres-monitoring",
                    "assumeRolePolicy",
                    trust({ Principal: { AWS: ["*"] }, Action: "sts:AssumeRole" }),
                ),
            at,
            message: `postgres-monitoring (${ROLE}): assumeRolePolicy, statement 1, trusts AWS:*. Name who may take the role.`,
        },
        {
            when: "a role trusts all but one",
            change: (stack) =>
                stack.set(
                    ROLE,
                    "postgres-monitoring",
                    "assumeRolePolicy",
                    trust({ NotPrincipal: { AWS: "arn:aws:iam::123456789012:root" }, Action: "sts:AssumeRole" }),
                ),
            at,
            message: `postgres-monitoring (${ROLE}): assumeRolePolicy, statement 1, trusts all but a few. Name who may take the role.`,
        },
    ],
    absent: [
        {
            when: "the document has no statement",
            passes: true,
            change: (stack) => stack.set(ROLE, "postgres-monitoring", "assumeRolePolicy", "{}"),
        },
    ],
    unknown: [
        {
            when: "the document is not known",
            change: (stack) => stack.setUnknown(ROLE, "postgres-monitoring", "assumeRolePolicy"),
            unchecked: `postgres-monitoring (${ROLE}): assumeRolePolicy is not known before the update`,
        },
    ],
};
