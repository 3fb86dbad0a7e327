import type { PolicyCases } from "../../../test/policy/cases";

const RELEASE = "kubernetes:helm.sh/v3:Release";

export const cases: PolicyCases = {
    violations: [
        {
            when: "two pods are enough",
            change: (stack) => stack.setValue("api.autoscaling.minReplicas", 2),
            at: `${RELEASE} kaireon`,
            message: `kaireon (${RELEASE}): values.api.autoscaling.minReplicas is 2; it must be at least 3. Raise it.`,
        },
    ],
    absent: [
        {
            when: "the chart's own three hold",
            passes: true,
            change: (stack) => stack.unsetValue("api.autoscaling.minReplicas"),
        },
    ],
    unknown: [
        {
            when: "the number is not known",
            change: (stack) => stack.setValueUnknown("api.autoscaling.minReplicas"),
            unchecked: `kaireon (${RELEASE}): values.api.autoscaling.minReplicas is not known before the update`,
        },
    ],
};
