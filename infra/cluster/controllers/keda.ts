import { type Controller, deploymentOf, hasBudget } from "./controller";

/** Scales the workers by the length of their queues, which it reads from Redis with the password of the tier's Secret: nothing on AWS. */
export function keda(): Controller {
    const operator = deploymentOf("keda-operator");
    const metrics = deploymentOf("keda-metrics-apiserver");
    const webhooks = deploymentOf("keda-admission-webhooks");
    return {
        release: "keda",
        chart: "keda",
        repository: "https://kedacore.github.io/charts",
        version: "2.21.0",
        namespace: "keda",
        values: {
            operator: { replicaCount: operator.replicas },
            metricsServer: { replicaCount: metrics.replicas },
            webhooks: { replicaCount: webhooks.replicas },
            resources: {
                operator: operator.resources,
                metricServer: metrics.resources,
                webhooks: webhooks.resources,
            },
            nodeSelector: operator.nodeSelector,
            podDisruptionBudget: {
                ...(hasBudget("keda-operator") ? { operator: { maxUnavailable: 1 } } : {}),
                ...(hasBudget("keda-metrics-apiserver") ? { metricServer: { maxUnavailable: 1 } } : {}),
                ...(hasBudget("keda-admission-webhooks") ? { webhooks: { maxUnavailable: 1 } } : {}),
            },
            serviceAccount: { operator: { create: true, name: "keda-operator" } },
        },
        // An identity of its own without permissions: whatever is added later lands here and not on the nodes' role.
        identity: { serviceAccount: "keda-operator", statements: [] },
    };
}
