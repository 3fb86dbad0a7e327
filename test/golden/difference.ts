import type { PropertyMap, PropertyValue } from "../../offline/stand-ins/protocol/values";
import { differences } from "../../report/property-diff";
import type { GraphNode } from "./graph";

/** A graph by `type name`, as in `stacks/golden`. */
export type Graph = Readonly<Record<string, GraphNode>>;

/** What one graph has and another has not. */
export interface Difference {
    readonly added: Graph;
    /** `type name`, sorted. */
    readonly removed: readonly string[];
    readonly changed: Readonly<Record<string, NodeDifference>>;
}

/** Properties of one resource that differ, by path; what it waits for as what comes and goes. */
export type NodeDifference = Readonly<Record<string, unknown>>;

/** How a graph differs from large's. */
export function differenceOf(large: Graph, graph: Graph): Difference {
    const both = Object.keys(graph).filter((key) => key in large);
    const changed = both.flatMap((key) => {
        const difference = ofNodes(large[key] ?? {}, graph[key] ?? {});
        return Object.keys(difference).length === 0 ? [] : [[key, difference] as const];
    });
    return {
        added: Object.fromEntries(Object.entries(graph).filter(([key]) => !(key in large))),
        removed: Object.keys(large).filter((key) => !(key in graph)),
        changed: Object.fromEntries(changed),
    };
}

/** The names alone, and the paths of what differs in them. */
export function withoutContent({ added, removed, changed }: Difference) {
    return {
        added: Object.keys(added),
        removed,
        changed: Object.fromEntries(Object.entries(changed).map(([key, paths]) => [key, Object.keys(paths)])),
    };
}

function ofNodes({ dependsOn: before = [], ...large }: GraphNode, { dependsOn = [], ...node }: GraphNode) {
    const waits = {
        noLonger: before.filter((key) => !dependsOn.includes(key)),
        now: dependsOn.filter((key) => !before.includes(key)),
    };
    const isSame = waits.noLonger.length + waits.now.length === 0;
    const properties = differences(propertiesOf(large), propertiesOf(node)).map(({ path, old, new: here }) => [
        path.replace(/^inputs\./, ""),
        { large: shown(old), here: shown(here) },
    ]);
    return { ...(isSame ? {} : { dependsOn: waits }), ...Object.fromEntries(properties) };
}

/** A node is YAML of what was JSON. */
function propertiesOf(node: GraphNode): PropertyMap {
    return { ...node } as PropertyMap;
}

function shown(value: PropertyValue | undefined): PropertyValue {
    return value === undefined ? "<absent>" : value;
}
