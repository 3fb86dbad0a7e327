import { z } from "zod";
import { OUTCOMES } from "../workload/outcome";
import { REQUEST_KINDS } from "../workload/request";
import { LAST_BUCKET } from "./buckets";
import { BEGIN, END, RUNNER_FORMAT, type RunnerSummary } from "./runner-summary";

const count = z.int().min(0);
const bucket = z.string().refine((name) => /^\d+$/.test(name) && Number(name) <= LAST_BUCKET, {
    message: `a bucket must be 0 to ${LAST_BUCKET}`,
});

const countsSchema = z.strictObject({
    outcomes: z.partialRecord(z.enum(OUTCOMES), count),
    errors: z.record(z.string(), count),
    buckets: z.record(bucket, count),
});

const summarySchema = z.strictObject({
    format: z.literal(RUNNER_FORMAT),
    id: z.string().min(1),
    scenario: z.string(),
    url: z.string(),
    startedAt: z.iso.datetime(),
    seconds: z.number().min(0),
    seed: z.int(),
    customers: count,
    skew: z.number().min(0),
    tenants: count,
    started: count,
    dropped: count,
    simulated: count,
    failedThresholds: z.array(z.string()),
    kinds: z.partialRecord(z.enum(REQUEST_KINDS), countsSchema),
});

/** The summary in what a runner printed, or why there is none. */
export function readRunnerSummary(text: string): RunnerSummary | { readonly problem: string } {
    const begin = text.lastIndexOf(BEGIN);
    if (begin < 0) return { problem: "there is no summary in what it printed" };
    const end = text.indexOf(END, begin);
    if (end < 0) return { problem: "its summary is cut off" };
    const between = text.slice(begin + BEGIN.length, end);
    // Whatever a log puts before a line is not part of it.
    const json = between.slice(between.indexOf("{"), between.lastIndexOf("}") + 1);
    let value: unknown;
    try {
        value = JSON.parse(json);
    } catch {
        return { problem: "its summary is no JSON" };
    }
    const parsed = summarySchema.safeParse(value);
    if (parsed.success) return parsed.data;
    const problems = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
    return { problem: `its summary is not as this version writes it: ${problems.join("; ")}` };
}
