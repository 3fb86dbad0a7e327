import type { PolicyCases } from "../../../test/policy/cases";

const CLUSTER = "aws:eks/cluster:Cluster";
const at = `${CLUSTER} cluster-eksCluster`;

export const cases: PolicyCases = {
    violations: [
        {
            when: "cluster and nodes are of an old version",
            change: (stack) => {
                stack.set(CLUSTER, undefined, "version", "1.31");
                for (const { name } of stack.resources.filter(({ type }) => type === "aws:eks/nodeGroup:NodeGroup"))
                    stack.unset("aws:eks/nodeGroup:NodeGroup", name, "version");
            },
            at,
            message: `cluster-eksCluster (${CLUSTER}): version is "1.31"; it must be 1.34 or later. Upgrade one minor version at a time.`,
        },
    ],
    absent: [
        {
            when: "no version is named",
            change: (stack) => stack.unset(CLUSTER, undefined, "version"),
            at,
            message: `cluster-eksCluster (${CLUSTER}): version is not set; it must be 1.34 or later. Upgrade one minor version at a time.`,
        },
    ],
    unknown: [
        {
            when: "the version is not known",
            change: (stack) => stack.setUnknown(CLUSTER, undefined, "version"),
            unchecked: `cluster-eksCluster (${CLUSTER}): version is not known before the update`,
        },
    ],
};
