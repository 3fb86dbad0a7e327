import type { Release } from "../../graph/release";
import type { Stack } from "../../graph/stack";
import { SUBNET, zonesOf } from "../../graph/zones";
import { stackPolicy } from "../../policy";

const LOAD_BALANCER = "aws:lb/loadBalancer:LoadBalancer";

export const elbLoadBalancerRequireTwoZones = stackPolicy({
    id: "elb-load-balancer-require-two-zones",
    title: "Load balancers have subnets in two zones at least",
    why: "With the only zone the service is gone, however many pods run in others.",
    fix: "Name a subnet in each zone; for the controller's load balancers tag them kubernetes.io/role/elb or internal-elb",
    severity: "high",
    controls: ["ELB.13", "REL02-BP01"],
    links: [
        "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-13",
        "https://docs.aws.amazon.com/eks/latest/userguide/alb-ingress.html",
    ],
    check: (stack, report) => {
        report.each(stack.ofType(LOAD_BALANCER), (balancer) => {
            const property = balancer.gives("subnetMappings") ? "subnetMappings" : "subnets";
            const zones = zonesOf(balancer, property, stack);
            if (zones.length < 2)
                report.violation(
                    `${balancer.label}: ${property} lie in ${zones.join(", ") || "no zone"}; they must lie in two zones at least. Name a subnet in each.`,
                    balancer,
                );
        });
        report.each(stack.releases, (release) => {
            if (release.values.flag("ingress.enabled") === false || stack.ofType(SUBNET).length === 0) return;
            const { tag, zones } = discovered(release, stack);
            if (zones.length < 2)
                report.violation(
                    `${release.label}: the controller finds subnets with the tag ${tag} in ${zones.join(", ") || "no zone"}; they must lie in two zones at least. Tag one in each.`,
                    release.resource,
                );
        });
    },
});

/** The zones of the subnets that the AWS Load Balancer Controller takes for the release's Ingress, by their tag. */
function discovered({ values }: Release, stack: Stack): { readonly tag: string; readonly zones: readonly string[] } {
    const isPublic = values.text("ingress.scheme") === "internet-facing";
    const tag = `kubernetes.io/role/${isPublic ? "elb" : "internal-elb"}`;
    const tagged = stack.ofType(SUBNET).filter(({ properties }) => properties.at(["tags", tag]).exists);
    const zones = tagged.map(({ properties }) => properties.text("availabilityZone") ?? "");
    return { tag, zones: [...new Set(zones)].sort() };
}
