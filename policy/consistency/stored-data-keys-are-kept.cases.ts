import type { PolicyCases } from "../../test/policy/cases";

const PASSWORD = "random:index/randomPassword:RandomPassword";

export const cases: PolicyCases = {
    violations: [
        {
            when: "the pepper is not protected",
            change: (stack) => stack.setOptions(PASSWORD, "secrets-API_KEY_PEPPER", { protect: false }),
            at: "random:index/randomPassword:RandomPassword secrets-API_KEY_PEPPER",
            message:
                "secrets-API_KEY_PEPPER (random:index/randomPassword:RandomPassword): protect is off; data that is stored already cannot be read without this key. Set protect.",
        },
        {
            when: "the encryption key is made anew with every release",
            change: (stack) => stack.set(PASSWORD, "secrets-CONNECTOR_ENCRYPTION_KEY", "keepers", { release: "1.0.0" }),
            at: "random:index/randomPassword:RandomPassword secrets-CONNECTOR_ENCRYPTION_KEY",
            message:
                'secrets-CONNECTOR_ENCRYPTION_KEY (random:index/randomPassword:RandomPassword): keepers are {"release":"1.0.0"}; a change of one makes another key, and stored data cannot be read. Remove them.',
        },
    ],
    absent: [
        {
            when: "the stack generates neither",
            passes: true,
            change: (stack) =>
                stack.remove(PASSWORD, "secrets-API_KEY_PEPPER").remove(PASSWORD, "secrets-CONNECTOR_ENCRYPTION_KEY"),
        },
    ],
    unknown: {
        never: "a provider reports keepers that were not given as unknown; given ones are known in every preview",
    },
    passes: [
        {
            when: "another secret is not protected",
            change: (stack) => stack.setOptions(PASSWORD, "secrets-CRON_TOKEN", { protect: false }),
        },
    ],
};
