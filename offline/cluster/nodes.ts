import { instanceType } from "../../infra/facts/ec2-instance-types";
import { DAEMON_SETS } from "../../infra/sizing/daemon-sets";
import { allocatable } from "../../infra/sizing/node-capacity";
import { SYSTEM_DEPLOYMENTS } from "../../infra/sizing/system-pods";
import { OfflineError } from "../offline-error";
import type { RegisteredNodeGroup } from "./registered-stack";

const EFFECTS: Readonly<Record<string, string>> = {
    NO_SCHEDULE: "NoSchedule",
    NO_EXECUTE: "NoExecute",
    PREFER_NO_SCHEDULE: "PreferNoSchedule",
};

/** A node that kwok says the kubelet's part for. */
export interface SimulatedNode {
    readonly metadata: {
        readonly name: string;
        readonly labels: Readonly<Record<string, string>>;
        readonly annotations: Readonly<Record<string, string>>;
    };
    readonly [key: string]: unknown;
}

/** Label that EKS puts on the nodes of a managed group. */
export const NODE_GROUP_LABEL = "eks.amazonaws.com/nodegroup";

/**
 * The node of a group that Auto Scaling would start as the group's `index`th, from 0: zones take turns, labels and taints are the
 * group's, and what pods can be given is what the sizing says of its instance type.
 */
export function nodeOf(group: RegisteredNodeGroup, index: number): SimulatedNode {
    const type = instanceType(group.instanceType);
    if (type === undefined) throw new OfflineError(`offline: what ${group.instanceType} holds is not known.`);
    const zone = group.zones[index % group.zones.length] ?? "";
    const { cpuMilli, memoryMib, pods } = allocatable(type);
    const room = { cpu: `${cpuMilli}m`, memory: `${memoryMib}Mi`, pods: `${pods}`, "ephemeral-storage": "100Gi" };
    const name = `${group.name.replace(/^nodes-/, "")}-${index}`;
    return {
        apiVersion: "v1",
        kind: "Node",
        metadata: {
            name,
            annotations: { "kwok.x-k8s.io/node": "fake" },
            labels: {
                ...group.labels,
                [NODE_GROUP_LABEL]: group.name,
                "kubernetes.io/hostname": name,
                "kubernetes.io/os": "linux",
                "kubernetes.io/arch": type.arch === "arm64" ? "arm64" : "amd64",
                "node.kubernetes.io/instance-type": group.instanceType,
                "topology.kubernetes.io/region": zone.replace(/[a-z]$/, ""),
                "topology.kubernetes.io/zone": zone,
            },
        },
        spec: {
            taints: group.taints.map(({ key, value, effect }) => ({ key, value, effect: EFFECTS[effect] ?? effect })),
        },
        status: { allocatable: room, capacity: room },
    };
}

/** The nodes of all groups at their minimum, or at a size by group. */
export function nodesOf(
    groups: readonly RegisteredNodeGroup[],
    size: (group: RegisteredNodeGroup) => number,
): readonly SimulatedNode[] {
    return groups.flatMap((group) => Array.from({ length: size(group) }, (_, index) => nodeOf(group, index)));
}

/** What runs on the nodes beside the release, as the sizing counts it: daemon sets everywhere, the rest on the general nodes. */
export function systemWorkloads(): readonly object[] {
    const daemons = DAEMON_SETS.map((daemon) => ({
        apiVersion: "apps/v1",
        kind: "DaemonSet",
        metadata: { name: daemon.name, namespace: "kube-system" },
        spec: { selector: selectorOf(daemon.name), template: podOf(daemon, { tolerations: [{ operator: "Exists" }] }) },
    }));
    const deployments = SYSTEM_DEPLOYMENTS.map((deployment) => ({
        apiVersion: "apps/v1",
        kind: "Deployment",
        metadata: { name: deployment.name, namespace: "kube-system" },
        spec: {
            replicas: deployment.replicas,
            selector: selectorOf(deployment.name),
            template: podOf(deployment, { nodeSelector: { "kaireon.ai/tier": "general" } }),
        },
    }));
    return [...daemons, ...deployments];
}

function selectorOf(name: string): object {
    return { matchLabels: { "app.kubernetes.io/name": name } };
}

function podOf(
    { name, cpuMilli, memoryMib }: { readonly name: string; readonly cpuMilli: number; readonly memoryMib: number },
    spec: object,
): object {
    return {
        metadata: { labels: { "app.kubernetes.io/name": name } },
        spec: {
            ...spec,
            containers: [
                {
                    name,
                    image: "stand-in.invalid/none",
                    resources: { requests: { cpu: `${cpuMilli}m`, memory: `${memoryMib}Mi` } },
                },
            ],
        },
    };
}
