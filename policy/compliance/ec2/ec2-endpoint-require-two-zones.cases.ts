import type { PolicyCases } from "../../../test/policy/cases";

const ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";

export const cases: PolicyCases = {
    violations: [
        {
            when: "an endpoint is in one zone",
            change: (stack) =>
                stack.setSources(ENDPOINT, "network-ec2", "subnetIds", [
                    "aws:ec2/subnet:Subnet network-private-eu-west-1a",
                ]),
            at: `${ENDPOINT} network-ec2`,
            message: `network-ec2 (${ENDPOINT}): subnetIds lie in eu-west-1a; they must lie in two zones at least. Add a subnet in each zone.`,
        },
    ],
    absent: [
        {
            when: "it has no subnet",
            change: (stack) =>
                stack.unset(ENDPOINT, "network-ec2", "subnetIds").setSources(ENDPOINT, "network-ec2", "subnetIds", []),
            at: `${ENDPOINT} network-ec2`,
            message: `network-ec2 (${ENDPOINT}): subnetIds lie in no zone; they must lie in two zones at least. Add a subnet in each zone.`,
        },
    ],
    unknown: [
        {
            when: "the zone of a subnet is not known",
            change: (stack) =>
                stack
                    .setSources(ENDPOINT, "network-ec2", "subnetIds", [
                        "aws:ec2/subnet:Subnet network-public-eu-west-1a",
                    ])
                    .setUnknown("aws:ec2/subnet:Subnet", "network-public-eu-west-1a", "availabilityZone"),
            unchecked:
                "network-public-eu-west-1a (aws:ec2/subnet:Subnet): availabilityZone is not known before the update",
        },
    ],
};
