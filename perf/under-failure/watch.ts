import type { Second } from "../results/result";
import { stateOf, steadyStateBefore } from "./recovery";

export interface WatchSettings {
    readonly eventAt: number;
    /** The event may show so late. */
    readonly watchSeconds: number;
    readonly steadySeconds: number;
    /** Longest time after the event. */
    readonly giveUpSeconds: number;
}

/** Whether enough was seen: steady state has lasted, not before the event could show, or the watch has been as long as it may. */
export function isWatchOver(seen: readonly Second[], settings: WatchSettings): boolean {
    const { eventAt, watchSeconds, steadySeconds, giveUpSeconds } = settings;
    const after = seen.slice(eventAt);
    if (after.length >= giveUpSeconds) return true;
    if (after.length < Math.max(watchSeconds, steadySeconds)) return false;
    const steady = steadyStateBefore(seen.slice(0, eventAt));
    return steady !== undefined && after.slice(-steadySeconds).every((second) => stateOf(second, steady) === "steady");
}
