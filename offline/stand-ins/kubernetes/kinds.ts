import type { ResourceFiles } from "../schema/read-sdk";

/** A kind of object: where the SDK declares it and what of it the API server does not let change. */
interface Kind {
    readonly file: string;
    /** Besides `metadata.name` and `metadata.namespace`. */
    readonly replaceOn: readonly string[];
}

/** The provider replaces a ConfigMap or Secret whose data change, so that pods which mount it start again. */
const DATA = ["data", "binaryData", "stringData", "type", "immutable"];

/** Built-in kinds that the stand-in knows. Custom resources, of a group with a dot in it, need no row. */
export const kinds: Readonly<Record<string, Kind>> = {
    "kubernetes:core/v1:Namespace": { file: "core/v1/namespace", replaceOn: [] },
    "kubernetes:core/v1:ConfigMap": { file: "core/v1/configMap", replaceOn: DATA },
    "kubernetes:core/v1:Secret": { file: "core/v1/secret", replaceOn: DATA },
    "kubernetes:core/v1:ServiceAccount": { file: "core/v1/serviceAccount", replaceOn: [] },
    "kubernetes:batch/v1:Job": {
        file: "batch/v1/job",
        replaceOn: ["spec.completions", "spec.completionMode", "spec.selector", "spec.template"],
    },
    "kubernetes:storage.k8s.io/v1:StorageClass": {
        file: "storage/v1/storageClass",
        replaceOn: [
            "allowVolumeExpansion",
            "mountOptions",
            "parameters",
            "provisioner",
            "reclaimPolicy",
            "volumeBindingMode",
        ],
    },
    "kubernetes:scheduling.k8s.io/v1:PriorityClass": {
        file: "scheduling/v1/priorityClass",
        replaceOn: ["value", "globalDefault", "preemptionPolicy"],
    },
    "kubernetes:networking.k8s.io/v1:NetworkPolicy": { file: "networking/v1/networkPolicy", replaceOn: [] },
};

export const RELEASE = "kubernetes:helm.sh/v3:Release";
export const PROVIDER = "pulumi:providers:kubernetes";

/** Where the SDK declares what the stand-in checks. */
export const kubernetesFiles: ResourceFiles = {
    ...Object.fromEntries(Object.entries(kinds).map(([type, { file }]) => [type, file])),
    [RELEASE]: "helm/v3/release",
    [PROVIDER]: "provider",
};

/** `kubernetes:external-secrets.io/v1:ExternalSecret`: a group of somebody's own, not one of Kubernetes'. */
export function isCustomResource(type: string): boolean {
    const group = /^kubernetes:([\w.-]+)\/\w+:\w+$/.exec(type)?.[1] ?? "";
    return group.includes(".") && !group.endsWith(".k8s.io") && group !== "helm.sh";
}
