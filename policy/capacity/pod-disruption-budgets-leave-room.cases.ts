import type { PolicyCases } from "../../test/policy/cases";

const RELEASE = "kubernetes:helm.sh/v3:Release kaireon";
const LABEL = "kaireon (kubernetes:helm.sh/v3:Release)";

export const cases: PolicyCases = {
    violations: [
        {
            when: "all pods must stay",
            change: (stack) => stack.setValue("outboxPublisher.podDisruptionBudget.minAvailable", 3),
            at: RELEASE,
            message:
                `${LABEL}: values.outboxPublisher.podDisruptionBudget.minAvailable is 3 and values.outboxPublisher.replicas is 3: no pod may be taken, ` +
                "and nodes with one can never be drained. Set minAvailable to at most 2, or the replicas higher.",
        },
        {
            when: "the percentage rounds up to all of them",
            change: (stack) => stack.setValue("outboxPublisher.podDisruptionBudget.minAvailable", "67%"),
            at: RELEASE,
            message:
                `${LABEL}: values.outboxPublisher.podDisruptionBudget.minAvailable is 67% and values.outboxPublisher.replicas is 3: no pod may be taken, ` +
                "and nodes with one can never be drained. Set minAvailable to at most 2, or the replicas higher.",
        },
        {
            when: "none may be missing",
            change: (stack) => stack.setValue("api.podDisruptionBudget.maxUnavailable", 0),
            at: RELEASE,
            message: `${LABEL}: values.api.podDisruptionBudget.maxUnavailable is 0: no pod may be taken, and nodes with one can never be drained. Set it to at least 1.`,
        },
    ],
    absent: [
        {
            when: "a tier has no budget",
            passes: true,
            change: (stack) => stack.unsetValue("outboxPublisher.podDisruptionBudget"),
        },
    ],
    unknown: [
        {
            when: "the replicas are not known",
            change: (stack) => stack.setValueUnknown("outboxPublisher.replicas"),
            unchecked: `${LABEL}: values.outboxPublisher.replicas is not known before the update`,
        },
    ],
    passes: [
        {
            when: "a tier that is off has a budget without room",
            change: (stack) => stack.setValue("mcp.podDisruptionBudget", { minAvailable: 2 }),
        },
    ],
};
