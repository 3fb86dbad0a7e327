import type { PropertyMap } from "../offline/stand-ins/protocol/values";
import { nameOf, typeOf } from "./area";
import type { Step } from "./event-log";
import { differences, overlap, type PropertyDifference, SECRET, valueAt } from "./property-diff";

export type Operation = "create" | "update" | "replace" | "delete";

export interface PropertyChange extends PropertyDifference {
    /** The resource does not survive it. */
    readonly replaces: boolean;
}

/** What happens to one resource. */
export interface Change {
    readonly urn: string;
    readonly type: string;
    readonly name: string;
    readonly operation: Operation;
    /** Pulumi refuses to delete it. */
    readonly protect: boolean;
    /** Of updates and replacements. */
    readonly properties: readonly PropertyChange[];
    /** As they will be; of a deletion as they were. */
    readonly inputs: PropertyMap;
}

export interface Changes {
    readonly changes: readonly Change[];
    readonly unchanged: number;
}

const OPERATIONS: Readonly<Record<string, Operation>> = {
    create: "create",
    import: "create",
    update: "update",
    replace: "replace",
    "create-replacement": "replace",
    "delete-replaced": "replace",
    "import-replacement": "replace",
    delete: "delete",
};

/** The changes of a preview, one for each resource; components and providers are none. */
export function changesOf(steps: readonly Step[]): Changes {
    const byUrn = new Map<string, Step[]>();
    for (const step of steps) if (isResource(step)) byUrn.set(step.urn, [...(byUrn.get(step.urn) ?? []), step]);
    const all = [...byUrn].map(([urn, own]) => changeOf(urn, own));
    const changes = all.filter((change) => change !== undefined);
    return { changes: changes.sort(byName), unchanged: all.length - changes.length };
}

function isResource({ old, new: now, urn }: Step): boolean {
    return (now ?? old)?.custom === true && !typeOf(urn).startsWith("pulumi:");
}

export function byName(left: Change, right: Change): number {
    return left.name < right.name ? -1 : left.name > right.name ? 1 : left.type < right.type ? -1 : 1;
}

function changeOf(urn: string, steps: readonly Step[]): Change | undefined {
    const operations = steps.flatMap(({ op }) => OPERATIONS[op] ?? []);
    const [first] = operations;
    if (first === undefined) return undefined;
    const operation = new Set(operations).size > 1 ? "replace" : first;
    const old = steps.map((step) => step.old).find((state) => state !== undefined && state !== null);
    const now = steps.map((step) => step.new).findLast((state) => state !== undefined && state !== null);
    const was = old?.inputs ?? {};
    const willBe = now?.inputs ?? {};
    return {
        urn,
        type: typeOf(urn),
        name: nameOf(urn),
        operation,
        protect: (old ?? now)?.protect ?? false,
        properties: operation === "create" || operation === "delete" ? [] : propertyChanges(was, willBe, steps),
        inputs: operation === "delete" ? was : willBe,
    };
}

/**
 * What differs between the inputs, and what the provider says beyond that: a secret looks the same before and after, and what was changed
 * outside Pulumi stands in no input.
 */
function propertyChanges(old: PropertyMap, now: PropertyMap, steps: readonly Step[]): PropertyChange[] {
    const said = new Map(steps.flatMap(({ detailedDiff }) => Object.entries(detailedDiff ?? {})));
    const replacing = [
        ...[...said].flatMap(([path, { diffKind }]) => (diffKind.endsWith("-replace") ? [path] : [])),
        ...steps.flatMap(({ keys }) => keys ?? []),
    ];
    const found: PropertyDifference[] = [...differences(old, now)];
    const isFound = (path: string) => found.some((known) => overlap(known.path, path));
    // Of a replacement that follows from another one the engine names every property that could be a cause.
    const causes = replacing.some(isFound) ? [] : replacing;
    for (const path of new Set([...said.keys(), ...causes])) {
        if (isFound(path)) continue;
        const secret = [valueAt(old, path), valueAt(now, path)].includes(SECRET);
        found.push(secret ? { path, old: SECRET, new: SECRET } : { path });
    }
    return found.map((change) => ({ ...change, replaces: replacing.some((path) => overlap(change.path, path)) }));
}
