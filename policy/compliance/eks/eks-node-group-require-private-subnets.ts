import { leadsToInternet, routeTableOf } from "../../graph/routes";
import { subnetsOf } from "../../graph/zones";
import { stackPolicy } from "../../policy";

const GROUP = "aws:eks/nodeGroup:NodeGroup";

/** The stores' subnets: data-stores-disallow-public-subnets. */
export const eksNodeGroupRequirePrivateSubnets = stackPolicy({
    id: "eks-node-group-require-private-subnets",
    title: "Nodes are in subnets without a way to the internet gateway",
    why: "In a public subnet one wrong security group, or one public address, puts every pod on the internet.",
    fix: "Use subnets whose route table leads to a NAT gateway or nowhere",
    severity: "high",
    controls: ["CIS-EKS-1.8.0/5.4.3", "EC2.9", "vpc_subnet_separate_private_public"],
    links: ["https://docs.aws.amazon.com/eks/latest/best-practices/subnets.html"],
    types: [GROUP],
    check: (stack, report) =>
        report.each(stack.ofType(GROUP), (group) =>
            report.each(subnetsOf(group, "subnetIds", stack), (subnet) => {
                if (leadsToInternet(routeTableOf(subnet, stack), stack))
                    report.violation(
                        `${group.label}: subnetIds has ${subnet.name}, whose route table leads to the internet gateway. Use a private subnet.`,
                        group,
                    );
            }),
        ),
});
