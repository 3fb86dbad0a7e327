import type { IDeployment } from "kubernetes-models/apps/v1";
import type { IHorizontalPodAutoscaler } from "kubernetes-models/autoscaling/v2";
import type { INode } from "kubernetes-models/v1";
import { PerfError } from "../perf-error";
import type { ClusterFacts, ScaledObject } from "./cluster-facts";
import type { ClusterCommands } from "./kubectl";

export interface ReleasePlace {
    readonly release: string;
    readonly namespace: string;
}

/** Reads the running platform. @throws PerfError with what kubectl or Helm complained of */
export async function readCluster(
    commands: ClusterCommands,
    { release, namespace }: ReleasePlace,
): Promise<ClusterFacts> {
    const { kubectl, helm } = commands;
    const own = `--namespace=${namespace}`;
    const list = async <T>(...args: readonly string[]) =>
        (JSON.parse(await kubectl("get", ...args, "--output=json")) as { readonly items: readonly T[] }).items;
    // One after the other: each of them starts a process that signs in, and a machine of CI has few cores.
    const version = JSON.parse(await kubectl("version", "--output=json")) as {
        readonly serverVersion?: { readonly gitVersion?: string };
    };
    const view = JSON.parse(await kubectl("config", "view", "--minify", "--output=json")) as {
        readonly clusters?: readonly { readonly name?: string }[];
    };
    return {
        kubernetesVersion: version.serverVersion?.gitVersion ?? "unknown",
        contextCluster: view.clusters?.[0]?.name ?? "unknown",
        nodes: await list<INode>("nodes"),
        deployments: await list<IDeployment>("deployments", own),
        autoscalers: await list<IHorizontalPodAutoscaler>("horizontalpodautoscalers.v2.autoscaling", own),
        scaledObjects: await absentAsEmpty(() => list<ScaledObject>("scaledobjects.keda.sh", own)),
        nodeScaling: await nodeScaling(kubectl),
        release: JSON.parse(await helm("get", "metadata", release, own, "--output=json")),
        values: JSON.parse(await helm("get", "values", release, own, "--all", "--output=json")),
    };
}

/** A cluster without KEDA knows no such kind. */
async function absentAsEmpty<T>(read: () => Promise<readonly T[]>): Promise<readonly T[]> {
    try {
        return await read();
    } catch (problem) {
        if (problem instanceof PerfError && /the server doesn't have a resource type/.test(problem.message)) return [];
        throw problem;
    }
}

async function nodeScaling(kubectl: ClusterCommands["kubectl"]): Promise<string | undefined> {
    const found = await kubectl(
        "get",
        "configmap",
        "cluster-autoscaler-status",
        "--namespace=kube-system",
        "--ignore-not-found",
        "--output=json",
    );
    if (found.trim() === "") return undefined;
    return (JSON.parse(found) as { readonly data?: { readonly status?: string } }).data?.status;
}
