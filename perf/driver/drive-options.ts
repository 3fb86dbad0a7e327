import type { Environment, Second } from "../results/result";
import type { Outcome } from "../workload/outcome";
import type { RequestKind } from "../workload/request";
import type { Scenario } from "../workload/scenario";
import type { Workload } from "../workload/workload";

export interface DriveOptions {
    readonly scenario: Scenario;
    /** Paths of the requests are taken below it. */
    readonly target: URL;
    /** Becomes `simulator` as soon as an answer says that it is one. */
    readonly targetKind: "platform" | "simulator";
    readonly workload: Pick<Workload, "next" | "classified">;
    /** For the record only. */
    readonly load: {
        readonly seed: number;
        readonly customers: number;
        readonly skew: number;
        readonly tenants: number;
    };
    /** From the intended start; what takes longer is an error `timeout`. */
    readonly timeoutMs: number;
    /** Most connections at once, one request on each. What finds none free waits, for half the time-out at most: that is in its latency. */
    readonly connections: number;
    readonly environment: Environment | null;
    /** The driver's ceiling here, in requests a second, where it was measured: for the record only. */
    readonly ceiling?: number;
    /** Default 30,000. With nothing but unanswered requests for this long the target is gone, and the run ends as `partial`. */
    readonly giveUpAfterMs?: number;
    /** Default 20. P99 of the driver's own lag; beyond it the run is `unsustained`, since the latencies are partly the driver's. */
    readonly maxLagMs?: number;
    /** Each second of the measured part, in order, once everything that was meant to start in it has ended. */
    readonly onSecond?: (second: Second, totalSeconds: number) => void;
    /** Each request of the measured part as it ends. */
    readonly onEnd?: (ended: EndedRequest) => void;
    /** Ends the run, which is `partial` then; what is under way gets a second, and is left out where it takes longer. */
    readonly signal?: AbortSignal;
}

/** Times are in milliseconds since the measured part began. */
export interface EndedRequest {
    readonly kind: RequestKind;
    readonly intendedAt: number;
    readonly sentAt: number;
    readonly endedAt: number;
    readonly outcome: Outcome;
    /** HTTP status; 0 where no answer came. */
    readonly status: number;
}
