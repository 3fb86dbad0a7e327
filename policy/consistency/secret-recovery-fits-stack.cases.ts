import type { PolicyCases } from "../../test/policy/cases";

const SECRET = "aws:secretsmanager/secret:Secret";

export const cases: PolicyCases = {
    violations: [
        {
            when: "a protected stack deletes a secret at once",
            change: (stack) => stack.set(SECRET, "redis-auth", "recoveryWindowInDays", 0),
            at: "aws:secretsmanager/secret:Secret redis-auth",
            message:
                "redis-auth (aws:secretsmanager/secret:Secret): recoveryWindowInDays is 0, but the stack's stores are protected; it must be at least 7. Raise it.",
        },
    ],
    absent: [
        {
            when: "the window is left to AWS, which means 30 days",
            passes: true,
            change: (stack) => stack.unset(SECRET, "redis-auth", "recoveryWindowInDays"),
        },
    ],
    unknown: [
        {
            when: "the window is not known",
            change: (stack) => stack.setUnknown(SECRET, "redis-auth", "recoveryWindowInDays"),
            unchecked:
                "redis-auth (aws:secretsmanager/secret:Secret): recoveryWindowInDays is not known before the update",
        },
    ],
};
