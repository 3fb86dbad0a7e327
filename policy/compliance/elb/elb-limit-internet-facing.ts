import type { StackResource } from "../../graph/stack-resource";
import { stackPolicy } from "../../policy";

const INGRESS = "kubernetes:networking.k8s.io/v1:Ingress";
const LOAD_BALANCER = "aws:lb/loadBalancer:LoadBalancer";

export const elbLimitInternetFacing = stackPolicy({
    id: "elb-limit-internet-facing",
    title: "Only load balancers that are meant to be are on the internet",
    why: "An internal service becomes everybody's by one word in a values file.",
    fix: "Make the load balancer internal, or name it in the setting public of this policy",
    severity: "high",
    controls: ["AVD-AWS-0053"],
    links: ["https://avd.aquasec.com/misconfig/aws/elb/avd-aws-0053/"],
    settings: {
        public: {
            description: "Names of the releases, Ingresses and load balancers that may be on the internet",
            default: ["kaireon", "kaireon-api"],
        },
    },
    check: (stack, report, settings) => {
        const refuse = (resource: StackResource, what: string) => {
            if (!settings.public.includes(resource.name))
                report.violation(
                    `${resource.label}: ${what}, and the policy's setting public does not name it. Make it internal, or name it there.`,
                    resource,
                );
        };
        report.each(stack.releases, ({ resource, values }) => {
            const isOn = values.flag("ingress.enabled") !== false;
            if (isOn && values.text("ingress.scheme") === "internet-facing")
                refuse(resource, "values.ingress.scheme is internet-facing");
        });
        report.each(stack.ofType(INGRESS), (ingress) => {
            const scheme = ingress.properties.text(["metadata", "annotations", "alb.ingress.kubernetes.io/scheme"]);
            if (scheme === "internet-facing") refuse(ingress, "its scheme is internet-facing");
        });
        report.each(stack.ofType(LOAD_BALANCER), (balancer) => {
            // The provider makes it public unless told otherwise.
            if (!balancer.gives("internal") || balancer.properties.flag("internal") !== true)
                refuse(balancer, "internal is not true");
        });
    },
});
