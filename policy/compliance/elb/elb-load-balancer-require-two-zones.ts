import { zonesOf } from "../../graph/zones";
import { stackPolicy } from "../../policy";

const LOAD_BALANCER = "aws:lb/loadBalancer:LoadBalancer";

/** Those that the controller makes: load-balancer-subnets-match-scheme. */
export const elbLoadBalancerRequireTwoZones = stackPolicy({
    id: "elb-load-balancer-require-two-zones",
    title: "Load balancers have subnets in two zones at least",
    why: "With the only zone the service is gone, however many pods run in others.",
    fix: "Name a subnet in each zone",
    severity: "high",
    controls: ["ELB.13", "REL02-BP01"],
    links: ["https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-13"],
    types: [LOAD_BALANCER],
    check: (stack, report) =>
        report.each(stack.ofType(LOAD_BALANCER), (balancer) => {
            // AWS makes none without subnets.
            if (!balancer.gives("subnetMappings") && !balancer.gives("subnets")) return;
            const property = balancer.gives("subnetMappings") ? "subnetMappings" : "subnets";
            const zones = zonesOf(balancer, property, stack);
            if (zones.length < 2)
                report.violation(
                    `${balancer.label}: ${property} lie in ${zones.join(", ") || "no zone"}; they must lie in two zones at least. Name a subnet in each.`,
                    balancer,
                );
        }),
});
