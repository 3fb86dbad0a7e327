import type { PolicyCases } from "../../../test/policy/cases";

const KEY = "aws:kms/key:Key";

export const cases: PolicyCases = {
    violations: [
        {
            when: "the database's key is not protected",
            change: (stack) => stack.setOptions(KEY, "postgres-key", { protect: false }),
            at: `${KEY} postgres-key`,
            message: `postgres-key (${KEY}): postgres is encrypted with it, but the option protect is not set. Set it to true.`,
            also: { "protection-fits-stack": "other keys are protected" },
        },
        {
            when: "the database's key is gone after a week",
            change: (stack) => stack.set(KEY, "postgres-key", "deletionWindowInDays", 7),
            at: `${KEY} postgres-key`,
            message: `postgres-key (${KEY}): postgres is encrypted with it, but deletionWindowInDays is 7; it must be 30. Set it to 30, or leave it out.`,
        },
    ],
    absent: [
        {
            when: "the wait is left out, which means 30 days",
            passes: true,
            change: (stack) => stack.unset(KEY, "postgres-key", "deletionWindowInDays"),
        },
    ],
    unknown: [
        {
            when: "the wait is not known",
            change: (stack) => stack.setUnknown(KEY, "postgres-key", "deletionWindowInDays"),
            unchecked: `postgres-key (${KEY}): deletionWindowInDays is not known before the update`,
        },
    ],
    passes: [
        {
            when: "no store needs the key",
            change: (stack) => stack.set(KEY, "alarms-key", "deletionWindowInDays", 7),
        },
        {
            when: "the store is to be thrown away too",
            change: (stack) =>
                stack
                    .setOptions("aws:dynamodb/table:Table", "interactions", { protect: false })
                    .setOptions(KEY, "interactions-key", { protect: false }),
        },
    ],
};
