/** What the engine writes for a value that only the update will know, and for one that nobody is to see. */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
export const SECRET = "[secret]";

/** Marks a value that the engine has wrapped: with this content, a secret. */
const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET_SIGNATURE = "1b47061264138c4ac30d75fd1eb44270";

export type Properties = Readonly<Record<string, unknown>>;

/** One property, as deep as two values differ. */
export interface PropertyDifference {
    /** `values.api.autoscaling.maxReplicas`, `taints[0].effect`. */
    readonly path: string;
    /** Absent: it is new. */
    readonly old?: unknown;
    /** Absent: it goes. */
    readonly new?: unknown;
}

/**
 * How the inputs of a resource differ, leaf by leaf. Lists of plain values are one leaf; JSON in a text (policies, rules) is the tree that
 * it stands for.
 */
export function differences(old: Properties, now: Properties): readonly PropertyDifference[] {
    return ofMaps(old, now, "");
}

function ofMaps(old: Properties, now: Properties, parent: string): PropertyDifference[] {
    const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((key) => !key.startsWith("__"));
    return keys.sort().flatMap((key) => ofValues(old[key], now[key], below(parent, key)));
}

function ofValues(before: unknown, after: unknown, path: string): PropertyDifference[] {
    const old = parsed(before);
    const now = parsed(after);
    if (isMap(old) && isMap(now)) return ofMaps(old, now, path);
    if (Array.isArray(old) && Array.isArray(now) && [...old, ...now].every(isTree)) {
        return Array.from({ length: Math.max(old.length, now.length) }).flatMap((_, index) =>
            ofValues(old[index], now[index], `${path}[${index}]`),
        );
    }
    if (JSON.stringify(old ?? null) === JSON.stringify(now ?? null)) return [];
    return [{ path, ...(isAbsent(old) ? {} : { old }), ...(isAbsent(now) ? {} : { new: now }) }];
}

function parsed(value: unknown): unknown {
    if (isMap(value)) return unwrapped(value);
    if (typeof value !== "string" || !/^\s*[{[]/.test(value) || value === SECRET) return value;
    try {
        return JSON.parse(value);
    } catch {
        return value;
    }
}

/** A secret as the mark that it is shown as, however the engine has wrapped it. */
export function unwrapped(value: unknown): unknown {
    return isMap(value) && value[SIGNATURE] === SECRET_SIGNATURE ? SECRET : value;
}

function isAbsent(value: unknown): boolean {
    return value === undefined || value === null;
}

function isTree(value: unknown): boolean {
    return Array.isArray(value) || isMap(value);
}

export function isMap(value: unknown): value is Properties {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

function below(parent: string, key: string): string {
    if (!/^[\w$-]+$/.test(key)) return `${parent}["${key}"]`;
    return parent === "" ? key : `${parent}.${key}`;
}

/** Whether a path is another one or lies below it. */
export function isAtOrBelow(path: string, ancestor: string): boolean {
    return path === ancestor || path.startsWith(`${ancestor}.`) || path.startsWith(`${ancestor}[`);
}
