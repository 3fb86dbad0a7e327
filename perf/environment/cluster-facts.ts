import type { IDeployment } from "kubernetes-models/apps/v1";
import type { IHorizontalPodAutoscaler } from "kubernetes-models/autoscaling/v2";
import type { INode } from "kubernetes-models/v1";

/** As much of a KEDA ScaledObject as is read. */
export interface ScaledObject {
    readonly metadata?: { readonly name?: string };
    readonly status?: {
        readonly conditions?: readonly {
            readonly type: string;
            readonly status: string;
            readonly message?: string;
        }[];
    };
}

/** What a running platform tells of itself, as Kubernetes and Helm give it. */
export interface ClusterFacts {
    /** `v1.35.2` */
    readonly kubernetesVersion: string;
    /** The cluster that kubectl's context is of: on EKS its ARN. */
    readonly contextCluster: string;
    readonly nodes: readonly INode[];
    /** Of the release's namespace, as are the autoscalers. */
    readonly deployments: readonly IDeployment[];
    /** Those that KEDA makes among them, one for each ScaledObject. */
    readonly autoscalers: readonly IHorizontalPodAutoscaler[];
    readonly scaledObjects: readonly ScaledObject[];
    /** What the Cluster Autoscaler writes of itself; undefined where it writes nothing. */
    readonly nodeScaling: string | undefined;
    readonly release: { readonly chart: string; readonly version: string; readonly status: string };
    /** The release's values, the chart's own among them. */
    readonly values: Readonly<Record<string, unknown>>;
}

/** Where the chart says which tier an object is of. */
const TIER_OF_OBJECT = "app.kubernetes.io/component";
/** Where the program says which tier's nodes these are. */
const TIER_OF_NODE = "kaireon.ai/tier";

/** `api`; of another chart than this project's, which may not say it, the Deployment's name. */
export function tierOf({ metadata }: IDeployment): string {
    return metadata?.labels?.[TIER_OF_OBJECT] ?? metadata?.name ?? "";
}

/** `worker` of `kaireon.ai/tier=worker`; of other nodes, the managed node group. */
export function poolOf({ metadata }: INode): string {
    const labels = metadata?.labels ?? {};
    return labels[TIER_OF_NODE] ?? labels["eks.amazonaws.com/nodegroup"] ?? "unlabelled";
}

export function instanceTypeOf({ metadata }: INode): string {
    return metadata?.labels?.["node.kubernetes.io/instance-type"] ?? "unknown";
}

/** The nodes that the platform runs on: those that the load comes from are none of it. */
export function platformNodes({ nodes }: Pick<ClusterFacts, "nodes">): readonly INode[] {
    return nodes.filter((node) => poolOf(node) !== "load");
}

/** Images of all containers of a Deployment's pods. */
export function imagesOf({ spec }: IDeployment): readonly string[] {
    return (spec?.template.spec?.containers ?? []).flatMap(({ image }) => (image === undefined ? [] : [image]));
}
