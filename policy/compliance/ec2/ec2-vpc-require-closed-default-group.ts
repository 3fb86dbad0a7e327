import { stackPolicy } from "../../policy";

const GROUP = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";

export const ec2VpcRequireClosedDefaultGroup = stackPolicy({
    id: "ec2-vpc-require-closed-default-group",
    title: "The default security group of each VPC lets nothing in or out",
    why: "Whatever is made without a group gets this one, and AWS's own rules let its members reach each other and the world.",
    fix: "Make a DefaultSecurityGroup for the VPC without ingress and egress",
    severity: "high",
    controls: ["EC2.2", "CIS-AWS-5.0.0/5.5"],
    links: ["https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-2"],
    types: ["aws:ec2/vpc:Vpc"],
    check: (stack, report) =>
        report.each(stack.ofType("aws:ec2/vpc:Vpc"), (vpc) => {
            const [group] = stack.referringTo(vpc, GROUP, "vpcId");
            if (group === undefined)
                return report.violation(
                    `${vpc.label}: its default security group is AWS's own, which is open. Make a DefaultSecurityGroup for the VPC, without ingress and egress.`,
                    vpc,
                );
            report.each(
                ["ingress", "egress"].filter((property) => group.gives(property)),
                (property) => {
                    if (group.properties.items(property).length > 0)
                        report.violation(
                            `${group.label}: ${property} has rules; it must be empty. Leave it out.`,
                            group,
                        );
                },
            );
        }),
});
