import type { PolicyCases } from "../../test/policy/cases";

const RELEASE = "kubernetes:helm.sh/v3:Release kaireon";
const LABEL = "kaireon (kubernetes:helm.sh/v3:Release)";

export const cases: PolicyCases = {
    violations: [
        {
            when: "a tier's budget is empty",
            change: (stack) => stack.setValue("api.podDisruptionBudget", {}),
            at: RELEASE,
            message: `${LABEL}: values.api.podDisruptionBudget is {}; it must have minAvailable or maxUnavailable. Set podDisruptionBudget.maxUnavailable to 1.`,
        },
    ],
    absent: [
        {
            when: "a tier has no budget",
            change: (stack) => stack.unsetValue("worker.podDisruptionBudget"),
            at: RELEASE,
            message: `${LABEL}: values.worker.podDisruptionBudget is not set; it must have minAvailable or maxUnavailable. Set podDisruptionBudget.maxUnavailable to 1.`,
        },
    ],
    unknown: [
        {
            when: "whether the tier runs is not known",
            change: (stack) => stack.setValueUnknown("worker.enabled"),
            unchecked: `${LABEL}: values.worker.enabled is not known before the update`,
        },
    ],
    passes: [
        {
            when: "the workers scale to zero",
            change: (stack) => stack.setValue("worker.keda.minReplicas", 0).unsetValue("worker.podDisruptionBudget"),
        },
        {
            when: "a tier is off",
            change: (stack) => stack.setValue("mlWorker.enabled", false).unsetValue("mlWorker.podDisruptionBudget"),
        },
    ],
};
