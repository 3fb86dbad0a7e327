import type { Release } from "../graph/release";
import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";
import { subnetsOf } from "../graph/zones";
import { releasePolicy } from "../policy";
import { nodeGroupsOf } from "./node-groups";
import { hasDefaultRoute, routeTableOf } from "./routes";
import { interactionStoreOf, publisherOf } from "./selectors";

/** Source: https://docs.aws.amazon.com/eks/latest/userguide/private-clusters.html */
const FOR_NODES = ["ec2", "ecr.api", "ecr.dkr", "s3", "sts"];

export const privateNodesReachServices = releasePolicy({
    id: "private-nodes-reach-services",
    title: "Nodes have a way out, or endpoints for every AWS service that they and the pods call",
    why: "Without it nodes do not join, images are not pulled, or one backend alone times out.",
    fix: "Route 0.0.0.0/0 of the nodes' subnets to a NAT gateway, or add the endpoints that are missing",
    severity: "high",
    pitfalls: ["P-NET-05"],
    links: ["https://docs.aws.amazon.com/eks/latest/userguide/private-clusters.html"],
    check: (release, stack, report) => {
        const nodesIn = new Map<StackResource, string[]>();
        for (const group of nodeGroupsOf(stack)) {
            const subnets = subnetsOf(group, "subnetIds", stack);
            if (subnets.length === 0)
                report.cannotTell(`${group.label}: the subnets in subnetIds are not of this stack`, group);
            for (const subnet of subnets) nodesIn.set(subnet, [...(nodesIn.get(subnet) ?? []), group.name]);
        }
        report.each([...nodesIn], ([subnet, groups]) => {
            if (hasDefaultRoute(routeTableOf(subnet, stack), stack)) return;
            const there = endpoints(stack);
            const missing = [...needs(release, stack)].filter((service) => !there.has(service));
            if (missing.length === 0) return;
            report.violation(
                `${subnet.label}: it has no route to 0.0.0.0/0, and the stack has no endpoint for ${missing.join(", ")}, ` +
                    `which the nodes of ${groups.join(", ")} or pods of ${release.label} call. Add a route to a NAT gateway, or those endpoints.`,
                subnet,
            );
        });
    },
});

/** Services by the end of their endpoint's name. */
function needs(release: Release, stack: Stack): ReadonlySet<string> {
    const services = new Set(FOR_NODES);
    const publisher = publisherOf(release);
    const store = interactionStoreOf(release);
    if (stack.ofType("aws:eks/podIdentityAssociation:PodIdentityAssociation").length > 0) services.add("eks-auth");
    if (release.values.flag("externalSecrets.enabled") === true) services.add("secretsmanager");
    if (release.values.flag("ingress.enabled") === true) services.add("elasticloadbalancing");
    if (publisher === "kinesis") services.add("kinesis-streams");
    if (publisher === "eventbridge") services.add("events");
    if (store === "dynamodb") services.add("dynamodb");
    if (store === "cassandra") services.add("cassandra");
    return services;
}

function endpoints(stack: Stack): ReadonlySet<string> {
    const names = stack
        .ofType("aws:ec2/vpcEndpoint:VpcEndpoint")
        .map(({ properties }) => properties.text("serviceName") ?? "");
    return new Set(names.map((name) => name.replace(/^com\.amazonaws\.[a-z0-9-]+\./, "")));
}
