import type { RequestKind } from "./request";
import type { Mix } from "./scenario";
import { SLO } from "./slo";

/** How long a request of a kind may take, in seconds. */
export interface RequestTimes {
    /** In the mean, of a platform that keeps its SLO: what a driver gets ready for. */
    readonly expected: number;
    /** In the mean, of one that is slow: what a driver still sends its whole rate to. */
    readonly bearable: number;
    /** It is given up after this. */
    readonly timeout: number;
}

const SINGLE: RequestTimes = { expected: SLO.p99Ms / 1000, bearable: 1, timeout: 5 };

/**
 * The items of a bulk are worked through one after the other, a transaction each. Assumed: up to 20 ms for each of the 145 that a request
 * has in the mean, and of the 1,000 that it has at most.
 */
export const REQUEST_TIMES: Readonly<Record<RequestKind, RequestTimes>> = {
    recommend: SINGLE,
    respond: SINGLE,
    "respond-bulk": { expected: 1, bearable: 3, timeout: 30 },
};

/** The mean over a mix, in seconds. */
export function meanTime(mix: Mix, which: keyof RequestTimes): number {
    return kindsOf(mix).reduce((sum, [kind, share]) => sum + share * REQUEST_TIMES[kind][which], 0);
}

/** The longest that any request of a mix may take, in seconds. */
export function longestTimeout(mix: Mix): number {
    return Math.max(SINGLE.timeout, ...kindsOf(mix).map(([kind]) => REQUEST_TIMES[kind].timeout));
}

function kindsOf(mix: Mix): readonly (readonly [RequestKind, number])[] {
    return (["recommend", "respond", "respond-bulk"] as const)
        .map((kind) => [kind, mix[kind] ?? 0] as const)
        .filter(([, share]) => share > 0);
}
