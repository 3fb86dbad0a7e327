import { releasePolicy } from "../../policy";

export const chartRequireNetworkPolicies = releasePolicy({
    id: "chart-require-network-policies",
    title: "The chart's network policies are on",
    why: "A pod that was taken over reaches every other pod, every store and the internet.",
    fix: "Set networkPolicy.enabled to true",
    severity: "medium",
    controls: ["CIS-EKS-1.8.0/4.3.2", "C-0030", "C-0054", "CIS-EKS-1.8.0/5.4.4"],
    links: ["https://docs.aws.amazon.com/eks/latest/best-practices/network-security.html"],
    check: (release, _stack, report) => {
        if (release.values.flag("networkPolicy.enabled") === false)
            report.violation(
                `${release.label}: values.networkPolicy.enabled is false; it must be true. Leave it out.`,
                release.resource,
            );
    },
});
