import type { PolicyCases } from "../../test/policy/cases";

const RELEASE = "kubernetes:helm.sh/v3:Release kaireon";
const LABEL = "kaireon (kubernetes:helm.sh/v3:Release)";
const GROUP = "aws:eks/nodeGroup:NodeGroup";

export const cases: PolicyCases = {
    violations: [
        {
            when: "a tier may run one pod",
            change: (stack) => stack.setValue("mlWorker.autoscaling.minReplicas", 1),
            at: RELEASE,
            message: `${LABEL}: values.mlWorker.autoscaling.minReplicas is 1: one node holds all of mlWorker. Set it to at least 2.`,
        },
        {
            when: "the nodes of a tier can shrink to one",
            change: (stack) =>
                stack
                    .set(GROUP, "nodes-ml-all", "scalingConfig.minSize", 1)
                    .set(GROUP, "nodes-ml-all", "scalingConfig.desiredSize", 1),
            at: RELEASE,
            message:
                `${LABEL}: mlWorker may have all pods on one node: nodes-ml-all can shrink to 1 (scalingConfig.minSize). ` +
                "Set it to at least 2 between them.",
        },
    ],
    absent: [
        {
            when: "nothing spreads the pods of a tier",
            change: (stack) => stack.unsetValue("mlWorker.topologySpread"),
            at: RELEASE,
            message:
                `${LABEL}: values.mlWorker.topologySpread names neither host nor zone: one node may take all 2 pods of mlWorker. ` +
                "Set topologySpread.host to ScheduleAnyway or DoNotSchedule.",
        },
    ],
    unknown: [
        {
            when: "the nodes are not of this stack",
            change: (stack) => stack.removeAll(GROUP),
            unchecked: "the stack has no node groups: the release goes to nodes of another",
        },
        {
            when: "the least number of nodes is not known",
            change: (stack) => stack.setUnknown(GROUP, "nodes-ml-all", "scalingConfig.minSize"),
            unchecked: `nodes-ml-all (${GROUP}): scalingConfig.minSize is not known before the update`,
        },
    ],
    passes: [
        { when: "the workers scale to zero", change: (stack) => stack.setValue("worker.keda.minReplicas", 0) },
        {
            when: "a tier that is off would have one pod",
            change: (stack) =>
                stack.setValue("mlWorker.enabled", false).setValue("mlWorker.autoscaling.minReplicas", 1),
        },
    ],
};
