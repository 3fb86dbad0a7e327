import type { Second } from "../results/result";
import { SLO } from "../workload/slo";

/** So many seconds in a row, since a single slow one breaks nothing. */
const SECONDS = 10;

/** Whether the SLO is broken, by the last seconds: each was too slow, or too much in them failed. */
export function isBroken(seconds: readonly Second[]): boolean {
    const last = seconds.slice(-SECONDS);
    if (last.length < SECONDS) return false;
    const [sent, errors] = [last.map(({ sent }) => sent), last.map(({ errors }) => errors)].map((counts) =>
        counts.reduce((sum, count) => sum + count, 0),
    );
    return last.every(({ p99Ms }) => p99Ms >= SLO.p99Ms) || (errors ?? 0) >= SLO.errorRate * Math.max(1, sent ?? 0);
}
