import type { NotCovered } from "../../not-covered";

export const autoscalingNotCovered: readonly NotCovered[] = [
    {
        id: "AutoScaling.1",
        why: "Holds by construction: the load balancer sends to pods (target type ip), so no Auto Scaling group of a node group is attached to it.",
    },
    {
        id: "AutoScaling.6",
        why: "The capacity arithmetic and the Cluster Autoscaler reckon with nodes of one size; the launch template names the type, so that a change rolls through the nodes (docs/decisions/0012). More types pay off for spot instances, which the platform has none of.",
    },
    { id: "AutoScaling.9", why: "Holds by construction: a managed node group always has a launch template." },
];
