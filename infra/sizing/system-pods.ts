import type { PodRequest } from "./packing";
import type { PoolerWorkload } from "./workload";

/** A Deployment of the cluster itself, on the general pool. */
export interface SystemDeployment extends PodRequest {
    readonly name: string;
    readonly replicas: number;
}

/**
 * What the add-ons and controllers request, pod by pod. The components that install them set these same requests: several of the
 * charts set none, and a pod without requests is the first to go when a node runs short.
 */
export const SYSTEM_DEPLOYMENTS = [
    // One for each zone: with two, a drained node beside a lost zone leaves the cluster without names.
    { name: "coredns", replicas: 3, cpuMilli: 100, memoryMib: 70 },
    { name: "metrics-server", replicas: 2, cpuMilli: 100, memoryMib: 200 },
    // Six containers of 10m and 40 MiB.
    { name: "ebs-csi-controller", replicas: 2, cpuMilli: 60, memoryMib: 240 },
    { name: "aws-load-balancer-controller", replicas: 2, cpuMilli: 100, memoryMib: 200 },
    { name: "cluster-autoscaler", replicas: 1, cpuMilli: 100, memoryMib: 600 },
    { name: "keda-operator", replicas: 2, cpuMilli: 100, memoryMib: 200 },
    { name: "keda-metrics-apiserver", replicas: 2, cpuMilli: 100, memoryMib: 200 },
    { name: "keda-admission-webhooks", replicas: 2, cpuMilli: 100, memoryMib: 100 },
    { name: "external-secrets", replicas: 2, cpuMilli: 50, memoryMib: 128 },
    { name: "external-secrets-webhook", replicas: 2, cpuMilli: 50, memoryMib: 64 },
    { name: "external-secrets-cert-controller", replicas: 1, cpuMilli: 50, memoryMib: 128 },
    { name: "reloader", replicas: 1, cpuMilli: 50, memoryMib: 128 },
] as const satisfies readonly SystemDeployment[];

export type SystemDeploymentName = (typeof SYSTEM_DEPLOYMENTS)[number]["name"];

/** The row of a Deployment, for the component that installs it. */
export function systemDeployment(name: SystemDeploymentName): SystemDeployment {
    const row = SYSTEM_DEPLOYMENTS.find((deployment) => deployment.name === name);
    if (row === undefined) throw new Error(`system-pods: ${name} has no row`);
    return row;
}

/**
 * The pods themselves: all replicas, and one more for whichever Deployment is being rolled out (the largest). The pooler's are rolled out
 * with the application, so its own surge comes on top.
 */
export function systemPods(pooler?: PoolerWorkload): readonly PodRequest[] {
    const surge = {
        cpuMilli: Math.max(...SYSTEM_DEPLOYMENTS.map((deployment) => deployment.cpuMilli)),
        memoryMib: Math.max(...SYSTEM_DEPLOYMENTS.map((deployment) => deployment.memoryMib)),
    };
    const running = SYSTEM_DEPLOYMENTS.flatMap((deployment) => podsOf(deployment, deployment.replicas));
    const pooling = pooler === undefined ? [] : podsOf(pooler, pooler.replicas + pooler.surge);
    return [...running, surge, ...pooling];
}

function podsOf({ cpuMilli, memoryMib }: PodRequest, count: number): readonly PodRequest[] {
    return Array.from({ length: count }, () => ({ cpuMilli, memoryMib }));
}
