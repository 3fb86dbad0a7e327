import type { PolicyCases } from "../../test/policy/cases";

const ADD_ON = "aws:eks/addon:Addon";
const RELEASE = "kubernetes:helm.sh/v3:Release";
const GROUP = "aws:eks/nodeGroup:NodeGroup";

export const cases: PolicyCases = {
    violations: [
        {
            when: "an add-on selects nodes that there are not",
            change: (stack) =>
                stack.set(
                    ADD_ON,
                    "add-ons-coredns",
                    "configurationValues",
                    '{"replicaCount":3,"nodeSelector":{"kaireon.ai/tier":"system"}}',
                ),
            at: "aws:eks/addon:Addon add-ons-coredns",
            message:
                "add-ons-coredns (aws:eks/addon:Addon): no node group has kaireon.ai/tier=system: its pods stay Pending. Build a node group without taints, or give its pods the selector and tolerations of one.",
        },
        {
            when: "a daemon set's tolerations leave a group out",
            change: (stack) =>
                stack.set(
                    ADD_ON,
                    "add-ons-ebs-csi",
                    "configurationValues",
                    '{"node":{"tolerations":[{"key":"kaireon.ai/tier","operator":"Equal","value":"api"},{"key":"kaireon.ai/tier","value":"ml"}]}}',
                ),
            at: "aws:eks/addon:Addon add-ons-ebs-csi",
            message:
                "add-ons-ebs-csi (aws:eks/addon:Addon): configurationValues set tolerations that do not cover kaireon.ai/tier=worker:NoSchedule of nodes-worker-all (aws:eks/nodeGroup:NodeGroup): its nodes go without the add-on. Add the toleration.",
        },
        {
            when: "a controller selects tainted nodes",
            change: (stack) =>
                stack.set(RELEASE, "controllers-keda", ["values", "nodeSelector", "kaireon.ai/tier"], "worker"),
            at: "kubernetes:helm.sh/v3:Release controllers-keda",
            message:
                "controllers-keda (kubernetes:helm.sh/v3:Release): every node group that they may run on has a taint that they do not tolerate: its pods stay Pending. Build a node group without taints, or give its pods the selector and tolerations of one.",
        },
    ],
    absent: [
        {
            when: "add-ons say nothing and a group has no taints",
            passes: true,
            change: (stack) => stack.unset(ADD_ON, "add-ons-coredns", "configurationValues"),
        },
    ],
    unknown: [
        {
            when: "an add-on's configuration is not known",
            change: (stack) => stack.setUnknown(ADD_ON, "add-ons-coredns", "configurationValues"),
            unchecked: "add-ons-coredns (aws:eks/addon:Addon): configurationValues is not known before the update",
        },
    ],
    passes: [
        { when: "the nodes are not of this stack", change: (stack) => stack.removeAll(GROUP) },
        {
            when: "an add-on tolerates the taint of the nodes that it selects",
            change: (stack) =>
                stack.set(
                    ADD_ON,
                    "add-ons-coredns",
                    "configurationValues",
                    '{"nodeSelector":{"kaireon.ai/tier":"ml"},"tolerations":[{"operator":"Exists"}]}',
                ),
        },
    ],
};
