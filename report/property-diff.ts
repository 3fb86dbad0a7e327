import {
    isMap,
    isPlainMap,
    isSecret,
    type PropertyMap,
    type PropertyValue,
} from "../offline/stand-ins/protocol/values";

/** What the event log shows of a secret. */
export const SECRET = "[secret]";

/** One property, as deep as two values differ. */
export interface PropertyDifference {
    /** `values.api.autoscaling.maxReplicas`, `taints[0].effect`. */
    readonly path: string;
    /** Absent: it is new. */
    readonly old?: PropertyValue;
    /** Absent: it goes. */
    readonly new?: PropertyValue;
}

/**
 * How the inputs of a resource differ, leaf by leaf. Lists of plain values are one leaf; JSON in a text (policies, rules) is the tree that
 * it stands for.
 */
export function differences(old: PropertyMap, now: PropertyMap): readonly PropertyDifference[] {
    return ofMaps(old, now, "");
}

function ofMaps(old: PropertyMap, now: PropertyMap, parent: string): PropertyDifference[] {
    const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((key) => !key.startsWith("__"));
    return keys.sort().flatMap((key) => ofValues(old[key], now[key], below(parent, key)));
}

function ofValues(
    before: PropertyValue | undefined,
    after: PropertyValue | undefined,
    path: string,
): PropertyDifference[] {
    const old = parsed(before ?? null);
    const now = parsed(after ?? null);
    if (isPlainMap(old) && isPlainMap(now)) return ofMaps(old, now, path);
    if (Array.isArray(old) && Array.isArray(now) && [...old, ...now].every(isTree)) {
        return Array.from({ length: Math.max(old.length, now.length) }).flatMap((_, index) =>
            ofValues(old[index], now[index], `${path}[${index}]`),
        );
    }
    if (JSON.stringify(old) === JSON.stringify(now)) return [];
    return [{ path, ...(old === null ? {} : { old }), ...(now === null ? {} : { new: now }) }];
}

/** JSON in a text as the tree that it stands for; golden graphs hold it as `JSON: …`. */
function parsed(value: PropertyValue): PropertyValue {
    if (isMap(value)) {
        const { JSON: tree, ...others } = value;
        return tree !== undefined && Object.keys(others).length === 0 ? tree : masked(value);
    }
    if (typeof value !== "string" || !/^\s*[{[]/.test(value) || value === SECRET) return value;
    try {
        return JSON.parse(value);
    } catch {
        return value;
    }
}

/** A secret as it is shown, however the engine has wrapped it. */
export function masked(value: PropertyValue): PropertyValue {
    return isSecret(value) ? SECRET : value;
}

function isTree(value: PropertyValue): boolean {
    return Array.isArray(value) || isPlainMap(value);
}

function below(parent: string, key: string): string {
    if (!/^[\w$-]+$/.test(key)) return `${parent}["${key}"]`;
    return parent === "" ? key : `${parent}.${key}`;
}

/** The value at a path. */
export function valueAt(properties: PropertyMap, path: string): PropertyValue | undefined {
    let value: PropertyValue | undefined = properties;
    for (const [, bracketed, plain] of path.matchAll(/\["?([^"\]]+)"?\]|([^.[\]]+)/g)) {
        const key = bracketed ?? plain ?? "";
        value = Array.isArray(value) ? value[Number(key)] : isMap(value) ? value[key] : undefined;
    }
    return value === undefined ? undefined : masked(value);
}

/** Whether a path is another one or lies below it. */
export function isAtOrBelow(path: string, ancestor: string): boolean {
    return path === ancestor || path.startsWith(`${ancestor}.`) || path.startsWith(`${ancestor}[`);
}

/** Whether one of two paths is or contains the other. */
export function overlap(left: string, right: string): boolean {
    return isAtOrBelow(left, right) || isAtOrBelow(right, left);
}
