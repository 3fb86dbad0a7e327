import { natGatewaysOf, routeTableOf } from "../../graph/routes";
import { SUBNET, zonesOf } from "../../graph/zones";
import { stackPolicy } from "../../policy";

export const ec2NatGatewayRequireOwnZone = stackPolicy({
    id: "ec2-nat-gateway-require-own-zone",
    title: "Subnets leave through a NAT gateway of their own zone",
    why: "The loss of the gateway's zone would cut off the others, and each byte between zones is billed.",
    fix: "Make a NAT gateway and a route table for each zone",
    severity: "high",
    controls: ["X-VPC-NATPERZONE"],
    links: ["https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html"],
    types: ["aws:ec2/natGateway:NatGateway"],
    check: (stack, report) =>
        report.each(stack.ofType(SUBNET), (subnet) => {
            const zone = subnet.properties.text("availabilityZone");
            report.each(natGatewaysOf(routeTableOf(subnet, stack), stack), (gateway) => {
                const [other] = zonesOf(gateway, "subnetId", stack);
                if (other !== zone)
                    report.violation(
                        `${subnet.label}: it is in ${zone} and leaves through ${gateway.name} in ${other}. Route it to a NAT gateway of its own zone.`,
                        subnet,
                    );
            });
        }),
});
