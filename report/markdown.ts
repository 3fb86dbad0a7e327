import { isMap, isUnknown, type PropertyValue } from "../offline/stand-ins/protocol/values";
import { masked, SECRET } from "./property-diff";

/** Longest value that is printed; of what is longer the end is left out. */
const MAX_VALUE_LENGTH = 60;

/**
 * Text between words: nothing in it is taken for HTML, a table's border or somebody to notify. Backticks and emphasis stay: policies
 * use them.
 */
export function plain(text: string): string {
    return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("|", "\\|").replaceAll("@", "@\u200b");
}

/** Text as code, in a table or out of it. */
export function code(text: string): string {
    const line = text.replace(/\s+/g, " ").replaceAll("`", "'").replaceAll("|", "\\|");
    return `\`${line}\``;
}

/** What only the update will know: to the engine, and in a golden graph. */
export function isNotKnown(given: PropertyValue | undefined): boolean {
    return isUnknown(given) || given === "<unknown>";
}

/** A value of a property as code, or in words where there is none. */
export function value(given: PropertyValue | undefined): string {
    if (given === undefined) return "nothing";
    if (isNotKnown(given)) return "*known during the update*";
    if (masked(given) === SECRET) return "*a secret*";
    const text = typeof given === "string" ? given : JSON.stringify(readable(given));
    return code(text === "" ? '""' : shortened(text));
}

/** Without the marks of the engine inside. */
function readable(given: PropertyValue): PropertyValue {
    if (isUnknown(given)) return "<unknown>";
    if (Array.isArray(given)) return given.map(readable);
    const shown = masked(given);
    if (!isMap(shown)) return shown;
    const entries = Object.entries(shown).filter(([key]) => !key.startsWith("__"));
    return Object.fromEntries(entries.map(([key, entry]) => [key, readable(entry)]));
}

function shortened(text: string): string {
    return text.length <= MAX_VALUE_LENGTH ? text : `${text.slice(0, MAX_VALUE_LENGTH - 1)}…`;
}

/** `1 change`, `2 changes`. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
    return `${number} ${number === 1 ? noun : plural}`;
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
    const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
    return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** A list that a click opens. */
export function folded(summary: string, body: string): string {
    return `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}
