import { SLO } from "../workload/slo";

const FEWEST_CONNECTIONS = 64;
/** So many times what the rate needs at the SLO's p99: more wait only where the target is slower than that, and are seen. */
const TO_SPARE = 2;

/** Connections for a rate in requests a second. */
export function connectionsFor(rate: number): number {
    return Math.max(FEWEST_CONNECTIONS, Math.ceil((rate * SLO.p99Ms * TO_SPARE) / 1000));
}
