import { containersOf, type Pod, podsOf, WORKLOADS } from "./graph/pods";
import type { StackResource } from "./graph/stack-resource";
import { type Path, View } from "./graph/view";
import { type PolicyText, type Report, type StackPolicy, stackPolicy } from "./policy";
import type { Requirement } from "./requirement";

/** A row of a table about objects of Kubernetes: registered ones, or those of a rendered chart. */
interface Row extends PolicyText {
    readonly must: Requirement;
    /** What Kubernetes makes of a property that is left out. */
    readonly absentIs?: string | number | boolean;
    /** A value that breaks the row, for the tests. */
    readonly violatedBy: unknown;
}

export interface ObjectControl extends Row {
    /** From the root of the object; as keys where one has dots in it. */
    readonly property: Path;
    readonly when?: (object: StackResource) => boolean;
}

export interface PodControl extends Row {
    /** Below a pod's `spec`, below each of its containers, or the container's value before the pod's. */
    readonly of: "pod" | "container" | "either";
    readonly property: string;
    readonly when?: (pod: Pod, container: View) => boolean;
}

/** What the tests take: the types of objects, and the place that breaks, in an object that satisfies all rows. */
export interface ExamplePlace {
    readonly type: string;
    readonly path: readonly string[];
    readonly row: Row;
}

/** A row as a policy. */
export interface KubernetesPolicy extends StackPolicy {
    readonly example: ExamplePlace;
}

/** Rows about objects of these types. */
export function objectControls(
    types: readonly [string, ...string[]],
    rows: readonly ObjectControl[],
): readonly KubernetesPolicy[] {
    return rows.map(({ property, must, absentIs, when, violatedBy, ...text }) => {
        const row: Row = { ...text, must, violatedBy, ...(absentIs === undefined ? {} : { absentIs }) };
        const policy = stackPolicy({
            ...text,
            types,
            check: (stack, report) =>
                report.each(stack.ofType(...types), (object) => {
                    if (when === undefined || when(object)) judge(object, object.properties.at(property), row, report);
                }),
        });
        const path = typeof property === "string" ? property.split(".") : property;
        return { ...policy, example: { type: types[0], path, row } };
    });
}

/** Rows about the pods of every workload. */
export function podControls(rows: readonly PodControl[]): readonly KubernetesPolicy[] {
    return rows.map(({ of, property, must, absentIs, when, violatedBy, ...text }) => {
        const row: Row = { ...text, must, violatedBy, ...(absentIs === undefined ? {} : { absentIs }) };
        const policy = stackPolicy({
            ...text,
            types: WORKLOADS,
            check: (stack, report) =>
                report.each(podsOf(stack), (pod) => {
                    if (of === "pod") return judge(pod.owner, pod.spec.at(property), row, report);
                    report.each(containersOf(pod), (container) => {
                        if (when !== undefined && !when(pod, container)) return;
                        const own = container.at(property);
                        const shared = pod.spec.at(property);
                        judge(pod.owner, of === "either" && !own.exists && shared.exists ? shared : own, row, report);
                    });
                }),
        });
        const place = [...(of === "pod" ? [] : ["containers", "0"]), ...property.split(".")];
        const path = ["spec", "template", "spec", ...place];
        return { ...policy, example: { type: "kubernetes:apps/v1:Deployment", path, row } };
    });
}

function judge(object: StackResource, place: View, { must, absentIs, fix }: Row, report: Report): void {
    const isDefault = !place.exists && absentIs !== undefined;
    if (must.holds(isDefault ? new View(absentIs, object, [place.path]) : place)) return;
    const is = `${place.shown()}${isDefault ? `, which means ${JSON.stringify(absentIs)}` : ""}`;
    report.violation(`${object.label}: ${place.path} is ${is}; it must be ${must.text}. ${fix}`, object);
}
