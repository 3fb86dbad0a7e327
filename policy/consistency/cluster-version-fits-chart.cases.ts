import type { PolicyCases } from "../../test/policy/cases";

const CLUSTER = "aws:eks/cluster:Cluster";
const GROUPS = [
    "nodes-api-eu-west-1a",
    "nodes-api-eu-west-1b",
    "nodes-api-eu-west-1c",
    "nodes-worker-all",
    "nodes-ml-all",
    "nodes-general-all",
];

export const cases: PolicyCases = {
    violations: [
        {
            when: "the cluster is older than the chart allows",
            change: (stack) => {
                stack.set(CLUSTER, "cluster-eksCluster", "version", "1.23");
                for (const name of GROUPS) stack.set("aws:eks/nodeGroup:NodeGroup", name, "version", "1.23");
            },
            also: {
                "eks-cluster-require-supported-version": "EKS itself supports newer ones only",
                "eks-node-group-require-supported-version": "the nodes have the cluster's version",
            },
            at: "aws:eks/cluster:Cluster cluster-eksCluster",
            message:
                "cluster-eksCluster (aws:eks/cluster:Cluster): version is 1.23, but kaireon (kubernetes:helm.sh/v3:Release) needs Kubernetes 1.24 or newer. Raise it.",
        },
    ],
    absent: [
        {
            when: "the cluster takes EKS's newest",
            passes: true,
            change: (stack) => stack.unset(CLUSTER, "cluster-eksCluster", "version"),
        },
    ],
    unknown: [
        {
            when: "the cluster's version is not known",
            change: (stack) => stack.setUnknown(CLUSTER, "cluster-eksCluster", "version"),
            unchecked: "cluster-eksCluster (aws:eks/cluster:Cluster): version is not known before the update",
        },
    ],
};
