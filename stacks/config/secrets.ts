/** Endings of keys that hold a secret by the look of their name. */
const SECRET_NAME =
    /(password|passwd|secret|token|api_?key|private_?key|encryption_?key|access_?key|pepper|credentials?)$/i;
/** A URL with a password in it. */
const SECRET_VALUE = /:\/\/[^\s/:@]*:[^\s/@]+@/;
/** Blocks of the chart's values whose keys look like secrets and hold names. */
const NAMES_ONLY = /^kaireon:values\.(variables|externalSecrets)(\.|$)/;
const HIDDEN = "(hidden)";

/** Settings in which no secret is left, and a line for each that was there. */
export interface Redacted {
    readonly settings: Readonly<Record<string, unknown>>;
    readonly problems: readonly string[];
}

/**
 * Finds secrets among the settings: they would lie in plain text in the stack's file, in the release's values and in the state.
 * Their values are hidden from everything that follows, for a message about something else may show what stands around them.
 */
export function redactSecrets(settings: Readonly<Record<string, unknown>>): Redacted {
    const problems: string[] = [];
    const redact = (key: string, name: string, value: unknown): unknown => {
        if (NAMES_ONLY.test(key)) return value;
        if (Array.isArray(value)) return value.map((item, index) => redact(`${key}[${index}]`, name, item));
        if (typeof value === "object" && value !== null) {
            return Object.fromEntries(
                Object.entries(value).map(([child, below]) => [child, redact(`${key}.${child}`, child, below)]),
            );
        }
        const secret =
            typeof value === "string" && value !== "" && (SECRET_NAME.test(name) || SECRET_VALUE.test(value));
        if (!secret) return value;
        problems.push(
            `${key} is ${HIDDEN}; secrets never enter settings, Helm values or state in plain text. Remove it: the program generates ` +
                "the application's secrets, and External Secrets takes others from Secrets Manager.",
        );
        return HIDDEN;
    };
    const redacted = Object.entries(settings).map(([name, value]) => [name, redact(`kaireon:${name}`, name, value)]);
    return { settings: Object.fromEntries(redacted), problems };
}
