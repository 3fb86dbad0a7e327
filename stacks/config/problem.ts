/** One line for the user: the key, its value, the rule that it breaks, and what to do. */
export function problem(key: string, value: unknown, rule: string, fix: string): string {
    return line(key, value, `${rule}. ${fix}.`);
}

/** The same, with rule and fix already in one text. */
export function line(key: string, value: unknown, message: string): string {
    return `${key} is ${show(value)}; ${message}`;
}

/** Room for an ARN. */
const LONGEST_VALUE = 120;

/** A value as a user would write it; never `[object Object]`. */
export function show(value: unknown): string {
    if (value === undefined) return "missing";
    const text = typeof value === "string" && value.trim() !== "" ? value : JSON.stringify(value);
    return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}

/** `a`, `a or b`, `a, b or c`. */
export function oneOf(choices: readonly unknown[]): string {
    const shown = choices.map(show);
    return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} or ${shown.at(-1)}`;
}
