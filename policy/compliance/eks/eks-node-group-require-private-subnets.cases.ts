import type { PolicyCases } from "../../../test/policy/cases";

const GROUP = "aws:eks/nodeGroup:NodeGroup";
const SUBNET = "aws:ec2/subnet:Subnet";
const NAMES = ["a", "b", "c"].map((zone) => `${SUBNET} network-public-eu-west-1${zone}`);

export const cases: PolicyCases = {
    violations: [
        {
            when: "a node group is in a public subnet",
            change: (stack) =>
                stack.setSources(GROUP, "nodes-ml-all", "subnetIds", [
                    `${SUBNET} network-private-eu-west-1a`,
                    `${SUBNET} network-private-eu-west-1b`,
                    ...NAMES.slice(2),
                ]),
            at: `${GROUP} nodes-ml-all`,
            message: `nodes-ml-all (${GROUP}): subnetIds has network-public-eu-west-1c, whose route table leads to the internet gateway. Use a private subnet.`,
        },
    ],
    absent: [
        {
            when: "the public table leads nowhere",
            passes: true,
            change: (stack) =>
                stack
                    .remove("aws:ec2/route:Route", "network-public-internet")
                    .setSources(GROUP, "nodes-ml-all", "subnetIds", NAMES),
        },
    ],
    unknown: [
        {
            when: "the subnet has no route table of this stack",
            change: (stack) =>
                stack
                    .add({ type: SUBNET, name: "elsewhere", props: { availabilityZone: "eu-west-1a" } })
                    .setSources(GROUP, "nodes-ml-all", "subnetIds", ["elsewhere"]),
            unchecked: `elsewhere (${SUBNET}): its route table is not of this stack`,
        },
    ],
};
