import { SLO } from "../workload/slo";

/** Ready before the run: enough even if every answer took as long as the slowest in a hundred may. */
const EXPECTED_SECONDS = SLO.p99Ms / 1000;
/** Made in the run where answers get slow, at the cost of the runner's CPU; beyond it iterations are dropped, and the run says so. */
const BEARABLE_SECONDS = 1;
/** By chance some requests come close together: few virtual users would make that a dropped iteration. */
const LEAST = 10;

export interface VirtualUsers {
    readonly preAllocatedVUs: number;
    readonly maxVUs: number;
}

/** How many requests are under way at once: by Little's law, rate times the time that each takes. @param rate highest one, a second */
export function virtualUsers(rate: number): VirtualUsers {
    return { preAllocatedVUs: inFlight(rate, EXPECTED_SECONDS), maxVUs: inFlight(rate, BEARABLE_SECONDS) };
}

function inFlight(rate: number, seconds: number): number {
    return Math.max(LEAST, Math.ceil(rate * seconds));
}
