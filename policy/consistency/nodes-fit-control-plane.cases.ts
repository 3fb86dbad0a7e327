import type { PolicyCases } from "../../test/policy/cases";

const GROUP = "aws:eks/nodeGroup:NodeGroup";
const CLUSTER = "aws:eks/cluster:Cluster";

export const cases: PolicyCases = {
    violations: [
        {
            when: "nodes are newer than the control plane",
            change: (stack) => stack.set(GROUP, "nodes-ml-all", "version", "1.36"),
            at: "aws:eks/nodeGroup:NodeGroup nodes-ml-all",
            message:
                "nodes-ml-all (aws:eks/nodeGroup:NodeGroup): version is 1.36, but cluster-eksCluster (aws:eks/cluster:Cluster) has 1.35; a node is never newer. Make them equal.",
        },
        {
            when: "nodes are four versions behind",
            change: (stack) => stack.set(GROUP, "nodes-ml-all", "version", "1.31"),
            also: { "eks-node-group-require-supported-version": "EKS itself supports newer ones only" },
            at: "aws:eks/nodeGroup:NodeGroup nodes-ml-all",
            message:
                "nodes-ml-all (aws:eks/nodeGroup:NodeGroup): version is 1.31, but cluster-eksCluster (aws:eks/cluster:Cluster) has 1.35; a node is at most three minor versions older. Make them equal.",
        },
    ],
    absent: [
        {
            when: "a group follows the control plane",
            passes: true,
            change: (stack) => stack.unset(GROUP, "nodes-ml-all", "version"),
        },
    ],
    unknown: [
        {
            when: "the control plane's version is not known",
            change: (stack) => stack.setUnknown(CLUSTER, "cluster-eksCluster", "version"),
            unchecked: "cluster-eksCluster (aws:eks/cluster:Cluster): version is not known before the update",
        },
    ],
    passes: [
        {
            when: "nodes are one version behind, as during an upgrade",
            change: (stack) => stack.set(GROUP, "nodes-ml-all", "version", "1.34"),
        },
    ],
};
