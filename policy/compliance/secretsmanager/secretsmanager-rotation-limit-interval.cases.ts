import type { PolicyCases } from "../../../test/policy/cases";

const ROTATION = "aws:secretsmanager/secretRotation:SecretRotation";
const NAME = "postgres-password-rotation";

const refused = (is: string) => ({
    at: `${ROTATION} ${NAME}`,
    message: `${NAME} (${ROTATION}): rotationRules ${is}; it must rotate at least every 90 days. Set automaticallyAfterDays to 90 or less.`,
});

export const cases: PolicyCases = {
    violations: [
        {
            when: "it rotates twice a year",
            change: (stack) => stack.set(ROTATION, NAME, "rotationRules", { automaticallyAfterDays: 180 }),
            ...refused("lets 180 days pass"),
        },
        {
            when: "the schedule fires every four months",
            change: (stack) => stack.set(ROTATION, NAME, "rotationRules.scheduleExpression", "cron(0 5 1 */4 ? *)"),
            ...refused("lets 124 days pass"),
        },
    ],
    absent: [
        {
            when: "there are no rules",
            change: (stack) => stack.unset(ROTATION, NAME, "rotationRules"),
            ...refused("has no schedule"),
        },
    ],
    unknown: [
        {
            when: "the schedule is not known",
            change: (stack) => stack.setUnknown(ROTATION, NAME, "rotationRules.scheduleExpression"),
            unchecked: `${NAME} (${ROTATION}): rotationRules.scheduleExpression is not known before the update`,
        },
        {
            when: "the schedule names months by letters",
            change: (stack) => stack.set(ROTATION, NAME, "rotationRules.scheduleExpression", "cron(0 5 1 JAN ? *)"),
            unchecked: `${NAME} (${ROTATION}): how often cron(0 5 1 JAN ? *) fires is not understood`,
        },
    ],
};
