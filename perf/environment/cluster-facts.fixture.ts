import type { IDeployment } from "kubernetes-models/apps/v1";
import type { IHorizontalPodAutoscaler } from "kubernetes-models/autoscaling/v2";
import type { INode } from "kubernetes-models/v1";
import type { ClusterFacts, ScaledObject } from "./cluster-facts";

export function node(name: string, pool: string, instanceType: string): INode {
    return {
        apiVersion: "v1",
        kind: "Node",
        metadata: {
            name,
            labels: {
                "kaireon.ai/tier": pool,
                "node.kubernetes.io/instance-type": instanceType,
                "topology.kubernetes.io/region": "eu-west-1",
            },
        },
        status: { conditions: [{ type: "Ready", status: "True" }] },
    };
}

export function deployment(tier: string, replicas: number, image = "kaireon-api"): IDeployment {
    return {
        apiVersion: "apps/v1",
        kind: "Deployment",
        metadata: { name: `kaireon-${tier}`, generation: 3, labels: { "app.kubernetes.io/component": tier } },
        spec: {
            replicas,
            selector: {},
            template: {
                spec: {
                    containers: [
                        { name: tier, image: `210987654321.dkr.ecr.eu-west-1.amazonaws.com/${image}:2026.4.1` },
                    ],
                },
            },
        },
        status: { observedGeneration: 3, replicas, readyReplicas: replicas, updatedReplicas: replicas },
    };
}

export function autoscaler(name: string, current: number, min: number, max: number): IHorizontalPodAutoscaler {
    return {
        apiVersion: "autoscaling/v2",
        kind: "HorizontalPodAutoscaler",
        metadata: { name },
        spec: { minReplicas: min, maxReplicas: max, scaleTargetRef: { kind: "Deployment", name } },
        status: {
            currentReplicas: current,
            desiredReplicas: current,
            conditions: [{ type: "ScalingActive", status: "True" }],
        },
    };
}

export function scaledObject(name: string, ...conditions: readonly string[]): ScaledObject {
    return {
        metadata: { name },
        status: { conditions: ["Ready", ...conditions].map((type) => ({ type, status: "True" })) },
    };
}

/** As the Cluster Autoscaler writes it. */
export function nodeScaling(scaleUp: string, scaleDown: string, autoscalerStatus = "Running"): string {
    return [
        "time: 2026-03-01 10:00:00.000000000 +0000 UTC",
        `autoscalerStatus: ${autoscalerStatus}`,
        "clusterWide:",
        "  health: { status: Healthy }",
        `  scaleUp: { status: ${scaleUp}, lastProbeTime: "2026-03-01T10:00:00Z" }`,
        `  scaleDown: { status: ${scaleDown}, lastProbeTime: "2026-03-01T10:00:00Z" }`,
        "nodeGroups: []",
    ].join("\n");
}

/** A platform at rest, with everything right. */
export const AT_REST: ClusterFacts = {
    kubernetesVersion: "v1.35.2-eks-1a2b3c4",
    contextCluster: "arn:aws:eks:eu-west-1:210987654321:cluster/kaireon-large",
    nodes: [
        node("ip-10-64-1-1", "api", "m7i.2xlarge"),
        node("ip-10-64-2-1", "api", "m7i.2xlarge"),
        node("ip-10-64-1-2", "general", "m7i.xlarge"),
        node("ip-10-64-1-3", "load", "m7i.xlarge"),
    ],
    deployments: [deployment("api", 6), deployment("worker", 4, "kaireon-worker")],
    autoscalers: [autoscaler("kaireon-api-hpa", 6, 6, 50), autoscaler("keda-hpa-kaireon-worker", 4, 4, 30)],
    scaledObjects: [scaledObject("kaireon-worker", "Active")],
    nodeScaling: nodeScaling("NoActivity", "CandidatesPresent"),
    release: { chart: "kaireon", version: "0.2.0", status: "deployed" },
    values: {
        api: { image: { repository: "kaireon-api", tag: "2026.4.1" } },
        eventbus: { enabled: true, backend: "kafka" },
        interactionStore: { backend: "dynamodb" },
        postgres: { mode: "external", pooler: { enabled: false } },
        redis: { mode: "external", cluster: true },
        opensearch: { enabled: true },
    },
};
