import { isPlainMap, type PropertyMap, type PropertyValue, sameValue, UNKNOWN } from "../protocol/values";
import type { Properties } from "../schema/table";

/** What a computed output is when a row says nothing of it: what AWS leaves empty. */
export function emptyOutputs(outputs: Properties): PropertyMap {
    return Object.fromEntries(Object.entries(outputs).map(([name, type]) => [name, emptyOf(type)]));
}

function emptyOf(type: string): PropertyValue {
    if (type === "string") return "";
    if (type === "number") return 0;
    if (type === "boolean") return false;
    return type.startsWith("[") ? [] : {};
}

/** The inputs, with everything computed that they do not give: in nested objects too. */
export function withComputed(inputs: PropertyMap, computed: PropertyMap): PropertyMap {
    return merge(inputs, computed, (value) => value);
}

/** The same in a preview, where nothing that has yet to be computed is known. */
export function withUnknown(inputs: PropertyMap, computed: PropertyMap): PropertyMap {
    return merge(inputs, computed, () => UNKNOWN);
}

function merge(inputs: PropertyMap, computed: PropertyMap, fill: (value: PropertyValue) => PropertyValue): PropertyMap {
    const merged: PropertyMap = { ...inputs };
    for (const [name, value] of Object.entries(computed)) {
        const given = inputs[name] ?? null;
        if (given === null) merged[name] = fill(value);
        else if (isPlainMap(given) && isPlainMap(value)) merged[name] = merge(given, value, fill);
    }
    return merged;
}

/** Computed outputs after an update: what they were, but for those that the update computes again. */
export function settled(
    computed: PropertyMap,
    old: PropertyMap,
    recompute: readonly string[],
    preview: boolean,
): PropertyMap {
    const result: PropertyMap = {};
    for (const [name, value] of Object.entries(computed)) {
        const before = old[name];
        if (before === undefined || before === null) result[name] = preview ? UNKNOWN : value;
        else if (!recompute.includes(name)) {
            result[name] = isPlainMap(before) && isPlainMap(value) ? settled(value, before, [], preview) : before;
        } else result[name] = preview && !sameValue(before, value) ? UNKNOWN : value;
    }
    return result;
}
