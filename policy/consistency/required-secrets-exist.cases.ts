import type { PolicyCases } from "../../test/policy/cases";

const PASSWORD = "random:index/randomPassword:RandomPassword";

export const cases: PolicyCases = {
    violations: [
        {
            when: "a secret is not listed",
            change: (stack) =>
                stack.setValue("externalSecrets.application.keys", [
                    "NEXTAUTH_SECRET",
                    "JWT_SIGNING_SECRET",
                    "CONNECTOR_ENCRYPTION_KEY",
                    "API_KEY_PEPPER",
                    "CRON_SECRET",
                ]),
            at: "kubernetes:helm.sh/v3:Release kaireon",
            message:
                "kaireon (kubernetes:helm.sh/v3:Release): values.externalSecrets.application.keys lacks WEBHOOK_SIGNING_SECRET, which pods need in production. Add it.",
        },
        {
            when: "a secret is too short",
            change: (stack) => stack.set(PASSWORD, "secrets-NEXTAUTH_SECRET", "length", 24),
            at: "random:index/randomPassword:RandomPassword secrets-NEXTAUTH_SECRET",
            message:
                "secrets-NEXTAUTH_SECRET (random:index/randomPassword:RandomPassword): length is 24; it must be at least 32 for the application to start. Raise it.",
        },
        {
            when: "a listed secret is not generated",
            change: (stack) => stack.remove(PASSWORD, "secrets-WEBHOOK_SIGNING_SECRET"),
            at: "aws:secretsmanager/secretVersion:SecretVersion secrets-values",
            message:
                "secrets-values (aws:secretsmanager/secretVersion:SecretVersion): secretString is made of 7 generated passwords, but values.externalSecrets.application.keys lists 8. Generate the others.",
        },
        {
            when: "the secret itself is not named",
            change: (stack) => stack.setValue("externalSecrets.application.secretArn", ""),
            at: "kubernetes:helm.sh/v3:Release kaireon",
            message:
                'kaireon (kubernetes:helm.sh/v3:Release): values.externalSecrets.application.secretArn is "": pods get none of NEXTAUTH_SECRET, JWT_SIGNING_SECRET, CONNECTOR_ENCRYPTION_KEY, WEBHOOK_SIGNING_SECRET, API_KEY_PEPPER, CRON_SECRET. Give the secret\'s ARN.',
        },
    ],
    absent: [
        {
            when: "nothing is listed",
            change: (stack) => stack.unsetValue("externalSecrets.application.keys").setValue("cron.enabled", false),
            at: "kubernetes:helm.sh/v3:Release kaireon",
            message:
                "kaireon (kubernetes:helm.sh/v3:Release): values.externalSecrets.application.keys lacks NEXTAUTH_SECRET, JWT_SIGNING_SECRET, CONNECTOR_ENCRYPTION_KEY, WEBHOOK_SIGNING_SECRET, API_KEY_PEPPER, CRON_SECRET, which pods need in production. Add it.",
        },
        {
            when: "it is no production",
            passes: true,
            change: (stack) => stack.unsetValue("config.NODE_ENV").unsetValue("externalSecrets"),
        },
    ],
    uncheckedInLarge: [
        "secrets-values (aws:secretsmanager/secretVersion:SecretVersion): secretString is not known before the update",
    ],
    unknown: [
        {
            when: "the list is not known",
            change: (stack) => stack.setValueUnknown("externalSecrets.application.keys"),
            unchecked:
                "kaireon (kubernetes:helm.sh/v3:Release): values.externalSecrets.application.keys is not known before the update",
        },
        {
            when: "pods get their secrets in another way",
            change: (stack) => stack.setValue("externalSecrets.enabled", false),
            unchecked:
                "kaireon (kubernetes:helm.sh/v3:Release): where pods get the application's secrets does not show in the values",
        },
    ],
};
