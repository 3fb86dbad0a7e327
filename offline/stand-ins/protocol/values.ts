/** A property as the engine sends it: JSON, with markers for what is unknown or secret. */
export type PropertyValue = null | boolean | number | string | PropertyValue[] | PropertyMap;

export interface PropertyMap {
    [name: string]: PropertyValue;
}

/** Stands for a string that a preview does not know yet; the engine and its SDKs agree on these values. */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** The same for the other kinds of property: boolean, number, list, asset, archive and object. */
const UNKNOWN_OF_ANY_KIND: ReadonlySet<string> = new Set([
    UNKNOWN,
    "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
    "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
    "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
    "030794c1-ac77-496b-92df-f27374a8bd58",
    "e48ece36-62e2-4504-bad9-02848725956a",
    "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
]);

/** Marks an object as something else than plain data; its value says as what. */
export const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";
const RESOURCE = "5cf8f73096256a8f31e491e813e4eb8e";

export function isUnknown(value: PropertyValue | undefined): boolean {
    return typeof value === "string" && UNKNOWN_OF_ANY_KIND.has(value);
}

export function isMap(value: PropertyValue | undefined): value is PropertyMap {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** An object of plain data: neither a secret, nor an asset, nor a reference. */
export function isPlainMap(value: PropertyValue | undefined): value is PropertyMap {
    return isMap(value) && value[SIGNATURE] === undefined;
}

export function isSecret(value: PropertyValue | undefined): boolean {
    return isMap(value) && value[SIGNATURE] === SECRET;
}

export function secret(value: PropertyValue): PropertyValue {
    return isSecret(value) ? value : { [SIGNATURE]: SECRET, value };
}

/** A reference to a resource, as an output of a remote component carries it. An id that is not known yet is sent empty. */
export function resourceReference(urn: string, id?: PropertyValue): PropertyMap {
    const reference: PropertyMap = { [SIGNATURE]: RESOURCE, urn, packageVersion: "" };
    return id === undefined ? reference : { ...reference, id: isUnknown(id) ? "" : id };
}

/** The value with every secret in it laid open. */
export function reveal(value: PropertyValue): PropertyValue {
    if (Array.isArray(value)) return value.map(reveal);
    if (!isMap(value)) return value;
    return isSecret(value) ? reveal(value["value"] ?? null) : revealMap(value);
}

export function revealMap(map: PropertyMap): PropertyMap {
    return Object.fromEntries(Object.entries(map).map(([name, value]) => [name, reveal(value)]));
}

/** Whether the value is unknown or holds something that is. */
export function containsUnknown(value: PropertyValue | undefined): boolean {
    if (Array.isArray(value)) return value.some(containsUnknown);
    return isMap(value) ? Object.values(value).some(containsUnknown) : isUnknown(value);
}

/** Deep equality of plain data; keys that are absent and keys that are null count as the same, as they do for the engine. */
export function sameValue(left: PropertyValue | undefined, right: PropertyValue | undefined): boolean {
    if (left === right) return true;
    if (Array.isArray(left) && Array.isArray(right)) {
        return left.length === right.length && left.every((item, index) => sameValue(item, right[index]));
    }
    if (isMap(left) && isMap(right)) {
        return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((name) =>
            sameValue(left[name], right[name]),
        );
    }
    return (left ?? null) === (right ?? null);
}

/** The text of a property, or "" when it is not a string: rows compute outputs from inputs that may be anything. */
export function text(value: PropertyValue | undefined): string {
    return typeof value === "string" ? value : "";
}

/** The items of a list, or none when the property is not a list. */
export function items(value: PropertyValue | undefined): PropertyValue[] {
    return Array.isArray(value) ? value : [];
}

/** The entries of an object, or none when the property is not an object. */
export function fields(value: PropertyValue | undefined): PropertyMap {
    return isPlainMap(value) ? value : {};
}
