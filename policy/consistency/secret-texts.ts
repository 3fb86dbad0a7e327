import { isUnknown } from "../graph/unknown";
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

/** What every such text has in it: most texts have none, and are passed over at little cost. */
const MARKS: readonly string[] = ["://", "PRIVATE KEY", "AKIA", "ASIA", "gh", "sk_live_", "xox"];

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
    if (place.state !== "known") return [];
    const found: SecretText[] = [];
    const visit = (value: unknown, keys: readonly string[]): void => {
        if (typeof value === "string") {
            const looksLike = likenessOf(value, byName ? keys.at(-1) : undefined);
            if (looksLike !== undefined) found.push({ path: place.at(keys).path, looksLike });
        } else if (typeof value === "object" && value !== null)
            for (const [key, entry] of Object.entries(value)) visit(entry, [...keys, key]);
    };
    visit(place.raw, []);
    return found;
}

function likenessOf(text: string, name: string | undefined): string | undefined {
    if (MARKS.some((mark) => text.includes(mark)) && FORMATS.some((format) => format.test(text))) return "a credential";
    if (name === undefined || !NAMES.test(name) || NAMES_OF_REFERENCES.test(name)) return undefined;
    return isUnknown(text) || REFERENCES.test(text) ? undefined : "a secret by its name";
}
