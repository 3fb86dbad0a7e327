import type { PolicyCases } from "../../../test/policy/cases";

const ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";
const VPC = "aws:ec2/vpc:Vpc network";

export const cases: PolicyCases = {
    violations: [
        {
            when: "an endpoint is missing",
            change: (stack) => stack.remove(ENDPOINT, "network-ec2"),
            at: VPC,
            message: "network (aws:ec2/vpc:Vpc): there is no Interface endpoint for ec2. Make a VpcEndpoint for each.",
        },
    ],
    absent: [
        {
            when: "the type is left out, which means Gateway",
            change: (stack) => stack.unset(ENDPOINT, "network-ec2", "vpcEndpointType"),
            at: VPC,
            message: "network (aws:ec2/vpc:Vpc): there is no Interface endpoint for ec2. Make a VpcEndpoint for each.",
        },
    ],
    unknown: [
        {
            when: "the service of one is not known",
            change: (stack) => stack.setUnknown(ENDPOINT, "network-ec2", "serviceName"),
            unchecked: `network-ec2 (${ENDPOINT}): serviceName is not known before the update`,
        },
    ],
};
