import { meanTime } from "../workload/request-times";
import type { Mix } from "../workload/scenario";

/** By chance some requests come close together: few virtual users would make that a dropped iteration. */
const LEAST = 10;

export interface VirtualUsers {
    /** Ready before the run. */
    readonly preAllocatedVUs: number;
    /** Made in the run where answers get slow, at the cost of the runner's CPU; beyond it iterations are dropped, and the run says so. */
    readonly maxVUs: number;
}

/** How many requests are under way at once: by Little's law, rate times the time that each takes. @param rate highest one, a second */
export function virtualUsers(rate: number, mix: Mix): VirtualUsers {
    return {
        preAllocatedVUs: inFlight(rate, meanTime(mix, "expected")),
        maxVUs: inFlight(rate, meanTime(mix, "bearable")),
    };
}

function inFlight(rate: number, seconds: number): number {
    // Rounded first: 0.2 + 0.8 times a second is not exactly a second.
    return Math.max(LEAST, Math.ceil(Number((rate * seconds).toFixed(6))));
}
