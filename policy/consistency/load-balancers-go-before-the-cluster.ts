import type { Release } from "../graph/release";
import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";
import { releasePolicy } from "../policy";
import { NODE_GROUP } from "./node-groups";
import { awaited } from "./waits-for";

const CHART = "aws-load-balancer-controller";

export const loadBalancersGoBeforeTheCluster = releasePolicy({
    id: "load-balancers-go-before-the-cluster",
    title: "The release waits for the load balancer controller, and the controller for nodes",
    why: "A destroy runs in the reverse order: with the controller gone first, nobody deletes the load balancer, whose interfaces then keep subnets and VPC and go on costing.",
    fix: "Let the release depend on the controller and the controller on the node groups",
    severity: "high",
    pitfalls: ["P-DEL-02"],
    links: ["https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/"],
    check: (release, stack, report) => {
        if (!makesLoadBalancer(release)) return;
        const controllers = controllersOf(stack);
        if (controllers.length === 0) return;
        const before = awaited(release.resource, stack);
        report.each(controllers, (controller) => {
            if (!before.has(controller))
                report.violation(
                    `${release.label}: its ingress makes a load balancer, but the release does not wait for ${controller.label}, which also deletes it. Add it to dependsOn.`,
                    release.resource,
                );
            const groups = stack.ofType(NODE_GROUP);
            const beforeController = awaited(controller, stack);
            if (groups.length === 0 || groups.some((group) => beforeController.has(group))) return;
            report.violation(
                `${controller.label}: waits for no node group: a destroy deletes the nodes under it, and load balancers stay. Add the node groups to dependsOn.`,
                controller,
            );
        });
    },
});

function makesLoadBalancer({ values }: Release): boolean {
    return values.flag("ingress.enabled") === true && (values.text("ingress.className") ?? "alb") === "alb";
}

function controllersOf(stack: Stack): readonly StackResource[] {
    const charts = stack.ofType("kubernetes:helm.sh/v3:Release", "kubernetes:helm.sh/v4:Chart");
    return charts.filter(({ properties }) => (properties.text("chart") ?? "").endsWith(CHART));
}
