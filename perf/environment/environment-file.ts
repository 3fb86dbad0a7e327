import { readFileSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { PerfError } from "../perf-error";
import { type Environment, environmentSchema } from "../results/result";

const FORMAT = "kaireon-environment/1";

/** What `check` found good may be stale by the time of the run: pods come and go. */
export const DEFAULT_MAX_AGE_MINUTES = 60;

const fileSchema = z.strictObject({
    format: z.literal(FORMAT),
    /** When the cluster was read, with no problem found. */
    checkedAt: z.iso.datetime(),
    environment: environmentSchema,
});

/** How old a file may be, and what time it is. */
export interface Freshness {
    readonly maxAgeMinutes?: number;
    readonly now?: Date;
}

/** Writes what `check` found. */
export function writeEnvironmentFile(path: string, environment: Environment, checkedAt: Date): void {
    const content = { format: FORMAT, checkedAt: checkedAt.toISOString(), environment };
    writeFileSync(path, `${JSON.stringify(content, null, 4)}\n`);
}

/**
 * The environment that `npm run perf -- check --out FILE` has written.
 *
 * @throws PerfError when there is no such file, it is not one of `check`, or it is too old to speak for a run that begins now
 */
export function readEnvironmentFile(path: string, freshness: Freshness = {}): Environment {
    const { maxAgeMinutes = DEFAULT_MAX_AGE_MINUTES, now = new Date() } = freshness;
    const parsed = fileSchema.safeParse(parseJson(path));
    if (!parsed.success)
        throw new PerfError(
            `environment: ${path} is no file of \`npm run perf -- check --out FILE\`:\n${z.prettifyError(parsed.error)}`,
        );
    const { checkedAt, environment } = parsed.data;
    const ageMinutes = (now.getTime() - Date.parse(checkedAt)) / 60_000;
    if (ageMinutes > maxAgeMinutes || ageMinutes < -1)
        throw new PerfError(
            `environment: ${path} was checked at ${checkedAt}, ${Math.round(ageMinutes)} minutes ago; ${maxAgeMinutes} are allowed, ` +
                "since replicas and nodes change. Run `npm run perf -- check` again.",
        );
    return environment;
}

function parseJson(path: string): unknown {
    let text: string;
    try {
        text = readFileSync(path, "utf8");
    } catch (problem) {
        throw new PerfError(
            `environment: ${path} can't be read: ${problem instanceof Error ? problem.message : problem}`,
        );
    }
    try {
        return JSON.parse(text);
    } catch {
        throw new PerfError(`environment: ${path} is not JSON. Write it with \`npm run perf -- check --out FILE\`.`);
    }
}
