import type { PolicyCases } from "../../../test/policy/cases";

const GROUP = "aws:eks/nodeGroup:NodeGroup";
const at = `${GROUP} nodes-worker-all`;

export const cases: PolicyCases = {
    violations: [
        {
            when: "half of the nodes may be missing",
            change: (stack) => stack.set(GROUP, "nodes-worker-all", "updateConfig", { maxUnavailablePercentage: 50 }),
            at,
            message: `nodes-worker-all (${GROUP}): updateConfig.maxUnavailablePercentage is 50, which can be more than a third of the group. Set maxUnavailablePercentage to 33.`,
        },
        {
            when: "two of three may be missing",
            change: (stack) => stack.set(GROUP, "nodes-worker-all", "updateConfig", { maxUnavailable: 2 }),
            at,
            message: `nodes-worker-all (${GROUP}): updateConfig.maxUnavailable is 2, which can be more than a third of the group. Set maxUnavailablePercentage to 33.`,
        },
    ],
    absent: [
        {
            when: "the group does not say, which means one at a time",
            passes: true,
            change: (stack) => stack.unset(GROUP, "nodes-worker-all", "updateConfig"),
        },
    ],
    unknown: [
        {
            when: "the share is not known",
            change: (stack) => stack.setUnknown(GROUP, "nodes-worker-all", "updateConfig.maxUnavailablePercentage"),
            unchecked: `nodes-worker-all (${GROUP}): updateConfig.maxUnavailablePercentage is not known before the update`,
        },
    ],
};
