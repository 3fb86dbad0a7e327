import { releasePolicy } from "../policy";

export const replicaBoundsAreOrdered = releasePolicy({
    id: "replica-bounds-are-ordered",
    title: "The minimum of replicas that a scaler is given is not above its maximum",
    why: "Kubernetes refuses the autoscaler when the chart is installed, after the infrastructure is built; KEDA's never leaves the minimum.",
    fix: "Lower the minimum or raise the maximum",
    severity: "medium",
    pitfalls: ["P-CAP-01"],
    links: ["https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/"],
    check: (release, _stack, report) => {
        report.each(release.tiers, (tier) => {
            const [least, most] = [tier.minReplicas, tier.maxReplicas];
            if (!tier.enabled || least === undefined || most === undefined || least <= most) return;
            report.violation(
                `${release.label}: ${tier.minReplicasPath} is ${least} and ${tier.maxReplicasPath} is ${most}. Lower the one or raise the other.`,
                release.resource,
            );
        });
    },
});
