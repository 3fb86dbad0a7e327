import type { PolicyCases } from "../../../test/policy/cases";

const GROUP = "aws:eks/nodeGroup:NodeGroup";

export const cases: PolicyCases = {
    violations: [
        {
            when: "the trainers' nodes are in two zones",
            change: (stack) =>
                stack.setSources(GROUP, "nodes-ml-all", "subnetIds", [
                    "aws:ec2/subnet:Subnet network-private-eu-west-1a",
                    "aws:ec2/subnet:Subnet network-private-eu-west-1b",
                ]),
            at: `${GROUP} nodes-ml-all`,
            message:
                "nodes-ml-all: these nodes lie in eu-west-1a, eu-west-1b; they must lie in 3 zones. Add subnets or a group in another zone.",
        },
    ],
    absent: [
        {
            when: "groups have no labels and taints, and so are alike",
            passes: true,
            change: (stack) =>
                stack
                    .unset(GROUP, "nodes-general-all", "labels")
                    .unset(GROUP, "nodes-ml-all", "labels")
                    .unset(GROUP, "nodes-ml-all", "taints"),
        },
    ],
    unknown: [
        {
            when: "a group's labels are not known",
            change: (stack) => stack.setUnknown(GROUP, "nodes-ml-all", "labels"),
            unchecked: `nodes-ml-all (${GROUP}): labels is not known before the update`,
        },
    ],
};
