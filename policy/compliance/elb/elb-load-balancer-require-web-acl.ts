import { stackPolicy } from "../../policy";

const LOAD_BALANCER = "aws:lb/loadBalancer:LoadBalancer";
const ASSOCIATION = "aws:wafv2/webAclAssociation:WebAclAssociation";

export const elbLoadBalancerRequireWebAcl = stackPolicy({
    id: "elb-load-balancer-require-web-acl",
    title: "Application load balancers on the internet have a web ACL",
    why: "Nothing stops a flood of requests or a known exploit before the application.",
    fix: "Make a WebAclAssociation for the load balancer",
    severity: "medium",
    controls: ["ELB.16"],
    links: ["https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-16"],
    types: [LOAD_BALANCER],
    check: (stack, report) =>
        report.each(stack.ofType(LOAD_BALANCER), (balancer) => {
            const { properties } = balancer;
            const isApplication = (properties.text("loadBalancerType") ?? "application") === "application";
            const isInternal = balancer.gives("internal") && properties.flag("internal") === true;
            if (!isApplication || isInternal) return;
            if (stack.referringTo(balancer, ASSOCIATION, "resourceArn").length === 0)
                report.violation(`${balancer.label}: no WebAclAssociation names it. Make one.`, balancer);
        }),
});
