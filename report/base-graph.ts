import { parse } from "yaml";
import { type GraphNode, graphOf, label } from "../test/golden/graph";
import { byName, type Change, type Changes } from "./changes";
import { readEventLog, type Step } from "./event-log";
import { differences, isMap, type Properties } from "./property-diff";
import { ReportError } from "./report-error";

/** Resources by `type name`, as in the golden graphs under stacks/golden. */
export type Graph = Readonly<Record<string, GraphNode>>;

/**
 * The graph to compare with: an event log of the base's preview, or its golden graph.
 *
 * @param source what errors call it
 */
export function readBaseGraph(text: string, source: string): Graph {
    if (text.trimStart().startsWith("{")) return graphOfSteps(readEventLog(text, source).steps);
    let graph: unknown;
    try {
        graph = parse(text);
    } catch {
        graph = undefined;
    }
    if (isGraph(graph)) return graph;
    throw new ReportError(`${source} is neither an event log nor a golden graph. Give one of stacks/golden/*.yaml.`);
}

function isGraph(value: unknown): value is Graph {
    return isMap(value) && Object.entries(value).every(([key, node]) => /^\S+:\S* \S/.test(key) && isMap(node));
}

export function graphOfSteps(steps: readonly Step[]): Graph {
    return graphOf(
        steps.map(({ op, urn, new: state }) => ({
            op,
            urn,
            ...(state ? { newState: { type: state.type, protect: state.protect, inputs: state.inputs ?? {} } } : {}),
        })),
    );
}

/**
 * What a program declares that another did not, and the other way round. No provider was asked, so what comes out as an update may be a
 * replacement.
 */
export function compareGraphs(base: Graph, steps: readonly Step[]): Changes {
    const head = graphOfSteps(steps);
    const urns = new Map(steps.map(({ urn }) => [label(urn), urn]));
    const all = [...new Set([...Object.keys(base), ...Object.keys(head)])].filter(isResource);
    const changes = all.flatMap((key) => changeBetween(key, urns.get(key), base[key], head[key]) ?? []);
    return { changes: changes.sort(byName), unchanged: all.length - changes.length };
}

/** Neither a component of this project or of the EKS package, nor a provider or the stack. */
function isResource(key: string): boolean {
    return !/^(kaireon|eks|pulumi):/.test(key);
}

function changeBetween(
    key: string,
    urn: string | undefined,
    was: GraphNode | undefined,
    willBe: GraphNode | undefined,
): Change | undefined {
    const [type = "", name = ""] = splitLabel(key);
    const [old, now] = [inputsOf(was), inputsOf(willBe)];
    const operation = was === undefined ? "create" : willBe === undefined ? "delete" : "update";
    const properties = operation === "update" ? differences(old, now) : [];
    if (operation === "update" && properties.length === 0) return undefined;
    return {
        // Of what the head no longer has only the parent tells where it belonged.
        urn: urn ?? `urn:pulumi:base::base::${splitLabel(was?.parent ?? "")[0]}$${type}::${name}`,
        type,
        name,
        operation,
        protect: (was ?? willBe)?.protect ?? false,
        properties: properties.map((property) => ({ ...property, replaces: false })),
        inputs: operation === "delete" ? old : now,
    };
}

function splitLabel(key: string): readonly [type: string, name: string] {
    const end = key.indexOf(" ");
    return [key.slice(0, end), key.slice(end + 1)];
}

function inputsOf(node: GraphNode | undefined): Properties {
    return isMap(node?.inputs) ? node.inputs : {};
}
