import type { PolicyCases } from "../../test/policy/cases";
import type { StackFixture } from "../../test/policy/stack-fixture";

const RELEASE = "kubernetes:helm.sh/v3:Release kaireon";
const LABEL = "kaireon (kubernetes:helm.sh/v3:Release)";
const UNUSED = {
    "no-store-without-selector": "the table of large is then selected by nothing",
    "roles-match-selected-backends": "the roles of large are for the stores of large",
};

/** Interactions go to Scylla, all of whose block is filled. */
const selected = (stack: StackFixture) =>
    stack
        .setValue("interactionStore.backend", "scylla")
        .setValue("config.INTERACTION_STORE", "scylla")
        .setValue("scylla.enabled", true)
        .setValue("scylla.contactPoints", "scylla.internal")
        .setValue("externalSecrets.scylla.secretArn", "arn:aws:secretsmanager:eu-west-1:123456789012:secret:scylla");

const message = (shown: string) =>
    `${LABEL}: the interaction store is scylla, but values.externalSecrets.scylla.secretArn is ${shown}; no AWS resource stands for it. ` +
    "Give the secret that holds its credentials.";

export const cases: PolicyCases = {
    violations: [
        {
            when: "the secret is left empty",
            change: (stack) => selected(stack).setValue("externalSecrets.scylla.secretArn", ""),
            at: RELEASE,
            message: message('""'),
            also: UNUSED,
        },
    ],
    absent: [
        {
            when: "the secret is left out",
            change: (stack) => selected(stack).unsetValue("externalSecrets.scylla"),
            at: RELEASE,
            message: message("not set"),
            also: UNUSED,
        },
    ],
    unknown: [
        {
            when: "it is not known whether secrets come from outside",
            change: (stack) => selected(stack).setValueUnknown("externalSecrets.enabled"),
            unchecked: `${LABEL}: values.externalSecrets.enabled is not known before the update`,
        },
    ],
    passes: [
        { when: "address and secret are given", change: selected },
        {
            when: "the secret is one of this stack, whose ARN is not known yet",
            change: (stack) => selected(stack).setValueUnknown("externalSecrets.scylla.secretArn"),
        },
    ],
};
