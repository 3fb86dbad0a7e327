import { z } from "zod";
import { durationSeconds } from "./duration";

const duration = z.string().refine((text) => {
    try {
        return durationSeconds(text) >= 0;
    } catch {
        return false;
    }
}, "must be a duration of k6, such as 1m30s");

const count = z.int().min(0);

const common = {
    startTime: duration.optional(),
    gracefulStop: duration.optional(),
    timeUnit: z.literal("1s"),
    preAllocatedVUs: count,
    maxVUs: count,
};

const constantSchema = z.strictObject({
    executor: z.literal("constant-arrival-rate"),
    ...common,
    rate: z.int().min(1),
    duration: duration.refine((text) => durationSeconds(text) >= 1, "must be at least 1s"),
});

const rampingSchema = z.strictObject({
    executor: z.literal("ramping-arrival-rate"),
    ...common,
    startRate: count,
    stages: z.array(z.strictObject({ duration, target: count })).min(1),
});

const executorSchema = z
    .discriminatedUnion("executor", [constantSchema, rampingSchema])
    .refine(({ preAllocatedVUs, maxVUs }) => maxVUs >= preAllocatedVUs, "maxVUs can't be less than preAllocatedVUs");

const thresholdSchema = z.union([
    z.string(),
    z.strictObject({ threshold: z.string(), abortOnFail: z.boolean(), delayAbortEval: duration }),
]);

/** The options that the scripts use, checked as k6 does. Whatever else there may be is refused: nothing here imitates it. */
export const scriptOptionsSchema = z.strictObject({
    scenarios: z.record(z.string().regex(/^[a-zA-Z0-9_-]+$/), executorSchema),
    thresholds: z.record(z.string(), z.array(thresholdSchema)),
    discardResponseBodies: z.literal(true),
    dns: z.strictObject({
        ttl: duration,
        select: z.enum(["first", "random", "roundRobin"]),
        policy: z.enum(["preferIPv4", "preferIPv6", "onlyIPv4", "onlyIPv6", "any"]),
    }),
    userAgent: z.string(),
    noUsageReport: z.boolean(),
});

export type ScriptOptions = z.infer<typeof scriptOptionsSchema>;
export type Executor = z.infer<typeof executorSchema>;
export type ScriptThreshold = z.infer<typeof thresholdSchema>;
