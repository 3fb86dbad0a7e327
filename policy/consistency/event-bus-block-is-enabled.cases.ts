import type { PolicyCases } from "../../test/policy/cases";

const RELEASE = "kubernetes:helm.sh/v3:Release kaireon";
const LABEL = "kaireon (kubernetes:helm.sh/v3:Release)";

export const cases: PolicyCases = {
    violations: [
        {
            when: "the brokers' block is off",
            change: (stack) => stack.setValue("kafka.enabled", false),
            at: RELEASE,
            message: `${LABEL}: the event bus is msk, but values.kafka.enabled is false. Set it to true.`,
        },
    ],
    absent: [{ when: "the block does not say", change: (stack) => stack.unsetValue("kafka.enabled"), passes: true }],
    unknown: [
        {
            when: "it is not known whether it is on",
            change: (stack) => stack.setValueUnknown("kafka.enabled"),
            unchecked: `${LABEL}: values.kafka.enabled is not known before the update`,
        },
    ],
    passes: [
        {
            when: "events go through Redis",
            change: (stack) =>
                stack
                    .setValue("kafka.enabled", false)
                    .setValue("eventbus.enabled", false)
                    .setValue("config.EVENT_PUBLISHER", ""),
        },
    ],
};
