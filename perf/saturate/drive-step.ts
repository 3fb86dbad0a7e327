import { monitorEventLoopDelay } from "node:perf_hooks";
import { connectionsFor } from "../driver/connections-for";
import { drive } from "../driver/drive";
import type { Result } from "../results/result";
import type { Mix } from "../workload/scenario";
import { SLO } from "../workload/slo";
import { createWorkload, type WorkloadSettings } from "../workload/workload";
import { type Step, stepOf } from "./step";

export interface StepSettings {
    readonly target: URL;
    readonly targetKind: "platform" | "simulator";
    readonly mix: Mix;
    readonly workload: Omit<WorkloadSettings, "mix">;
    readonly stepSeconds: number;
    /** At the step's rate, before what counts. */
    readonly warmUpSeconds: number;
    /** P99 of the driver's own lag beyond which a step is the driver's. */
    readonly maxLagMs: number;
    readonly signal?: AbortSignal;
}

export interface DrivenStep {
    readonly step: Step;
    readonly targetKind: Result["target"]["kind"];
}

/** Later answers help no caller. */
const TIMEOUT_MS = 5000;
const LOOP_RESOLUTION_MS = 10;

/** Drives one rate and judges it. */
export async function driveStep(rate: number, settings: StepSettings): Promise<DrivenStep> {
    const { target, targetKind, mix, workload, stepSeconds, warmUpSeconds, maxLagMs, signal } = settings;
    const loop = monitorEventLoopDelay({ resolution: LOOP_RESOLUTION_MS });
    const inTimeMs = stepSeconds * 1000 + SLO.p99Ms;
    let answeredInTime = 0;
    const startedAt = new Date();
    loop.enable();
    const result = await drive({
        scenario: {
            name: "saturate",
            about: "One rate of the search for the highest sustained one.",
            warmUpSeconds,
            phases: [{ seconds: stepSeconds, fromRate: rate, toRate: rate }],
            mix,
        },
        target,
        targetKind,
        // Keys that the platform has seen would be replays: each step sends its own.
        workload: createWorkload({ ...workload, mix, run: `${startedAt.getTime().toString(36)}-` }),
        load: {
            seed: workload.seed,
            customers: workload.customers,
            skew: workload.skew,
            tenants: workload.tenants.length,
        },
        timeoutMs: TIMEOUT_MS,
        connections: connectionsFor(rate),
        environment: null,
        giveUpAfterMs: TIMEOUT_MS,
        // Judged here, where being late is told from finding no connection free.
        maxLagMs: Number.POSITIVE_INFINITY,
        onEnd: ({ endedAt, status }) => {
            if (status !== 0 && endedAt <= inTimeMs) answeredInTime += 1;
        },
        ...(signal === undefined ? {} : { signal }),
    });
    loop.disable();
    const lagMs = Math.max(0, loop.percentile(99) / 1e6 - LOOP_RESOLUTION_MS);
    const ran = { startedAt, endedAt: new Date(), answeredInTime, lagMs: Number.isFinite(lagMs) ? lagMs : 0, maxLagMs };
    return { step: stepOf(rate, result, ran), targetKind: result.target.kind };
}
