import type { PolicyCases } from "../../test/policy/cases";

const CLUSTER = "aws:eks/cluster:Cluster";
const ENTRY = "aws:eks/accessEntry:AccessEntry";

export const cases: PolicyCases = {
    violations: [
        {
            when: "the creator is no administrator and nobody else is named",
            change: (stack) =>
                stack
                    .set(CLUSTER, "cluster-eksCluster", "accessConfig.bootstrapClusterCreatorAdminPermissions", false)
                    .removeAll(ENTRY),
            at: "aws:eks/cluster:Cluster cluster-eksCluster",
            message:
                "cluster-eksCluster (aws:eks/cluster:Cluster): accessConfig.bootstrapClusterCreatorAdminPermissions is false and the cluster has no access entry, but kaireon (kubernetes:helm.sh/v3:Release) is installed into it. Add an entry for the deploying role and make the release wait for it.",
        },
    ],
    absent: [
        {
            when: "the cluster does not say, which means that the creator is",
            passes: true,
            change: (stack) => stack.unset(CLUSTER, "cluster-eksCluster", "accessConfig").removeAll(ENTRY),
        },
    ],
    unknown: [
        {
            when: "whether the creator is administrator is not known",
            change: (stack) =>
                stack.setUnknown(CLUSTER, "cluster-eksCluster", "accessConfig.bootstrapClusterCreatorAdminPermissions"),
            unchecked:
                "cluster-eksCluster (aws:eks/cluster:Cluster): accessConfig.bootstrapClusterCreatorAdminPermissions is not known before the update",
        },
    ],
    passes: [
        {
            when: "the release waits for an entry",
            change: (stack) =>
                stack.set(CLUSTER, "cluster-eksCluster", "accessConfig.bootstrapClusterCreatorAdminPermissions", false),
        },
    ],
};
