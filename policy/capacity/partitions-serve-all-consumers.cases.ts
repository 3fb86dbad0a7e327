import type { PolicyCases } from "../../test/policy/cases";

const LABEL = "kaireon (kubernetes:helm.sh/v3:Release)";
const TOPIC = "aws:msk/topic:Topic";
const NAME = "kafka-outcome.recorded";

export const cases: PolicyCases = {
    violations: [
        {
            when: "a topic has fewer partitions than there may be workers",
            change: (stack) => stack.set(TOPIC, NAME, "partitionCount", 12),
            at: `${TOPIC} ${NAME}`,
            message:
                `${NAME} (${TOPIC}): partitionCount is 12, but values.worker.keda.maxReplicas of ${LABEL} is 30: 18 pods would read nothing. ` +
                "Set it to at least 30, or lower the maximum.",
        },
    ],
    absent: [{ when: "the topics are not of this stack", change: (stack) => stack.removeAll(TOPIC), passes: true }],
    unknown: [
        {
            when: "the partitions are not known",
            change: (stack) => stack.setUnknown(TOPIC, NAME, "partitionCount"),
            unchecked: `${NAME} (${TOPIC}): partitionCount is not known before the update`,
        },
        {
            when: "the maximum of workers is not known",
            change: (stack) => stack.setValueUnknown("worker.keda.maxReplicas"),
            unchecked: `${LABEL}: values.worker.keda.maxReplicas is not known before the update`,
        },
    ],
    passes: [
        {
            when: "the workers are off",
            change: (stack) => stack.setValue("worker.enabled", false).set(TOPIC, NAME, "partitionCount", 12),
        },
    ],
};
