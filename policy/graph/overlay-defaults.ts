/**
 * What the vendor's `values-large.yaml` sets, as documented; it counts where a release names that file among its value files, which a
 * policy cannot read. Source: https://docs.kaireonai.com/platform/values-large
 */
export const overlayDefaults: Readonly<Record<string, unknown>> = {
    api: {
        autoscaling: { minReplicas: 6, maxReplicas: 50 },
        resources: { requests: { cpu: "2", memory: "4Gi" }, limits: { cpu: "4", memory: "8Gi" } },
    },
    cron: { resources: { requests: { cpu: "100m", memory: "64Mi" } } },
    worker: {
        keda: { minReplicas: 4, maxReplicas: 30 },
        resources: { requests: { cpu: "2", memory: "4Gi" }, limits: { cpu: "4", memory: "8Gi" } },
    },
    mlWorker: {
        autoscaling: { minReplicas: 2, maxReplicas: 10 },
        resources: { requests: { cpu: "2", memory: "8Gi" }, limits: { cpu: "8", memory: "16Gi" } },
    },
    outboxPublisher: {
        replicas: 3,
        podDisruptionBudget: { minAvailable: 2 },
        resources: { requests: { cpu: "200m", memory: "512Mi" } },
    },
    stream: { replicas: 2, resources: { requests: { cpu: "1", memory: "2Gi" } } },
    mcp: { dedicated: false, replicas: 2, resources: { requests: { cpu: "500m", memory: "1Gi" } } },
    postgres: { mode: "external" },
    redis: { mode: "external", cluster: true },
    opensearch: { enabled: true },
    postgresExternalReplicas: 2,
    eventbus: { enabled: true, backend: "kafka" },
    interactionStore: { backend: "dynamodb" },
};
