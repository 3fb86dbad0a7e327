import type { Measured, Result, Second } from "../results/result";
import type { RequestKind } from "../workload/request";
import type { EndedRequest } from "./drive-options";
import type { Ended } from "./exchange";
import { Tally } from "./tally";
import { Timeline } from "./timeline";

/** Everything that a result says of the requests of the measured part. What never ended is not in it. */
export class Recorder {
    readonly #all = new Tally();
    readonly #byKind = new Map<RequestKind, Tally>();
    readonly #timeline: Timeline;

    constructor(
        public targetKind: Result["target"]["kind"],
        onSecond: (second: Second) => void,
    ) {
        this.#timeline = new Timeline(onSecond);
    }

    get seconds(): readonly Second[] {
        return this.#timeline.seconds;
    }

    begun(intendedAt: number): void {
        this.#timeline.begun(intendedAt);
    }

    unsent(kind: RequestKind, intendedAt: number): void {
        this.#all.unsent();
        this.#of(kind).unsent();
        this.#timeline.unsent(intendedAt);
    }

    ended({ kind, intendedAt, endedAt, outcome }: EndedRequest, answer: Ended, reason: string | undefined): void {
        const isAnswered = answer.failure === undefined;
        // A time-out has taken at least that long, and leaving it out would make the percentiles better than they were.
        const latencyMs = isAnswered || answer.failure === "timeout" ? endedAt - intendedAt : undefined;
        this.#all.ended(outcome, reason, isAnswered, latencyMs);
        this.#of(kind).ended(outcome, reason, isAnswered, latencyMs);
        this.#timeline.ended(intendedAt, outcome === "error", isAnswered, latencyMs);
    }

    closeUntil(now: number): void {
        this.#timeline.closeUntil(now);
    }

    /** @param seconds how many the measured part had */
    measured(seconds: number): Measured & Pick<Result, "byKind" | "timeline"> {
        this.#timeline.closeAll(seconds);
        const byKind = Object.fromEntries([...this.#byKind].map(([kind, tally]) => [kind, tally.measured()]));
        return { ...this.#all.measured(), byKind, timeline: this.#timeline.seconds };
    }

    #of(kind: RequestKind): Tally {
        const found = this.#byKind.get(kind) ?? new Tally();
        this.#byKind.set(kind, found);
        return found;
    }
}
