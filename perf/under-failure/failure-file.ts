import { renameSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { resultSchema } from "../results/result";
import { recoverySchema } from "./recovery";

/** Not the format of a measured run: `baseline` and `compare` take no such file. */
export const FAILURE_FORMAT = "kaireon-perf-under-failure/1";

export const failureSchema = z.strictObject({
    format: z.literal(FAILURE_FORMAT),
    event: z.strictObject({
        name: z.string(),
        title: z.string(),
        /** As it was shown, with the placeholders that were filled. */
        command: z.string(),
        /** `operator`: who triggered it has said so. `executed`: it was run from here, confirmed. `schedule`: at a stated second. */
        triggeredBy: z.enum(["operator", "executed", "schedule"]),
        /** Null where it never came to it. */
        triggeredAt: z.iso.datetime().nullable(),
        /** The second of the timeline that it lies in. */
        second: z.int().min(0).nullable(),
    }),
    recoveryTarget: z.strictObject({ component: z.string(), seconds: z.number().positive(), source: z.string() }),
    steadySeconds: z.int().min(1),
    /** Seconds of the timeline that were judged: what is behind them was cut off by the end of the load. */
    judgedSeconds: z.int().min(0),
    /** Null where the event was never triggered. */
    recovery: recoverySchema.nullable(),
    /** The load in which it happened. Never complete: it says nothing of what the platform does on a good day. */
    result: resultSchema,
});

/** A load under failure, and what came of it. */
export type FailureFile = z.infer<typeof failureSchema>;

export function writeFailure(path: string, failure: FailureFile): void {
    const temporary = `${path}.${process.pid}.tmp`;
    writeFileSync(temporary, `${JSON.stringify(failureSchema.parse(failure), null, 4)}\n`);
    renameSync(temporary, path);
}
