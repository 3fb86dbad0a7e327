import { namespaceOf } from "../../graph/pods";
import { releasePolicy } from "../../policy";

const POLICY = "kubernetes:networking.k8s.io/v1:NetworkPolicy";

export const chartRequireNetworkPolicies = releasePolicy({
    id: "chart-require-network-policies",
    title: "The chart's network policies are on",
    why: "A pod that was taken over reaches every other pod, every store and the internet.",
    fix: "Set networkPolicy.enabled to true",
    severity: "medium",
    controls: ["CIS-EKS-1.8.0/4.3.2", "C-0030", "C-0054", "CIS-EKS-1.8.0/5.4.4"],
    links: ["https://docs.aws.amazon.com/eks/latest/best-practices/network-security.html"],
    check: (release, stack, report) => {
        const own = stack.ofType(POLICY).some((policy) => namespaceOf(policy) === release.namespace);
        // The program may bring policies of its own in the chart's place.
        if (own) return;
        if (release.values.flag("networkPolicy.enabled") === false)
            report.violation(
                `${release.label}: values.networkPolicy.enabled is false; it must be true. Leave it out.`,
                release.resource,
            );
    },
});
