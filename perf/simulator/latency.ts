import { z } from "zod";
import { PerfError } from "../perf-error";

const milliseconds = z.number().min(0).max(600_000);

/** How long an answer takes, in milliseconds. */
export const latencySchema = z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("constant"), ms: milliseconds }),
    z
        .strictObject({ kind: z.literal("uniform"), fromMs: milliseconds, toMs: milliseconds })
        .refine(({ fromMs, toMs }) => fromMs <= toMs, { message: "fromMs must not be above toMs", path: ["fromMs"] }),
    z
        .strictObject({ kind: z.literal("lognormal"), medianMs: milliseconds.gt(0), p99Ms: milliseconds.gt(0) })
        .refine(({ medianMs, p99Ms }) => medianMs <= p99Ms, {
            message: "medianMs must not be above p99Ms",
            path: ["medianMs"],
        }),
    // One of the given values, each as likely as another.
    z.strictObject({ kind: z.literal("empirical"), samplesMs: z.array(milliseconds).min(1).max(1_000_000) }),
]);

export type LatencyDistribution = z.infer<typeof latencySchema>;

/** Standard deviations from the median of a normal distribution to its 99th percentile. */
const Z99 = 2.3263478740408408;

/** Draws latencies, in milliseconds. @param random in [0, 1) */
export function sampler(distribution: LatencyDistribution, random: () => number): () => number {
    switch (distribution.kind) {
        case "constant":
            return () => distribution.ms;
        case "uniform":
            return () => distribution.fromMs + random() * (distribution.toMs - distribution.fromMs);
        case "lognormal": {
            const sigma = Math.log(distribution.p99Ms / distribution.medianMs) / Z99;
            return () => distribution.medianMs * Math.exp(sigma * normal(random));
        }
        case "empirical":
            return () => distribution.samplesMs[Math.floor(random() * distribution.samplesMs.length)] ?? 0;
    }
}

/** Box and Muller's transform. */
function normal(random: () => number): number {
    return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

const FORMS = {
    constant: ["ms"],
    uniform: ["fromMs", "toMs"],
    lognormal: ["medianMs", "p99Ms"],
} as const;

/** Reads `constant:20`, `uniform:10:30` or `lognormal:20:120`; milliseconds, the last one median and p99. @throws PerfError */
export function parseLatency(text: string): LatencyDistribution {
    const [kind = "", ...values] = text.split(":");
    const names = Object.entries(FORMS).find(([name]) => name === kind)?.[1];
    const complete = names !== undefined && values.length === names.length && values.every((value) => value !== "");
    const parsed = latencySchema.safeParse(
        complete ? { kind, ...Object.fromEntries(names.map((name, index) => [name, Number(values[index])])) } : {},
    );
    if (parsed.success) return parsed.data;
    const reason = complete ? ` (${parsed.error.issues.map(({ message }) => message).join("; ")})` : "";
    throw new PerfError(
        `latency is ${JSON.stringify(text)}${reason}; give constant:<ms>, uniform:<from ms>:<to ms> or lognormal:<median ms>:<p99 ms>.`,
    );
}
