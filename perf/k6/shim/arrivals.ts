import type { Phase } from "../../workload/scenario";
import { durationSeconds } from "./duration";
import type { Executor } from "./script-options-schema";

/** The rates that an executor asks for, one after the other. */
export function phasesOf(executor: Executor): Phase[] {
    if (executor.executor === "constant-arrival-rate") {
        const { rate, duration } = executor;
        return [{ seconds: durationSeconds(duration), fromRate: rate, toRate: rate }];
    }
    let rate = executor.startRate;
    return executor.stages.map(({ duration, target }) => {
        const phase = { seconds: durationSeconds(duration), fromRate: rate, toRate: target };
        rate = target;
        return phase;
    });
}

/** How many iterations have to be begun after some seconds. */
export function arrivedBy(phases: readonly Phase[], seconds: number): number {
    let left = seconds;
    let arrived = 0;
    for (const { seconds: lasts, fromRate, toRate } of phases) {
        const time = Math.min(left, lasts);
        const rate = lasts === 0 ? toRate : fromRate + ((toRate - fromRate) * time) / lasts;
        arrived += (time * (fromRate + rate)) / 2;
        left -= time;
        if (left <= 0) break;
    }
    return arrived;
}
