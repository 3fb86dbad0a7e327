import { createHash } from "node:crypto";

/** A release that differs in these alone is the same environment; `tag` is told apart by itself, and secrets are nobody's to compare. */
const IMAGE_TAG = /^tag$/;
const SECRET = /(password|secret|token|credential|api_?key|private_?key)/i;

/** SHA-256 of a release's values without images' tags and whatever is named like a secret; the order of keys does not count. */
export function valuesHash(values: Readonly<Record<string, unknown>>): string {
    return createHash("sha256")
        .update(JSON.stringify(canonical(values)))
        .digest("hex");
}

function canonical(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(canonical);
    if (typeof value !== "object" || value === null) return value;
    const kept = Object.entries(value).filter(([key]) => !IMAGE_TAG.test(key) && !SECRET.test(key));
    const sorted = kept.sort(([one], [other]) => (one < other ? -1 : 1));
    return Object.fromEntries(sorted.map(([key, child]) => [key, canonical(child)]));
}
