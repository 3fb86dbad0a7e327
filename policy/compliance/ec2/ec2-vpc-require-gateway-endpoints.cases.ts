import type { PolicyCases } from "../../../test/policy/cases";

const ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";

export const cases: PolicyCases = {
    violations: [
        {
            when: "a private route table is left out",
            change: (stack) =>
                stack.setSources(ENDPOINT, "network-s3", "routeTableIds", [
                    "aws:ec2/routeTable:RouteTable network-private-eu-west-1a",
                    "aws:ec2/routeTable:RouteTable network-private-eu-west-1b",
                    "network-data",
                ]),
            at: `${ENDPOINT} network-s3`,
            message: `network-s3 (${ENDPOINT}): routeTableIds lacks network-private-eu-west-1c. Add the private route tables.`,
        },
    ],
    absent: [
        {
            when: "there is no endpoint for DynamoDB",
            change: (stack) => stack.remove(ENDPOINT, "network-dynamodb"),
            at: "aws:ec2/vpc:Vpc network",
            message:
                "network (aws:ec2/vpc:Vpc): there is no Gateway endpoint for dynamodb. Make a VpcEndpoint for it with the private route tables.",
        },
    ],
    unknown: [
        {
            when: "the type of an endpoint is not known",
            change: (stack) => stack.setUnknown(ENDPOINT, "network-s3", "vpcEndpointType"),
            unchecked: `network-s3 (${ENDPOINT}): vpcEndpointType is not known before the update`,
        },
    ],
};
