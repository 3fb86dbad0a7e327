import type { PolicyCases } from "../../test/policy/cases";

const STACK = "pulumi:pulumi:Stack";
const RELEASE = "kubernetes:helm.sh/v3:Release";

export const cases: PolicyCases = {
    violations: [
        {
            when: "a value holds a URL with a password",
            change: (stack) =>
                stack.setValue("config.AUDIT_SINK", "postgresql://audit:hunter22@db.internal:5432/audit"),
            at: "kubernetes:helm.sh/v3:Release kaireon",
            message:
                "kaireon (kubernetes:helm.sh/v3:Release): values.config.AUDIT_SINK looks like a credential; it must not be plain text. Keep it in Secrets Manager and refer to it.",
        },
        {
            when: "a value is called a password",
            change: (stack) => stack.setValue("redis.external.password", "correct horse battery"),
            at: "kubernetes:helm.sh/v3:Release kaireon",
            message:
                "kaireon (kubernetes:helm.sh/v3:Release): values.redis.external.password looks like a secret by its name; it must not be plain text. Keep it in Secrets Manager and refer to it.",
        },
        {
            when: "the stack gives a key out",
            change: (stack) => stack.set(STACK, undefined, "deployKey", "-----BEGIN PRIVATE KEY-----\nMIIE"),
            at: "pulumi:pulumi:Stack kaireon-large",
            message:
                "kaireon-large (pulumi:pulumi:Stack): deployKey looks like a credential; it must not be plain text. Keep it in Secrets Manager and refer to it.",
        },
        {
            when: "values are made of a generated password",
            change: (stack) => stack.setSources(RELEASE, "controllers-keda", "values", ["redis-auth-token"]),
            at: "kubernetes:helm.sh/v3:Release controllers-keda",
            message:
                "controllers-keda (kubernetes:helm.sh/v3:Release): values are made of redis-auth-token (random:index/randomPassword:RandomPassword), so the secret is in the release and its history. Store it in Secrets Manager and give the chart the ARN.",
        },
    ],
    absent: [
        {
            when: "a release has no values",
            passes: true,
            change: (stack) => stack.unset(RELEASE, "controllers-keda", "values"),
        },
    ],
    unknown: { never: "what is not known yet is no text of the program; where it comes from shows in every preview" },
    passes: [
        {
            when: "values name secrets without being one",
            change: (stack) =>
                stack
                    .setValue("redis.external.passwordSecret", "redis-auth")
                    .setValue("mcp.env.KAIREON_API_KEY", "$(API_KEY)")
                    .setValue("api.env.TOKEN", "{{ .token }}")
                    .setValue("stream.existingSecret", "stream-secrets"),
        },
    ],
};
