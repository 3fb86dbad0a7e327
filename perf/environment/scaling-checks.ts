import type { IHorizontalPodAutoscaler } from "kubernetes-models/autoscaling/v2";
import { parse } from "yaml";
import { z } from "zod";
import type { Check } from "./check";
import type { ClusterFacts, ScaledObject } from "./cluster-facts";

/** Autoscalers of pods, KEDA's too, have settled below their maximum: a run at the maximum measures the maximum, not the platform. */
export function podScalersHaveRoom({ autoscalers, scaledObjects }: ClusterFacts): Check {
    const problems = autoscalers.flatMap((autoscaler) => {
        const name = `HorizontalPodAutoscaler ${autoscaler.metadata?.name ?? ""}`;
        const { currentReplicas = 0, desiredReplicas = 0 } = autoscaler.status ?? {};
        const { maxReplicas = 0, minReplicas = 1 } = autoscaler.spec ?? {};
        if (!isActive(autoscaler))
            return [`${name} does not scale: ${conditionOf(autoscaler)?.message ?? "it has no status yet"}.`];
        if (currentReplicas !== desiredReplicas)
            return [
                `${name} is scaling from ${currentReplicas} to ${desiredReplicas} pods. Wait until it has settled.`,
            ];
        // Of a tier that is held at one size, that size is what is to be measured.
        if (currentReplicas >= maxReplicas && minReplicas < maxReplicas)
            return [`${name} is at its maximum of ${maxReplicas} pods before any load. Raise maxReplicas, or wait.`];
        return [];
    });
    problems.push(...scaledObjects.flatMap(scaledObjectProblems));
    const found = autoscalers.map(
        ({ metadata, spec, status }) =>
            `${metadata?.name ?? ""} ${status?.currentReplicas ?? 0} of ${spec?.maxReplicas ?? 0}`,
    );
    return { title: "pod autoscalers", problems, found: found.join(", ") || "none" };
}

function conditionOf({ status }: IHorizontalPodAutoscaler) {
    return status?.conditions?.find(({ type }) => type === "ScalingActive");
}

function isActive(autoscaler: IHorizontalPodAutoscaler): boolean {
    return conditionOf(autoscaler)?.status === "True";
}

/** KEDA reads its source, and nobody has told it to stand still. */
function scaledObjectProblems({ metadata, status }: ScaledObject): readonly string[] {
    const name = `ScaledObject ${metadata?.name ?? ""}`;
    const conditions = status?.conditions ?? [];
    const ready = conditions.find(({ type }) => type === "Ready");
    if (ready?.status !== "True")
        return [`${name} is not ready: ${ready?.message ?? "KEDA has not looked at it yet"}.`];
    const held = conditions.find(({ type, status: state }) => /^(Paused|Fallback)$/.test(type) && state === "True");
    return held === undefined ? [] : [`${name} is in the state ${held.type}: ${held.message ?? "it does not scale"}.`];
}

/** As much of its status as is read; YAML since Cluster Autoscaler 1.30: https://github.com/kubernetes/autoscaler/pull/6375 */
const statusSchema = z.object({
    autoscalerStatus: z.string(),
    clusterWide: z.object({ scaleUp: z.object({ status: z.string() }), scaleDown: z.object({ status: z.string() }) }),
});

/** The Cluster Autoscaler neither adds nor removes nodes. Candidates for removal are no removal yet. */
export function nodeScalerRests({ nodeScaling }: Pick<ClusterFacts, "nodeScaling">): Check {
    const title = "node autoscaler";
    if (nodeScaling === undefined)
        return {
            title,
            found: "",
            problems: [
                "ConfigMap kube-system/cluster-autoscaler-status is missing: whether nodes are being added is not known. Look for the Cluster Autoscaler's pods.",
            ],
        };
    const status = statusOf(nodeScaling);
    if (status === undefined)
        return {
            title,
            found: "",
            problems: [
                "ConfigMap kube-system/cluster-autoscaler-status is not in the form of Cluster Autoscaler 1.30 or newer.",
            ],
        };
    const { scaleUp, scaleDown } = status.clusterWide;
    const problems = [
        ...(status.autoscalerStatus === "Running" ? [] : [`It is ${status.autoscalerStatus}; it must be Running.`]),
        ...(scaleUp.status === "NoActivity" ? [] : [`Its scale-up is ${scaleUp.status}. Wait until it is NoActivity.`]),
        ...(scaleDown.status === "InProgress" ? ["It is taking nodes away. Wait until it has."] : []),
    ];
    return { title, problems, found: `scale-up ${scaleUp.status}, scale-down ${scaleDown.status}` };
}

function statusOf(text: string): z.infer<typeof statusSchema> | undefined {
    try {
        return statusSchema.safeParse(parse(text)).data;
    } catch {
        return undefined;
    }
}
