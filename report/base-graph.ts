import { parse } from "yaml";
import type { PropertyMap } from "../offline/stand-ins/protocol/values";
import { type GraphNode, graphOf, label } from "../test/golden/graph";
import { byName, type Change, type Changes } from "./changes";
import { readEventLog, type Step } from "./event-log";
import { differences, overlap } from "./property-diff";
import { replacingPaths } from "./replacements";
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
    return isObject(value) && Object.entries(value).every(([key, node]) => /^\S+:\S* \S/.test(key) && isObject(node));
}

function isObject(value: unknown): value is object {
    return typeof value === "object" && value !== null && !Array.isArray(value);
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
 * What a program declares that another did not, and the other way round. Neither may be deployed: of two that are the preview's own diff
 * says more.
 *
 * @throws ReportError when the steps are those of a stack that is there
 */
export function compareGraphs(base: Graph, steps: readonly Step[]): Changes {
    if (steps.some(({ old }) => old !== undefined && old !== null)) {
        throw new ReportError(
            "the event log is of a stack that is deployed; its own diff says more. Leave out --base.",
        );
    }
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
    const changed = operation === "update" ? differences(old, now) : [];
    if (operation === "update" && changed.length === 0) return undefined;
    const replacing = operation === "update" ? replacingPaths(type, old, now, willBe?.ignoreChanges ?? []) : [];
    return {
        // Of what the head no longer has only the parent tells where it belonged.
        urn: urn ?? `urn:pulumi:base::base::${splitLabel(was?.parent ?? "")[0]}$${type}::${name}`,
        type,
        name,
        operation: replacing.length > 0 ? "replace" : operation,
        protect: (was ?? willBe)?.protect ?? false,
        properties: changed.map((change) => ({
            ...change,
            replaces: replacing.some((path) => overlap(path, change.path)),
        })),
        inputs: operation === "delete" ? old : now,
    };
}

function splitLabel(key: string): readonly [type: string, name: string] {
    const end = key.indexOf(" ");
    return [key.slice(0, end), key.slice(end + 1)];
}

/** A golden graph is YAML of what was JSON. */
function inputsOf(node: GraphNode | undefined): PropertyMap {
    return (node?.inputs ?? {}) as PropertyMap;
}
