import type { PolicyCases } from "../../../test/policy/cases";

const ROUTE = "aws:ec2/route:Route";
const SUBNET = "aws:ec2/subnet:Subnet";

export const cases: PolicyCases = {
    violations: [
        {
            when: "a zone leaves through another's gateway",
            change: (stack) =>
                stack.setSources(ROUTE, "network-private-eu-west-1a-nat", "natGatewayId", [
                    "aws:ec2/natGateway:NatGateway network-nat-eu-west-1b",
                ]),
            at: `${SUBNET} network-private-eu-west-1a`,
            message: `network-private-eu-west-1a (${SUBNET}): it is in eu-west-1a and leaves through network-nat-eu-west-1b in eu-west-1b. Route it to a NAT gateway of its own zone.`,
        },
    ],
    absent: [
        {
            when: "a subnet has no way out",
            passes: true,
            change: (stack) => stack.remove(ROUTE, "network-private-eu-west-1a-nat"),
        },
    ],
    unknown: [
        {
            when: "a subnet has no route table of this stack",
            change: (stack) =>
                stack.add({ type: SUBNET, name: "elsewhere", props: { availabilityZone: "eu-west-1a" } }),
            unchecked: `elsewhere (${SUBNET}): its route table is not of this stack`,
        },
    ],
};
