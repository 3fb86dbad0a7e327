import { monitorEventLoopDelay } from "node:perf_hooks";
import { newHistogram, recordLatency } from "../results/histogram";
import type { Result } from "../results/result";
import { measuredSeconds } from "../workload/scenario";
import { Backlog } from "./backlog";
import { Connections } from "./connections";
import type { DriveOptions } from "./drive-options";
import { pace } from "./pacer";
import { Recorder } from "./recorder";
import { resultOf, type Stop } from "./result-of";
import { scenarioTimes } from "./schedule";
import { isBroken } from "./until-broken";

/** Between the call and the first start: everything is made by then. */
const LEAD_MS = 20;
/** What could not be sent this long after the last start is not sent: a driver that is too slow must not seem only late. */
const OVERTIME_MS = 1000;
/** Share of the time-out that a request may wait for a connection. One that is sent at its end would only take the connection with it. */
const WAITING_SHARE = 0.5;
/** What is under way when a run is stopped gets this long to be answered. */
const GRACE_MS = 1000;
/** Without any answer for this long at the end, the target is gone. */
const GONE_MS = 1000;
/** Time between samples of the event loop's delay, which is in the samples. */
const LOOP_RESOLUTION_MS = 10;

/** One run of a scenario. Times are in milliseconds since the measured part began: those of the warm-up are negative. */
export class Run {
    readonly #seconds: number;
    readonly #zero: number;
    readonly #backlog = new Backlog();
    readonly #recorder: Recorder;
    readonly #connections: Connections;
    readonly #lag = newHistogram();
    readonly #loop = monitorEventLoopDelay({ resolution: LOOP_RESOLUTION_MS });
    #waited = 0;
    #unansweredSince: number | undefined;
    #hasAnswered = false;
    #stop: Stop | undefined;
    #isFinished = false;

    constructor(readonly options: DriveOptions) {
        const { scenario, target, connections, timeoutMs, onSecond } = options;
        this.#seconds = measuredSeconds(scenario);
        this.#zero = performance.now() + LEAD_MS + scenario.warmUpSeconds * 1000;
        this.#recorder = new Recorder(options.targetKind, (second) => {
            onSecond?.(second, this.#seconds);
            if (scenario.untilBroken && isBroken(this.#recorder.seconds))
                this.#end("The SLO broke, and the scenario ends there");
        });
        this.#connections = new Connections(target, connections, timeoutMs, () => this.#sendWaiting());
    }

    async result(): Promise<Result> {
        const startedAt = new Date(performance.timeOrigin + this.#zero).toISOString();
        this.#loop.enable();
        const stop = () => this.#end("It was stopped");
        this.options.signal?.addEventListener("abort", stop);
        if (this.options.signal?.aborted) stop();
        await pace({
            times: scenarioTimes(this.options.scenario),
            now: () => this.#now(),
            start: (intendedAt) => this.#start(intendedAt),
            turn: (begunUntil, isOver) => this.#turn(begunUntil, isOver),
        });
        this.#endIfGone();
        this.#isFinished = true;
        this.options.signal?.removeEventListener("abort", stop);
        this.#loop.disable();
        await this.#connections.close();
        const startLagMs = this.#lag.totalCount === 0 ? 0 : this.#lag.getValueAtPercentile(99) / 1000;
        const loopLagMs = this.#loop.percentile(99) / 1e6 - LOOP_RESOLUTION_MS;
        return resultOf(this.options, this.#recorder, {
            startedAt,
            waited: this.#waited,
            lagMs: Math.max(startLagMs, Number.isFinite(loopLagMs) ? loopLagMs : 0),
            ...(this.#stop === undefined ? {} : { stop: this.#stop }),
        });
    }

    #now(): number {
        return performance.now() - this.#zero;
    }

    /** A target that was gone until the end, for too short a time to be given up: the run was sent whole, and says little. */
    #endIfGone(): void {
        const since = this.#unansweredSince;
        if (since === undefined || (this.#hasAnswered && this.#now() - since < GONE_MS)) return;
        const why = this.#hasAnswered
            ? `The target had stopped answering ${(since / 1000).toFixed(1)} s after the start, until the end`
            : "The target answered nothing";
        this.#stop ??= { at: this.#seconds * 1000, why };
    }

    #end(why: string): void {
        this.#stop ??= { at: this.#now(), why };
    }

    #start(intendedAt: number): void {
        if (this.#stop !== undefined) return;
        if (intendedAt >= 0) {
            // Code is compiled and connections are opened in the warm-up, and its lag is no matter.
            if (this.#lag.totalCount === 0) this.#loop.reset();
            this.#recorder.begun(intendedAt);
            recordLatency(this.#lag, this.#now() - intendedAt);
        }
        if (!this.#connections.isFull && this.#backlog.size === 0) this.#send(intendedAt);
        else this.#backlog.add(intendedAt);
    }

    #sendWaiting(): void {
        while (this.#stop === undefined && !this.#isFinished && !this.#connections.isFull) {
            const intendedAt = this.#backlog.take();
            if (intendedAt === undefined) return;
            if (intendedAt >= 0) this.#waited += 1;
            this.#send(intendedAt);
        }
    }

    #send(intendedAt: number): void {
        const { workload, timeoutMs, onEnd } = this.options;
        const request = workload.next();
        const sentAt = this.#now();
        this.#connections.send(request, intendedAt + timeoutMs, (answer) => {
            if (this.#isFinished) return;
            const endedAt = this.#now();
            const { outcome, reason } =
                answer.failure === undefined
                    ? workload.classified(request, answer)
                    : { outcome: "error" as const, reason: answer.failure };
            this.#unansweredSince = answer.failure === undefined ? undefined : (this.#unansweredSince ?? endedAt);
            this.#hasAnswered ||= answer.failure === undefined;
            if (answer.isSimulator) this.#recorder.targetKind = "simulator";
            if (intendedAt < 0) return;
            const ended = { kind: request.kind, intendedAt, sentAt, endedAt, outcome, status: answer.status };
            this.#recorder.ended(ended, answer, reason);
            onEnd?.(ended);
        });
    }

    /** @returns whether to go on */
    #turn(begunUntil: number, isOver: boolean): boolean {
        const now = this.#now();
        this.#connections.expire(now);
        this.#dropLate(now);
        this.#recorder.closeUntil(Math.min(begunUntil, this.#seconds * 1000));
        const { giveUpAfterMs = 30_000 } = this.options;
        if (this.#unansweredSince !== undefined && now - this.#unansweredSince > giveUpAfterMs)
            this.#end(`The target has not answered for ${giveUpAfterMs / 1000} s, and is taken for gone`);
        const isIdle = this.#connections.underWay === 0;
        if (this.#stop !== undefined) return !isIdle && now < this.#stop.at + GRACE_MS;
        return !isOver || !isIdle || this.#backlog.size > 0;
    }

    /** Gives up what has waited for a connection for too long to be answered in time, or until the end. */
    #dropLate(now: number): void {
        const longest = this.options.timeoutMs * WAITING_SHARE;
        const isOvertime = now > this.#seconds * 1000 + OVERTIME_MS;
        for (;;) {
            const { oldest } = this.#backlog;
            if (oldest === undefined || (!isOvertime && now - oldest < longest)) return;
            this.#backlog.take();
            // Drawn for its kind, and so that the others are the same whatever was dropped.
            if (this.#stop === undefined && oldest >= 0)
                this.#recorder.unsent(this.options.workload.next().kind, oldest);
        }
    }
}
