import { releasePolicy } from "../../policy";

export const chartApiRequireThreeReplicas = releasePolicy({
    id: "chart-api-require-three-replicas",
    title: "The API keeps a pod in each of three zones",
    why: "With two pods the loss of one leaves the other with twice the load while a third starts.",
    fix: "Set values.api.autoscaling.minReplicas to 3 or more",
    severity: "high",
    // mlWorker, stream and mcp may have two, as the vendor's overlay has: nobody waits for them within a request.
    controls: ["kubernetes-apps-v1-deployment-configure-minimum-replica-count"],
    links: ["https://docs.aws.amazon.com/eks/latest/best-practices/application.html"],
    settings: { least: { description: "Pods of the API at the least", default: 3, minimum: 1 } },
    check: (release, _stack, report, { least }) => {
        const api = release.tier("api");
        if (api === undefined || !api.enabled) return;
        const replicas = api.minReplicas;
        if (replicas !== undefined && replicas < least)
            report.violation(
                `${release.label}: ${api.minReplicasPath} is ${replicas}; it must be at least ${least}. Raise it.`,
                release.resource,
            );
    },
});
