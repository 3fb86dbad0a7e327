import type { PolicyCases } from "../../../test/policy/cases";

const SUBNET = "aws:ec2/subnet:Subnet";
const VPC = "aws:ec2/vpc:Vpc";

export const cases: PolicyCases = {
    violations: [
        {
            when: "another VPC has private subnets in two zones",
            change: (stack) => {
                stack
                    .add({ type: VPC, name: "second", props: { cidrBlock: "10.65.0.0/16" } })
                    .add({ type: "aws:ec2/routeTable:RouteTable", name: "second-private", props: {} })
                    .add({
                        type: "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
                        name: "second-default",
                        props: {},
                        from: { vpcId: ["second"] },
                    })
                    .add({
                        type: "aws:ec2/flowLog:FlowLog",
                        name: "second-flow",
                        props: { trafficType: "ALL" },
                        from: { vpcId: ["second"] },
                    });
                for (const zone of ["a", "b"]) {
                    const name = `second-${zone}`;
                    const props = { availabilityZone: `eu-west-1${zone}` };
                    stack.add({ type: SUBNET, name, props, from: { vpcId: ["second"] } }).add({
                        type: "aws:ec2/routeTableAssociation:RouteTableAssociation",
                        name: `${name}-routes`,
                        props: {},
                        from: { subnetId: [name], routeTableId: ["second-private"] },
                    });
                }
            },
            at: `${VPC} second`,
            message: `second (${VPC}): its private subnets lie in eu-west-1a, eu-west-1b; they must lie in 3 zones. Add a subnet in another.`,
            also: {
                "ec2-vpc-require-interface-endpoints": "the second VPC has none",
                "ec2-vpc-require-gateway-endpoints": "the second VPC has none",
            },
        },
    ],
    absent: [
        {
            when: "a VPC has no subnet",
            change: (stack) => stack.add({ type: VPC, name: "second", props: { cidrBlock: "10.65.0.0/16" } }),
            at: `${VPC} second`,
            message: `second (${VPC}): its private subnets lie in no zone; they must lie in 3 zones. Add a subnet in another.`,
            also: {
                "ec2-vpc-require-closed-default-group": "the second VPC has nothing at all",
                "ec2-vpc-require-flow-log": "the second VPC has nothing at all",
                "ec2-vpc-require-interface-endpoints": "the second VPC has nothing at all",
                "ec2-vpc-require-gateway-endpoints": "the second VPC has nothing at all",
            },
        },
    ],
    unknown: [
        {
            when: "a subnet's zone is not known",
            change: (stack) => stack.setUnknown(SUBNET, "network-data-eu-west-1a", "availabilityZone"),
            unchecked: `network-data-eu-west-1a (${SUBNET}): availabilityZone is not known before the update`,
        },
    ],
};
