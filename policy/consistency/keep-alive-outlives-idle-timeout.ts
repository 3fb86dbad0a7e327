import { releasePolicy } from "../policy";

export const keepAliveOutlivesIdleTimeout = releasePolicy({
    id: "keep-alive-outlives-idle-timeout",
    title: "The api keeps connections open longer than the load balancer",
    why: "Node closes idle connections after 5 s by default, the load balancer after 60 s: a request on a connection that the pod has just closed ends in a rare 502.",
    fix: "Set api.keepAliveSeconds above ingress.idleTimeoutSeconds",
    severity: "medium",
    pitfalls: ["P-DRAIN-02"],
    links: ["https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html"],
    check: ({ values, label, resource }, _stack, report) => {
        const keepAlive = values.at("api.keepAliveSeconds");
        // A chart without the setting may state it elsewhere: then neither side shows.
        if (values.flag("ingress.enabled") !== true || !keepAlive.exists) return;
        const idle = values.number("ingress.idleTimeoutSeconds") ?? 60;
        const kept = keepAlive.number() ?? 5;
        if (kept > idle) return;
        report.violation(
            `${label}: ${keepAlive.path} is ${kept}, but the load balancer's idle timeout is ${idle} (values.ingress.idleTimeoutSeconds is ` +
                `${values.shown("ingress.idleTimeoutSeconds")}). Set it to more than ${idle}.`,
            resource,
        );
    },
});
