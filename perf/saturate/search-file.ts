import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { PerfError } from "../perf-error";
import { environmentSchema } from "../results/result";
import { crossingsSchema } from "./first-crossing";
import { stepSchema } from "./step";

/** Not the format of a measured run: no search can be taken for a baseline. */
export const SEARCH_FORMAT = "kaireon-perf-saturation/1";

const rate = z.int().min(1);

const settingsSchema = z.strictObject({
    from: rate,
    to: rate,
    precision: z.number().positive().max(1),
    stepSeconds: z.number().positive(),
    warmUpSeconds: z.number().min(0),
    coolDownSeconds: z.number().min(0),
    maxLagMs: z.number().positive(),
    /** A scenario's name, whose mix of requests is sent. */
    scenarioMix: z.string(),
    seed: z.int(),
    customers: z.int().min(1),
    tenants: z.int().min(1),
});

const findingSchema = z.strictObject({
    sustained: z.number().nullable(),
    isKnee: z.boolean(),
    broken: z.array(z.string()),
    requestsPerPod: z.int().nullable(),
    isTargets: z.boolean(),
    counts: z.boolean(),
    text: z.string(),
});

export const searchSchema = z.strictObject({
    format: z.literal(SEARCH_FORMAT),
    startedAt: z.iso.datetime(),
    /** `simulator`: the figures are of the tools, and never of the product. */
    target: z.strictObject({ kind: z.enum(["platform", "simulator"]), url: z.string() }),
    settings: settingsSchema,
    /** Ready pods of the api, where they were given. */
    pods: z.int().min(1).nullable(),
    environment: environmentSchema.nullable(),
    /** In the order in which they were made. */
    steps: z.array(stepSchema),
    /** Null while the search is not at its end: `--resume` goes on. */
    finding: findingSchema.nullable(),
    /** Null where no metrics were given. */
    metrics: crossingsSchema.nullable(),
});

/** A search for the highest sustained rate, finished or not. */
export type SearchFile = z.infer<typeof searchSchema>;
export type StoredSettings = z.infer<typeof settingsSchema>;

/** Writes it whole: what is stopped while it writes leaves the steps before. */
export function writeSearch(path: string, search: SearchFile): void {
    const temporary = `${path}.${process.pid}.tmp`;
    writeFileSync(temporary, `${JSON.stringify(search, null, 4)}\n`);
    renameSync(temporary, path);
}

/** @throws PerfError with all that is wrong with it */
export function readSearch(path: string): SearchFile {
    const parsed = searchSchema.safeParse(parsedJson(path));
    if (parsed.success) return parsed.data;
    throw new PerfError(
        `resume: ${path} is no search of \`npm run perf -- saturate\`:\n${z.prettifyError(parsed.error)}\nGive the file that it has written.`,
    );
}

/** Settings that may differ when a search goes on: a wider range or a finer precision asks for more steps, and keeps those that are there. */
const MAY_DIFFER: readonly (keyof StoredSettings)[] = ["to", "precision", "coolDownSeconds"];

/** What the operator asks otherwise than the search that is to go on. */
export function resumeProblems(
    stored: SearchFile,
    asked: Readonly<Partial<StoredSettings>>,
    target: URL | undefined,
): string[] {
    const other = (Object.keys(asked) as (keyof StoredSettings)[])
        .filter((key) => !MAY_DIFFER.includes(key) && asked[key] !== stored.settings[key])
        .map(
            (key) =>
                `resume: ${key} is ${asked[key]}, and the search has ${stored.settings[key]}. Leave it out, or search anew.`,
        );
    const url = target === undefined ? undefined : target.origin + target.pathname;
    return url === undefined || url === stored.target.url
        ? other
        : [...other, `resume: the target is ${url}, and the search's is ${stored.target.url}. Search anew.`];
}

function parsedJson(path: string): unknown {
    try {
        return JSON.parse(readFileSync(path, "utf8"));
    } catch (problem) {
        throw new PerfError(`resume: ${path} can't be read: ${problem instanceof Error ? problem.message : problem}`);
    }
}
