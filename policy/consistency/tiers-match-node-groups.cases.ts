import type { PolicyCases } from "../../test/policy/cases";

const GROUP = "aws:eks/nodeGroup:NodeGroup";
const RELEASE = "kubernetes:helm.sh/v3:Release kaireon";

export const cases: PolicyCases = {
    violations: [
        {
            when: "a tier selects a label that no node group has",
            change: (stack) => stack.setValue(["outboxPublisher", "nodeSelector", "kaireon.ai/tier"], "publisher"),
            at: RELEASE,
            message:
                "kaireon (kubernetes:helm.sh/v3:Release): values.outboxPublisher.nodeSelector asks for kaireon.ai/tier=publisher, but no node group has these labels; they have kaireon.ai/tier=api; kaireon.ai/tier=general; kaireon.ai/tier=ml; kaireon.ai/tier=worker. Select one of them, or give a node group the labels.",
        },
        {
            when: "the toleration is for another value than the taint's",
            change: (stack) => stack.setValue("mlWorker.tolerations.0.value", "gpu"),
            at: RELEASE,
            message:
                'kaireon (kubernetes:helm.sh/v3:Release): values.mlWorker.tolerations are [{"effect":"NoSchedule","key":"kaireon.ai/tier","operator":"Equal","value":"gpu"}], but every node group that the tier selects has a taint that they do not cover: nodes-ml-all (kaireon.ai/tier=ml:NoSchedule). Add the toleration, or take the taint off the group.',
            also: { "node-groups-match-tiers": "the ml group is then out of reach of every pod" },
        },
    ],
    absent: [
        {
            when: "a tier on tainted nodes has no tolerations",
            change: (stack) => stack.unsetValue("worker.tolerations"),
            at: RELEASE,
            message:
                "kaireon (kubernetes:helm.sh/v3:Release): values.worker.tolerations are not set, but every node group that the tier selects has a taint that they do not cover: nodes-worker-all (kaireon.ai/tier=worker:NoSchedule). Add the toleration, or take the taint off the group.",
            also: { "node-groups-match-tiers": "the worker group is then out of reach of every pod" },
        },
        {
            when: "a tier selects nothing and there are nodes without taints",
            passes: true,
            change: (stack) => stack.unsetValue("outboxPublisher.nodeSelector"),
        },
    ],
    unknown: [
        {
            when: "a tier's selector is not known",
            change: (stack) => stack.setValueUnknown("api.nodeSelector"),
            unchecked:
                "kaireon (kubernetes:helm.sh/v3:Release): values.api.nodeSelector is not known before the update",
        },
    ],
    passes: [
        {
            when: "a toleration covers every taint",
            change: (stack) => stack.setValue("worker.tolerations", [{ operator: "Exists" }]),
        },
        {
            when: "the tier that selects another label is off",
            change: (stack) => stack.setValue(["stream", "nodeSelector", "kaireon.ai/tier"], "stream"),
        },
        {
            when: "the taint only discourages",
            change: (stack) =>
                stack
                    .unsetValue("mlWorker.tolerations")
                    .set(GROUP, "nodes-ml-all", "taints.0.effect", "PREFER_NO_SCHEDULE"),
        },
        {
            when: "the selector names a label that Kubernetes itself sets",
            change: (stack) => stack.setValue(["api", "nodeSelector", "kubernetes.io/os"], "linux"),
        },
    ],
};
