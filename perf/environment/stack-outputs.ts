import { readFileSync } from "node:fs";
import { z } from "zod";
import { PerfError } from "../perf-error";
import { output } from "./kubectl";

/** As much of a stack's outputs (docs/outputs.md) as is needed. */
const outputsSchema = z.object({ clusterName: z.string().min(1), applicationUrl: z.url() });

export interface StackOutputs extends z.infer<typeof outputsSchema> {
    /** `large` of the cluster `kaireon-large`. */
    readonly stack: string;
}

/** Where the outputs come from: a file of `pulumi stack output --json`, or `pulumi` on PATH. */
export interface OutputsSource {
    readonly file?: string | undefined;
    /** Default: the one that is selected. */
    readonly stack?: string | undefined;
}

/** @throws PerfError when they can't be read or are of no stack of this program */
export async function readStackOutputs({ file, stack }: OutputsSource): Promise<StackOutputs> {
    const args = ["stack", "output", "--json", ...(stack === undefined ? [] : ["--stack", stack])];
    const text = file === undefined ? await output("pulumi", "pulumi", args) : readText(file);
    return parseOutputs(text, file ?? `pulumi ${args.join(" ")}`);
}

/** @param source for the message */
export function parseOutputs(text: string, source: string): StackOutputs {
    const parsed = outputsSchema.safeParse(json(text));
    if (parsed.success) return { ...parsed.data, stack: parsed.data.clusterName.replace(/^kaireon-/, "") };
    throw new PerfError(
        `environment: ${source} has not the outputs of a stack:\n${z.prettifyError(parsed.error)}\n` +
            "Write them with `pulumi stack output --json > outputs.json` once the stack is up, and give --outputs outputs.json.",
    );
}

function readText(file: string): string {
    try {
        return readFileSync(file, "utf8");
    } catch (problem) {
        throw new PerfError(
            `environment: ${file} can't be read: ${problem instanceof Error ? problem.message : problem}`,
        );
    }
}

function json(text: string): unknown {
    try {
        return JSON.parse(text);
    } catch {
        return undefined;
    }
}
