import type { PolicyCases } from "../../test/policy/cases";

const LABEL = "kaireon (kubernetes:helm.sh/v3:Release)";

export const cases: PolicyCases = {
    violations: [
        {
            when: "KEDA's minimum is above its maximum",
            change: (stack) => stack.setValue("worker.keda.minReplicas", 31),
            at: "kubernetes:helm.sh/v3:Release kaireon",
            message: `${LABEL}: values.worker.keda.minReplicas is 31 and values.worker.keda.maxReplicas is 30. Lower the one or raise the other.`,
        },
    ],
    absent: [
        { when: "there is no minimum", change: (stack) => stack.unsetValue("worker.keda.minReplicas"), passes: true },
    ],
    unknown: [
        {
            when: "the minimum is not known",
            change: (stack) => stack.setValueUnknown("worker.keda.minReplicas"),
            unchecked: `${LABEL}: values.worker.keda.minReplicas is not known before the update`,
        },
    ],
};
