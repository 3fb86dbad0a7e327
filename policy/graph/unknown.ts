/**
 * What the engine sends in the place of values that only the update will know, one text for each type of value. The SDK has them
 * too but does not declare them; a test compares.
 */
export const UNKNOWNS = {
    boolean: "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
    number: "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
    string: "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
    array: "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
    asset: "030794c1-ac77-496b-92df-f27374a8bd58",
    archive: "e48ece36-62e2-4504-bad9-02848725956a",
    object: "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
} as const;

const ALL: readonly string[] = Object.values(UNKNOWNS);

/** Also for text that an unknown value is part of, such as a JSON document. */
export function isUnknown(value: unknown): boolean {
    // Shorter than any of them: most texts are.
    return typeof value === "string" && value.length >= 36 && ALL.some((unknown) => value.includes(unknown));
}

/**
 * The plain value behind the proxy that the SDK hands to policies. Reading through the proxy costs several times as much, and its
 * error at the first unknown value says nothing of the resource.
 */
export function withoutProxy(value: unknown): unknown {
    if (typeof value !== "object" || value === null) return value;
    const target: unknown = Reflect.get(value, "__getSpecialProxyTarget");
    return target === undefined ? value : target;
}
