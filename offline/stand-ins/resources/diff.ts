import type { DiffRequest, DiffResult, PropertyChange } from "../protocol/stand-in";
import { isPlainMap, isUnknown, type PropertyMap, type PropertyValue, revealMap, sameValue } from "../protocol/values";
import type { ResourceRow } from "./row";

type Replacing = Pick<ResourceRow, "replaceOn" | "replaceWhen" | "deleteBeforeReplace">;

/** What changes between the inputs of the last deployment and the new ones, and what of it the resource does not survive. */
export function diffInputs(
    row: Replacing,
    request: Pick<DiffRequest, "oldInputs" | "inputs" | "ignoreChanges">,
): DiffResult {
    const old = revealMap(request.oldInputs);
    const now = revealMap(request.inputs);
    const changes: Record<string, { kind: PropertyChange; replace: boolean }> = {};
    for (const [path, kind] of changedPaths(old, now)) {
        if (request.ignoreChanges.some((ignored) => isAtOrBelow(path, ignored))) continue;
        changes[path] = { kind, replace: replaces(row, path, old, now) };
    }
    return { changes, deleteBeforeReplace: row.deleteBeforeReplace ?? false };
}

function* changedPaths(
    old: PropertyMap,
    now: PropertyMap,
    parent = "",
): Generator<[path: string, kind: PropertyChange]> {
    for (const name of [...new Set([...Object.keys(old), ...Object.keys(now)])].sort()) {
        if (name.startsWith("__")) continue;
        const before = old[name] ?? null;
        const after = now[name] ?? null;
        // An unknown value counts as a change even where another unknown stood: what it will be is not known.
        if (sameValue(before, after) && !isUnknown(after)) continue;
        const path = below(parent, name);
        if (isPlainMap(before) && isPlainMap(after)) yield* changedPaths(before, after, path);
        else yield [path, before === null ? "add" : after === null ? "delete" : "update"];
    }
}

function below(parent: string, name: string): string {
    if (!/^[\w$-]+$/.test(name)) return `${parent}["${name}"]`;
    return parent === "" ? name : `${parent}.${name}`;
}

function replaces(row: Replacing, path: string, old: PropertyMap, now: PropertyMap): boolean {
    const touches = (fixed: string): boolean =>
        isAtOrBelow(path, fixed) || (isAtOrBelow(fixed, path) && !sameValue(at(old, fixed), at(now, fixed)));
    return (
        row.replaceOn.some(touches) ||
        Object.entries(row.replaceWhen ?? {}).some(
            ([fixed, condition]) => touches(fixed) && condition(at(old, fixed), at(now, fixed)),
        )
    );
}

function isAtOrBelow(path: string, ancestor: string): boolean {
    return path === ancestor || path.startsWith(`${ancestor}.`) || path.startsWith(`${ancestor}[`);
}

function at(properties: PropertyMap, path: string): PropertyValue | undefined {
    let value: PropertyValue | undefined = properties;
    for (const name of path.split(".")) value = isPlainMap(value) ? value[name] : undefined;
    return value;
}
