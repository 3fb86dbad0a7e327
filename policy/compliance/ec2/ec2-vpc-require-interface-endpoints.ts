import { stackPolicy } from "../../policy";

const ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";

export const ec2VpcRequireInterfaceEndpoints = stackPolicy({
    id: "ec2-vpc-require-interface-endpoints",
    title: "Nodes reach the services that they need to start without the internet",
    why: "A node that pulls its images through a NAT gateway pays for every byte and does not start when the gateway is gone.",
    fix: "Make an Interface endpoint for the service in the VPC",
    severity: "medium",
    controls: ["EC2.10", "EC2.55", "EC2.56", "CIS-AWS-7.0.0/6.8"],
    links: ["https://docs.aws.amazon.com/eks/latest/userguide/private-clusters.html"],
    settings: {
        services: {
            description:
                "Services that each VPC has an Interface endpoint for; add ssm where nodes use Systems Manager",
            default: ["ec2", "ecr.api", "ecr.dkr"],
        },
    },
    types: ["aws:ec2/vpc:Vpc"],
    check: (stack, report, { services }) =>
        report.each(stack.ofType("aws:ec2/vpc:Vpc"), (vpc) => {
            const there = stack
                .referringTo(vpc, ENDPOINT, "vpcId")
                .filter(({ properties }) => properties.text("vpcEndpointType") === "Interface")
                .map(({ properties }) => properties.text("serviceName") ?? "");
            const missing = services.filter((service) => !there.some((name) => name.endsWith(`.${service}`)));
            if (missing.length > 0)
                report.violation(
                    `${vpc.label}: there is no Interface endpoint for ${missing.join(", ")}. Make a VpcEndpoint for each.`,
                    vpc,
                );
        }),
});
