import type { Stack } from "./stack";
import type { StackResource } from "./stack-resource";
import type { View } from "./view";

const TEMPLATE = "spec.template";

/** Where each kind of workload keeps the template of its pods. */
const TEMPLATES: Readonly<Record<string, string>> = {
    "kubernetes:core/v1:Pod": "",
    "kubernetes:core/v1:ReplicationController": TEMPLATE,
    "kubernetes:apps/v1:Deployment": TEMPLATE,
    "kubernetes:apps/v1:StatefulSet": TEMPLATE,
    "kubernetes:apps/v1:DaemonSet": TEMPLATE,
    "kubernetes:apps/v1:ReplicaSet": TEMPLATE,
    "kubernetes:batch/v1:Job": TEMPLATE,
    "kubernetes:batch/v1:CronJob": "spec.jobTemplate.spec.template",
};

export const WORKLOADS: readonly string[] = Object.keys(TEMPLATES);

export const DEPLOYMENT = "kubernetes:apps/v1:Deployment";

/** Workloads whose pods go on until they are told to stop. */
export const SERVERS: readonly string[] = [
    DEPLOYMENT,
    "kubernetes:apps/v1:StatefulSet",
    "kubernetes:apps/v1:DaemonSet",
    "kubernetes:apps/v1:ReplicaSet",
];

/** The pods that a registered workload makes. */
export interface Pod {
    readonly owner: StackResource;
    /** Labels and annotations of the pods. */
    readonly metadata: View;
    readonly spec: View;
}

/** Of workloads that are resources of the stack; those in a Helm release are not. */
export function podsOf(stack: Stack): readonly Pod[] {
    return stack.ofType(...WORKLOADS).map((owner) => {
        const path = TEMPLATES[owner.type] ?? "";
        const template = path === "" ? owner.properties : owner.properties.at(path);
        return { owner, metadata: template.at("metadata"), spec: template.at("spec") };
    });
}

/** Those that start before the others are meant too: they run with the same access to the node. */
export function containersOf({ spec }: Pod): readonly View[] {
    return ["containers", "initContainers", "ephemeralContainers"].flatMap((list) => spec.items(list));
}

/** `kaireon`; where the object names none, `default`. */
export function namespaceOf({ properties }: StackResource): string {
    return properties.text("metadata.namespace") ?? "default";
}

/** Whether a label selector (`matchLabels` and `matchExpressions`) takes pods with these labels; an empty one takes all. */
export function selects(selector: View, labels: View): boolean {
    const equal = selector.names("matchLabels").every((key) => {
        return selector.text(["matchLabels", key]) === labels.text([key]);
    });
    return equal && selector.items("matchExpressions").every((expression) => matches(expression, labels));
}

function matches(expression: View, labels: View): boolean {
    const value = labels.text([expression.text("key") ?? ""]);
    const isListed = value !== undefined && expression.texts("values").includes(value);
    switch (expression.text("operator")) {
        case "In":
            return isListed;
        case "NotIn":
            return !isListed;
        case "Exists":
            return value !== undefined;
        default:
            return value === undefined;
    }
}
