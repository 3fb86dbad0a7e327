import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";

const CHARTS = ["kubernetes:helm.sh/v3:Release", "kubernetes:helm.sh/v3:Chart", "kubernetes:helm.sh/v4:Chart"];
const ADD_ON = "aws:eks/addon:Addon";
const DEFINITION = "kubernetes:apiextensions.k8s.io/v1:CustomResourceDefinition";

/** What installs an operator: its chart, an EKS add-on of that name, or its definitions alone. */
export function findOperator(stack: Stack, chart: RegExp, group: string): readonly StackResource[] {
    const named = (property: string) => (resource: StackResource) => {
        const place = resource.properties.at(property);
        if (place.state === "unknown") return false;
        return chart.test(/[^/]*$/.exec(place.text() ?? "")?.[0] ?? "");
    };
    return [
        ...stack.ofType(...CHARTS).filter(named("chart")),
        ...stack.ofType(ADD_ON).filter(named("addonName")),
        ...stack.ofType(DEFINITION).filter(({ properties }) => properties.at("spec.group").shown() === `"${group}"`),
    ];
}

/** Whether a resource, or what it waits for, waits for another, or for a part of it. */
export function waitsFor(resource: StackResource, other: StackResource): boolean {
    const seen = new Set<string>();
    const open = [...resource.dependencies];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
        if (seen.has(next.urn)) continue;
        seen.add(next.urn);
        if (next.urn === other.urn || next.parent?.urn === other.urn) return true;
        open.push(...next.dependencies);
    }
    return false;
}
