import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { PerfError } from "../perf-error";
import { shellCommand } from "./filled-command";

/** Where the operator is asked. */
export interface Console {
    readonly input: Readable;
    readonly output: Writable;
    readonly signal: AbortSignal;
}

/** How the event comes about; resolves at its moment. `ended` is of what goes on after it. */
export interface Triggered {
    readonly ended: Promise<void>;
}

/** Waits until the operator says that the event was triggered. @throws PerfError where nobody can say it */
export async function confirmed(console: Console): Promise<Triggered> {
    await line(console, "Trigger it now, and press Enter at that moment.\n");
    return { ended: Promise.resolve() };
}

/**
 * Runs the command once the operator has typed the event's name: it breaks something on purpose, and no key that was pressed too often
 * may do that. Its output goes to the console.
 *
 * @throws PerfError where anything else was typed; `ended` rejects where the command fails
 */
export async function executed(console: Console, name: string, words: readonly string[]): Promise<Triggered> {
    const typed = await line(console, `This runs: ${shellCommand(words)}\nType ${name} to run it: `);
    if (typed.trim() !== name)
        throw new PerfError(`under-failure: ${JSON.stringify(typed.trim())} is not ${name}; nothing was run.`);
    const [program = "", ...args] = words;
    const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.pipe(console.output, { end: false });
    child.stderr.pipe(console.output, { end: false });
    const ended = new Promise<void>((resolve, reject) => {
        const fail = (why: string) =>
            reject(new PerfError(`under-failure: ${program} ${why}: the event did not happen as meant.`, 1));
        child.once("error", (problem) => fail(`can't be run (${problem.message})`));
        child.once("close", (code, signal) => (code === 0 ? resolve() : fail(`ended with ${code ?? signal}`)));
    });
    // Whoever waits for it comes later: until then its failure must not end the process.
    ended.catch(() => undefined);
    return { ended };
}

function line({ input, output, signal }: Console, question: string): Promise<string> {
    return new Promise((resolve, reject) => {
        const lines = createInterface({ input, terminal: false });
        const end = () => lines.close();
        let answer: string | undefined;
        lines.once("line", (text) => {
            answer = text;
            lines.close();
        });
        lines.once("close", () => {
            signal.removeEventListener("abort", end);
            if (answer !== undefined) resolve(answer);
            else if (signal.aborted) reject(new PerfError("under-failure: it was stopped before the event.", 1));
            else
                reject(
                    new PerfError(
                        "under-failure: nobody confirmed the event: standard input is at its end. Run it in a terminal, or give --trigger-at.",
                    ),
                );
        });
        signal.addEventListener("abort", end);
        output.write(question);
        if (signal.aborted) end();
    });
}
