import { CannotTell } from "../graph/cannot-tell";
import type { StackResource } from "../graph/stack-resource";
import { SUBNET } from "../graph/zones";
import { releasePolicy } from "../policy";
import { ingressSetting, usesLoadBalancer } from "./load-balancer";

/** Source: https://docs.aws.amazon.com/eks/latest/userguide/alb-ingress.html */
const TAGS: Readonly<Record<string, string>> = {
    "internet-facing": "kubernetes.io/role/elb",
    internal: "kubernetes.io/role/internal-elb",
};

export const loadBalancerSubnetsMatchScheme = releasePolicy({
    id: "load-balancer-subnets-match-scheme",
    title: "The subnets of two zones carry the tag by which the load balancer's controller finds those for its scheme",
    why: "The controller finds no subnets, and the ingress stays without an address, long after the update has ended well.",
    fix: 'Tag public subnets kubernetes.io/role/elb "1" and private ones kubernetes.io/role/internal-elb "1", or list subnets in the annotation',
    severity: "high",
    pitfalls: ["P-NET-07"],
    links: ["https://docs.aws.amazon.com/eks/latest/userguide/alb-ingress.html"],
    check: (release, stack, report) => {
        if (!usesLoadBalancer(release)) return;
        const subnets = stack.ofType(SUBNET);
        const listed = release.values.at(["ingress", "annotations", "alb.ingress.kubernetes.io/subnets"]);
        if (subnets.length === 0 || listed.exists) return;
        const place = ingressSetting(release, "scheme", "scheme");
        const scheme = place.text() ?? "internal";
        const tag = TAGS[scheme];
        if (tag === undefined) throw new CannotTell(`${release.label}: ${place.path} is ${scheme}, which is no scheme`);
        const tagged = subnets.filter((subnet) => hasTag(subnet, tag));
        const zones = [...new Set(tagged.map(({ properties }) => properties.text("availabilityZone") ?? ""))].sort();
        if (zones.length >= 2) return;
        const shown = zones.length === 0 ? "no subnet" : `only subnets in ${zones.join(", ")}`;
        report.violation(
            `${release.label}: ${place.path} is ${place.exists ? scheme : "not set, which means internal"}, but ${shown} of the stack carr${zones.length === 0 ? "ies" : "y"} ` +
                `the tag ${tag} "1"; it needs two zones. Tag the ${scheme === "internal" ? "private" : "public"} subnets, or set the scheme to what is tagged.`,
            release.resource,
        );
    },
});

function hasTag(subnet: StackResource, tag: string): boolean {
    const place = subnet.gives("tags") ? subnet.properties.at("tags") : subnet.properties.at("tagsAll");
    if (!subnet.gives("tags") && place.state === "unknown") return false;
    return ["1", ""].includes(place.text([tag]) ?? "none");
}
