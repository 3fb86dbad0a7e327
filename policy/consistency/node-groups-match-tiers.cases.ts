import type { PolicyCases } from "../../test/policy/cases";

const GROUP = "aws:eks/nodeGroup:NodeGroup";

export const cases: PolicyCases = {
    violations: [
        {
            when: "the tier that a group is for is off",
            change: (stack) => stack.setValue("mlWorker.enabled", false),
            at: "aws:eks/nodeGroup:NodeGroup nodes-ml-all",
            message:
                "nodes-ml-all (aws:eks/nodeGroup:NodeGroup): no enabled tier of kaireon (kubernetes:helm.sh/v3:Release) (api, cron, worker, outboxPublisher) both selects its labels (kaireon.ai/tier=ml) and tolerates its taints (kaireon.ai/tier=ml:NoSchedule): its nodes stay empty. Give a tier that selector and toleration, or remove the group.",
        },
        {
            when: "a tier selects other nodes than those made for it",
            change: (stack) => stack.setValue("worker.nodeSelector", { "kaireon.ai/tier": "general" }),
            also: { "node-groups-hold-maximum-replicas": "the general nodes have no room for the workers" },
            at: "aws:eks/nodeGroup:NodeGroup nodes-worker-all",
            message:
                "nodes-worker-all (aws:eks/nodeGroup:NodeGroup): no enabled tier of kaireon (kubernetes:helm.sh/v3:Release) (api, cron, worker, mlWorker, outboxPublisher) both selects its labels (kaireon.ai/tier=worker) and tolerates its taints (kaireon.ai/tier=worker:NoSchedule): its nodes stay empty. Give a tier that selector and toleration, or remove the group.",
        },
    ],
    absent: [
        {
            when: "the group's labels are left out",
            change: (stack) => stack.unset(GROUP, "nodes-ml-all", "labels"),
            at: "aws:eks/nodeGroup:NodeGroup nodes-ml-all",
            message:
                "nodes-ml-all (aws:eks/nodeGroup:NodeGroup): no enabled tier of kaireon (kubernetes:helm.sh/v3:Release) (api, cron, worker, mlWorker, outboxPublisher) both selects its labels (nothing) and tolerates its taints (kaireon.ai/tier=ml:NoSchedule): its nodes stay empty. Give a tier that selector and toleration, or remove the group.",
            also: { "tiers-match-node-groups": "the tier then finds no group with its labels" },
        },
        {
            when: "a group that nobody selects has no taints",
            passes: true,
            change: (stack) => stack.unset(GROUP, "nodes-ml-all", "taints").unset(GROUP, "nodes-ml-all", "labels"),
        },
    ],
    passes: [
        {
            when: "a group that no tier selects may be empty, as that of measured load",
            change: (stack) =>
                stack.setValue("mlWorker.enabled", false).set(GROUP, "nodes-ml-all", "scalingConfig.minSize", 0),
        },
    ],
    unknown: [
        {
            when: "it is not known whether a group that no tier selects may be empty",
            change: (stack) =>
                stack.setValue("mlWorker.enabled", false).setUnknown(GROUP, "nodes-ml-all", "scalingConfig"),
            unchecked:
                "nodes-ml-all (aws:eks/nodeGroup:NodeGroup): scalingConfig.minSize is not known before the update",
        },
        {
            when: "the taints of a group are not known",
            change: (stack) => stack.setUnknown(GROUP, "nodes-ml-all", "taints"),
            unchecked: "nodes-ml-all (aws:eks/nodeGroup:NodeGroup): taints is not known before the update",
        },
        {
            when: "a tier leaves its nodes to the chart's defaults",
            change: (stack) => stack.unsetValue("mlWorker"),
            unchecked:
                "kaireon (kubernetes:helm.sh/v3:Release): values.mlWorker has neither nodeSelector nor tolerations: the chart's own may apply",
        },
    ],
};
