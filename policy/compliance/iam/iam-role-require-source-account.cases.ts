import type { PolicyCases } from "../../../test/policy/cases";

const ROLE = "aws:iam/role:Role";
const STATEMENT = { Effect: "Allow", Principal: { Service: "monitoring.rds.amazonaws.com" }, Action: "sts:AssumeRole" };
const message = `postgres-monitoring (${ROLE}): assumeRolePolicy, statement 1, trusts monitoring.rds.amazonaws.com for every account. Add a condition on aws:SourceAccount.`;
const at = `${ROLE} postgres-monitoring`;

export const cases: PolicyCases = {
    violations: [
        {
            when: "the condition lets a request without the fact pass",
            change: (stack) =>
                stack.set(ROLE, "postgres-monitoring", "assumeRolePolicy", {
                    Statement: [
                        { ...STATEMENT, Condition: { StringEqualsIfExists: { "aws:SourceAccount": "123456789012" } } },
                    ],
                }),
            at,
            message,
        },
    ],
    absent: [
        {
            when: "there is no condition",
            change: (stack) => stack.set(ROLE, "postgres-monitoring", "assumeRolePolicy", { Statement: STATEMENT }),
            at,
            message,
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
