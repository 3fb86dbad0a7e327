/** What k6 measured of a request, in milliseconds. */
export interface Timings {
    /** Until a connection was there: the wait for a free one, the name, connecting and TLS. */
    readonly blocked: number;
    /** Sending, waiting and receiving; nothing of `blocked`. */
    readonly duration: number;
}

/**
 * From the beginning of the iteration to the end of the answer, in milliseconds. k6 begins an iteration when the schedule asks for it, or
 * drops and counts it; so this is from the intended start, as long as nothing was dropped. k6's own `http_req_duration` leaves out the
 * waiting for a connection, and so what a client sees of an overloaded load balancer.
 * @param beforeMs from the beginning to the call, in whole milliseconds: a script has no finer clock
 * @param wholeMs from the beginning to after the call, in whole milliseconds
 */
export function latencyMs({ blocked, duration }: Timings, beforeMs: number, wholeMs: number): number {
    // A difference of two whole milliseconds is less than 1 ms too long. Where it says more than k6 measured, k6 has not measured all.
    return Math.max(beforeMs + blocked + duration, wholeMs - 1);
}
