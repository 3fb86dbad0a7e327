/** One property of one resource, edited by hand. */
export interface Edit {
    readonly type: string;
    /** Logical name. */
    readonly name: string;
    /** Keys and list positions down to the property. */
    readonly path: readonly string[];
    readonly value: unknown;
}

/** The environment variable that carries the edit, as JSON. */
export const EDIT_VARIABLE = "KAIREON_EDIT";

/** A copy with the property at the path set. */
export function edited(target: object, [key, ...rest]: readonly string[], value: unknown): object {
    if (key === undefined) return target;
    const below: unknown = Reflect.get(target, key);
    const changed =
        rest.length === 0 ? value : edited(typeof below === "object" && below !== null ? below : {}, rest, value);
    if (!Array.isArray(target)) return { ...target, [key]: changed };
    return target.map((entry: unknown, position) => (String(position) === key ? changed : entry));
}
