import type { PolicyCases } from "../../../test/policy/cases";

const GROUP = "aws:eks/nodeGroup:NodeGroup";

export const cases: PolicyCases = {
    violations: [
        {
            when: "nodes are of a version without support",
            change: (stack) => stack.set(GROUP, "nodes-ml-all", "version", "1.33"),
            at: `${GROUP} nodes-ml-all`,
            message: `nodes-ml-all (${GROUP}): version is "1.33"; it must be 1.34 or later. Set it to the cluster's.`,
        },
    ],
    absent: [
        {
            when: "nodes follow the cluster",
            passes: true,
            change: (stack) => stack.unset(GROUP, "nodes-ml-all", "version"),
        },
    ],
    unknown: [
        {
            when: "their version is not known",
            change: (stack) => stack.setUnknown(GROUP, "nodes-ml-all", "version"),
            unchecked: `nodes-ml-all (${GROUP}): version is not known before the update`,
        },
    ],
};
