import type { PolicyCases } from "../../test/policy/cases";

const LABEL = "kaireon (kubernetes:helm.sh/v3:Release)";
const MEASURED = { decisionsPerSecond: 5000, decisionsPerPod: 110 };
const notKnown = (what: string, fix: string) =>
    `${LABEL}: ${what}, so whether the api's maximum serves the target rate is not known. ${fix}`;
const NOT_MEASURED = notKnown("what one api pod serves is not stated", "Measure and set decisionsPerPod");

export const cases: PolicyCases = {
    violations: [
        {
            when: "a pod serves less than the target needs of it",
            change: () => undefined,
            config: { ...MEASURED, decisionsPerPod: 87 },
            at: "kubernetes:helm.sh/v3:Release kaireon",
            message:
                `${LABEL}: values.api.autoscaling.maxReplicas is 50, but 5000 decisions a second need 58 api pods of 87. ` +
                "Set it to at least 58.",
        },
        {
            when: "the maximum is lower than the target needs",
            change: (stack) => stack.setValue("api.autoscaling.maxReplicas", 45),
            config: MEASURED,
            at: "kubernetes:helm.sh/v3:Release kaireon",
            message:
                `${LABEL}: values.api.autoscaling.maxReplicas is 45, but 5000 decisions a second need 46 api pods of 110. ` +
                "Set it to at least 46.",
        },
    ],
    absent: [
        {
            when: "the api runs elsewhere",
            change: (stack) => stack.setValue("api.enabled", false),
            config: { ...MEASURED, decisionsPerPod: 87 },
            passes: true,
        },
    ],
    uncheckedInLarge: [NOT_MEASURED],
    unknown: [
        {
            when: "the target rate is not stated",
            change: () => undefined,
            config: { decisionsPerPod: 87 },
            unchecked: notKnown("the target rate is not stated", "Set decisionsPerSecond"),
        },
        {
            when: "the values do not say how many pods there may be",
            change: (stack) => stack.unsetValue("api.autoscaling.maxReplicas"),
            config: MEASURED,
            unchecked: notKnown("values.api.autoscaling.maxReplicas is not set", "Set it"),
        },
        {
            when: "the maximum is not known",
            change: (stack) => stack.setValueUnknown("api.autoscaling.maxReplicas"),
            config: MEASURED,
            unchecked: `${LABEL}: values.api.autoscaling.maxReplicas is not known before the update`,
        },
    ],
    passes: [
        {
            when: "the maximum is just enough",
            change: (stack) => stack.setValue("api.autoscaling.maxReplicas", 46),
            config: MEASURED,
        },
    ],
};
