import type { PropertyMap, PropertyValue } from "../../offline/stand-ins/protocol/values";
import { differences } from "../../report/property-diff";
import type { GraphNode } from "./graph";

/** A graph by `type name`, as in `stacks/golden`. */
export type Graph = Readonly<Record<string, GraphNode>>;

/** What one graph has and another has not; what is empty is left out. */
export interface Difference {
    readonly added?: Graph;
    /** `type name`, sorted. */
    readonly removed?: readonly string[];
    readonly changed?: Readonly<Record<string, NodeDifference>>;
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
    return withoutEmpty({
        added: Object.fromEntries(Object.entries(graph).filter(([key]) => !(key in large))),
        removed: Object.keys(large).filter((key) => !(key in graph)),
        changed: Object.fromEntries(changed),
    });
}

/** What came by its name alone. */
export function withNamesAlone({ added = {}, ...difference }: Difference) {
    return withoutEmpty({ added: Object.keys(added), ...difference });
}

function ofNodes({ dependsOn: before = [], ...large }: GraphNode, { dependsOn = [], ...node }: GraphNode) {
    const waits = withoutEmpty({
        noLonger: before.filter((key) => !dependsOn.includes(key)),
        now: dependsOn.filter((key) => !before.includes(key)),
    });
    const properties = differences(propertiesOf(large), propertiesOf(node)).map(({ path, old, new: here }) => [
        path.replace(/^inputs\./, ""),
        { large: shown(old), here: shown(here) },
    ]);
    return { ...withoutEmpty({ dependsOn: waits }), ...Object.fromEntries(properties) };
}

/** A node is YAML of what was JSON. */
function propertiesOf(node: GraphNode): PropertyMap {
    return { ...node } as PropertyMap;
}

/** Certificates fill a page and say nothing. */
const LONGEST_TEXT = 1000;

function shown(value: PropertyValue | undefined): PropertyValue {
    if (typeof value !== "string" || value.length <= LONGEST_TEXT) return value ?? "<absent>";
    return `${value.slice(0, value.indexOf("\n"))} <${value.length} characters>`;
}

function withoutEmpty<T extends object>(parts: T): Partial<T> {
    const filled = Object.entries(parts).filter(([, part]) => Object.keys(part).length > 0);
    return Object.fromEntries(filled) as Partial<T>;
}
