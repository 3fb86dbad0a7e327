import type { View } from "../graph/view";

/** Texts that are a secret whatever they are called: credentials in a URL, a private key, keys of AWS, GitHub, Stripe, Slack. */
const FORMATS: readonly RegExp[] = [
    /[a-z][a-z0-9+.-]*:\/\/[^\s/:@{}$"']*:[^\s/@{}$"']+@/i,
    /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
    /\b(AKIA|ASIA)[A-Z0-9]{16}\b/,
    /\b(ghp|gho|ghs)_[A-Za-z0-9]{36}\b/,
    /\bsk_live_[A-Za-z0-9]{16,}/,
    /\bxox[bpa]-[A-Za-z0-9-]{10,}/,
];

/** Names of things that are a secret: `redisPassword`, `API_KEY_PEPPER`. */
const NAMES =
    /(password|passwd|passphrase|pepper|token|credentials?|secret|(api|private|access|encryption|signing)[-_]?key)$/i;

/** Names of things that say which Secret to read: `passwordSecret`, `existingSecret`. */
const NAMES_OF_REFERENCES = /[a-z]Secret$|^(existing|tls|pull)[-_]?secret$/;

/** Texts that stand for a secret without being one: a name of a variable, a reference, a template, an ARN, a file. */
const REFERENCES =
    /^([A-Z][A-Z0-9_]*|\s*|arn:.*|\$[({].*|.*\{\{.*\}\}.*|\/[\w./-]+|[a-z0-9.-]*(secret|password|token|credentials)s?[a-z0-9.-]*)$/;

/** What is found: where, and how it is known for a secret. The text itself is never shown. */
export interface SecretText {
    readonly path: string;
    readonly looksLike: string;
}

/** Secrets among known texts below a place; with `byName`, also whatever is called one. */
export function secretTexts(place: View, byName: boolean): readonly SecretText[] {
    const { raw } = place;
    if (place.state !== "known") return [];
    if (typeof raw === "string") {
        if (FORMATS.some((format) => format.test(raw))) return [{ path: place.path, looksLike: "a credential" }];
        const name = place.path.split(".").at(-1) ?? "";
        const isNamed = byName && NAMES.test(name) && !NAMES_OF_REFERENCES.test(name) && !REFERENCES.test(raw);
        return isNamed ? [{ path: place.path, looksLike: "a secret by its name" }] : [];
    }
    if (typeof raw !== "object" || raw === null) return [];
    return Object.keys(raw).flatMap((key) => secretTexts(place.at([key]), byName));
}
