/** Endings of keys that hold a secret by the look of their name. */
const SECRET_NAME =
    /(password|passwd|secret|token|api_?key|private_?key|encryption_?key|access_?key|pepper|credentials?)$/i;
/** A URL with a password in it. */
const SECRET_VALUE = /:\/\/[^\s/:@]*:[^\s/@]+@/;
/** Blocks of the chart's values whose keys look like secrets and hold names. */
const NAMES_ONLY = /^kaireon:values\.(variables|externalSecrets)(\.|$)/;

/** Secrets among the settings: they would lie in plain text in the stack's file, in the release's values and in the state. */
export function secretProblems(settings: Readonly<Record<string, unknown>>): readonly string[] {
    return Object.entries(settings).flatMap(([name, value]) => secretsIn(`kaireon:${name}`, name, value));
}

function secretsIn(key: string, name: string, value: unknown): readonly string[] {
    if (NAMES_ONLY.test(key)) return [];
    if (typeof value === "object" && value !== null) {
        return Object.entries(value).flatMap(([child, below]) => secretsIn(`${key}.${child}`, child, below));
    }
    const secret = typeof value === "string" && value !== "" && (SECRET_NAME.test(name) || SECRET_VALUE.test(value));
    if (!secret) return [];
    // The value itself is kept out of the message.
    return [
        `${key} is set in plain text; secrets never enter settings, Helm values or state. Remove it: the program generates the ` +
            "application's secrets, and External Secrets takes others from Secrets Manager.",
    ];
}
