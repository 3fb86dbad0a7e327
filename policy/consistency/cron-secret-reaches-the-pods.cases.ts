import type { PolicyCases } from "../../test/policy/cases";

const RELEASE = "kubernetes:helm.sh/v3:Release kaireon";
const LABEL = "kaireon (kubernetes:helm.sh/v3:Release)";
const message = `${LABEL}: values.cron.enabled is true, but values.externalSecrets.application.keys has no CRON_SECRET. Add it, or set cron.enabled to false.`;
const KEYS = "externalSecrets.application.keys";

export const cases: PolicyCases = {
    violations: [
        {
            when: "the key is missing",
            change: (stack) =>
                stack.setValue(KEYS, [
                    "NEXTAUTH_SECRET",
                    "JWT_SIGNING_SECRET",
                    "CONNECTOR_ENCRYPTION_KEY",
                    "WEBHOOK_SIGNING_SECRET",
                    "API_KEY_PEPPER",
                    "CRON_TOKEN",
                    "DRAIN_QUEUES_TOKEN",
                ]),
            at: RELEASE,
            message,
        },
    ],
    absent: [
        {
            when: "secrets do not come from outside",
            change: (stack) => stack.unsetValue("externalSecrets"),
            passes: true,
        },
        { when: "there are no CronJobs", change: (stack) => stack.setValue(KEYS, []).unsetValue("cron"), passes: true },
    ],
    unknown: [
        {
            when: "the keys are not known",
            change: (stack) => stack.setValueUnknown(KEYS),
            unchecked: `${LABEL}: values.${KEYS} is not known before the update`,
        },
    ],
};
