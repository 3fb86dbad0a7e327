import type { Samples } from "../../test/policy/cases";

export const samples: Samples = {
    inputs: {
        "aws:ebs/volume:Volume": { availabilityZone: "eu-west-1a", size: 100, encrypted: true },
        "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": {
            description: "Nodes to the endpoints",
            ipProtocol: "tcp",
            fromPort: 443,
            toPort: 443,
            cidrIpv4: "10.64.0.0/16",
        },
        "aws:ec2/securityGroupRule:SecurityGroupRule": {
            description: "Nodes to PostgreSQL",
            type: "ingress",
            protocol: "tcp",
            fromPort: 5432,
            toPort: 5432,
            sourceSecurityGroupId: "sg-1",
        },
    },
};
