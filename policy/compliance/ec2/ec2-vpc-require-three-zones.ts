import { leadsToInternet, routeTableOf } from "../../graph/routes";
import { SUBNET } from "../../graph/zones";
import { stackPolicy } from "../../policy";

export const ec2VpcRequireThreeZones = stackPolicy({
    id: "ec2-vpc-require-three-zones",
    title: "Private subnets lie in three zones",
    why: "With two zones the loss of one takes half of everything, and a store that decides by majority cannot lose either.",
    fix: "Add a private subnet in another zone",
    severity: "medium",
    controls: ["vpc_subnet_different_az", "REL10-BP01"],
    links: [
        "https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_fault_isolation_multiaz_region_system.html",
    ],
    settings: {
        zones: { description: "Zones that the private subnets of a VPC lie in, at the least", default: 3, minimum: 1 },
    },
    types: ["aws:ec2/vpc:Vpc"],
    check: (stack, report, settings) =>
        report.each(stack.ofType("aws:ec2/vpc:Vpc"), (vpc) => {
            const subnets = stack
                .referringTo(vpc, SUBNET, "vpcId")
                .filter((subnet) => !leadsToInternet(routeTableOf(subnet, stack), stack));
            const zones = new Set(subnets.map(({ properties }) => properties.text("availabilityZone") ?? ""));
            if (zones.size < settings.zones)
                report.violation(
                    `${vpc.label}: its private subnets lie in ${[...zones].sort().join(", ") || "no zone"}; they must lie in ${settings.zones} zones. Add a subnet in another.`,
                    vpc,
                );
        }),
});
