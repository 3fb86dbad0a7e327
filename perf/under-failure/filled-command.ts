import type { FailureEvent, Placeholder } from "./events";

/** The command of an event, with as much of it filled in as is known. */
export interface FilledCommand {
    /** Words, as they are run. */
    readonly words: readonly string[];
    /** Names that only the operator's account has, and that were not given. */
    readonly missing: readonly Placeholder[];
}

/**
 * @param given values by placeholder; they win over the outputs
 * @param outputs of the stack, as `pulumi stack output --json` prints them
 */
export function filledCommand(
    { command, placeholders }: Pick<FailureEvent, "command" | "placeholders">,
    given: Readonly<Record<string, string>>,
    outputs: Readonly<Record<string, unknown>> = {},
): FilledCommand {
    const values = new Map(
        placeholders.flatMap(({ name, fromOutputs }): [string, string][] => {
            const value = given[name] ?? fromOutputs?.(outputs);
            return value === undefined ? [] : [[`<${name}>`, value]];
        }),
    );
    return {
        words: command.map((word) => values.get(word) ?? word),
        missing: placeholders.filter(({ name }) => !values.has(`<${name}>`)),
    };
}

/** Names that the event's command has no placeholder for. */
export function unknownPlaceholders({ placeholders }: FailureEvent, given: Readonly<Record<string, string>>): string[] {
    return Object.keys(given).filter((name) => !placeholders.some((placeholder) => placeholder.name === name));
}

/** As a shell takes it. */
export function shellCommand(words: readonly string[]): string {
    return words
        .map((word) => (/^[\w@%+=:,./<>-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`))
        .join(" ");
}

/** What the operator is shown: what to run, what will happen, and how to find the names that are missing. */
export function instructions(event: FailureEvent, { words, missing }: FilledCommand): string {
    const { title, recoveryTarget, expect, afterwards, link } = event;
    return [
        `Event: ${title}.`,
        ...(words.length === 0 ? [] : [`  ${shellCommand(words)}`]),
        ...missing.map(({ name, find }) => `  <${name}> is printed by: ${find}`),
        `Expect: ${expect}`,
        `Recovery target: ${recoveryTarget.seconds} s (${recoveryTarget.component}).`,
        ...(afterwards === undefined ? [] : [`Afterwards: ${afterwards}`]),
        ...(link === "" ? [] : [`See ${link}`]),
    ].join("\n");
}
