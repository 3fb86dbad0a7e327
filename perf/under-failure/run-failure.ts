import { connectionsFor } from "../driver/connections-for";
import { drive } from "../driver/drive";
import { PerfError } from "../perf-error";
import type { Environment, Result, Second } from "../results/result";
import type { Mix } from "../workload/scenario";
import { createWorkload, type WorkloadSettings } from "../workload/workload";
import type { FailureEvent } from "./events";
import { FAILURE_FORMAT, type FailureFile } from "./failure-file";
import { analyseRecovery, steadyStateBefore } from "./recovery";
import { RECOVERY_TARGETS_SOURCE } from "./recovery-targets";
import type { Triggered } from "./trigger";
import { isWatchOver } from "./watch";

/** At a second of the load, or when somebody says or does it. */
export type Trigger =
    | { readonly by: "schedule"; readonly atSecond: number }
    | { readonly by: "operator" | "executed"; readonly wait: () => Promise<Triggered> };

export interface FailureRun {
    readonly event: FailureEvent;
    /** As it is shown. */
    readonly command: string;
    readonly target: URL;
    readonly targetKind: "platform" | "simulator";
    readonly environment: Environment | null;
    readonly workload: Omit<WorkloadSettings, "mix">;
    readonly mix: Mix;
    readonly requestsPerSecond: number;
    readonly warmUpSeconds: number;
    /** Steady load before the event is asked for. */
    readonly beforeSeconds: number;
    readonly steadySeconds: number;
    readonly giveUpSeconds: number;
    readonly timeoutMs: number;
    readonly trigger: Trigger;
    readonly onSecond?: (second: Second) => void;
    readonly signal: AbortSignal;
}

/** How long an operator may take. */
const LONGEST_WAIT_SECONDS = 3600;

/** Steady load, the event in it, and the load goes on until steady state is back. @throws PerfError where the event does not come about */
export async function runFailure(run: FailureRun): Promise<FailureFile> {
    return new LoadUnderFailure(run).result();
}

class LoadUnderFailure {
    readonly #seen: Second[] = [];
    readonly #stop = new AbortController();
    #zero = 0;
    #isAsked = false;
    #triggeredAt: number | undefined;
    #problem: unknown;

    constructor(readonly run: FailureRun) {}

    async result(): Promise<FailureFile> {
        const stop = () => this.#stop.abort();
        this.run.signal.addEventListener("abort", stop);
        if (this.run.signal.aborted) stop();
        const result = await this.#drive();
        this.run.signal.removeEventListener("abort", stop);
        if (this.#problem !== undefined) throw this.#problem;
        return this.#judged(result);
    }

    #drive(): Promise<Result> {
        const { run } = this;
        const seconds = run.beforeSeconds + LONGEST_WAIT_SECONDS + run.giveUpSeconds;
        this.#zero = Date.now() + run.warmUpSeconds * 1000;
        return drive({
            scenario: {
                name: `under-failure-${run.event.name}`,
                about: `${run.event.title}, under load.`,
                warmUpSeconds: run.warmUpSeconds,
                phases: [{ seconds, fromRate: run.requestsPerSecond, toRate: run.requestsPerSecond }],
                mix: run.mix,
            },
            target: run.target,
            targetKind: run.targetKind,
            workload: createWorkload({ ...run.workload, mix: run.mix, run: `${Date.now().toString(36)}-` }),
            load: {
                seed: run.workload.seed,
                customers: run.workload.customers,
                skew: run.workload.skew,
                tenants: run.workload.tenants.length,
            },
            timeoutMs: run.timeoutMs,
            // While nothing answers, each request holds its connection until its time is up.
            connections: Math.max(
                connectionsFor(run.requestsPerSecond),
                Math.ceil((run.requestsPerSecond * (run.timeoutMs + 1000)) / 1000),
            ),
            environment: run.environment,
            // The target goes away on purpose.
            giveUpAfterMs: Number.POSITIVE_INFINITY,
            onSecond: (second) => this.#second(second),
            signal: this.#stop.signal,
        });
    }

    #second(second: Second): void {
        // What is closed after the end was cut off by it.
        if (this.#stop.signal.aborted) return;
        this.#seen.push(second);
        this.run.onSecond?.(second);
        if (this.#eventAt() !== undefined) this.#watch();
        else if (!this.#isAsked && this.#seen.length >= this.run.beforeSeconds) this.#ask();
    }

    #ask(): void {
        this.#isAsked = true;
        const { trigger } = this.run;
        if (steadyStateBefore(this.#seen) === undefined)
            this.#fail(
                new PerfError(
                    `under-failure: the load did not keep the SLO before the event, so that there is nothing to come back to; nothing was triggered. ` +
                        "Ask for less with --rps, or see what is wrong with the platform.",
                    1,
                ),
            );
        else if (trigger.by === "schedule") this.#watch();
        else
            trigger.wait().then(
                ({ ended }) => {
                    this.#triggeredAt = Date.now();
                    ended.catch((problem: unknown) => this.#fail(problem));
                },
                (problem: unknown) => this.#fail(problem),
            );
    }

    #watch(): void {
        const eventAt = this.#eventAt();
        const { event, steadySeconds, giveUpSeconds } = this.run;
        const settings = { watchSeconds: event.watchSeconds, steadySeconds, giveUpSeconds };
        if (eventAt !== undefined && isWatchOver(this.#seen, { eventAt, ...settings })) this.#stop.abort();
    }

    #fail(problem: unknown): void {
        this.#problem ??= problem;
        this.#stop.abort();
    }

    /** The second of the timeline in which the event lies. */
    #eventAt(zero = this.#zero): number | undefined {
        const { trigger } = this.run;
        if (trigger.by === "schedule") return this.#isAsked ? trigger.atSecond : undefined;
        return this.#triggeredAt === undefined ? undefined : Math.max(0, Math.floor((this.#triggeredAt - zero) / 1000));
    }

    #judged(result: Result): FailureFile {
        const { event, command, trigger, steadySeconds } = this.run;
        const { component, seconds } = event.recoveryTarget;
        const zero = Date.parse(result.startedAt);
        const second = this.#eventAt(zero) ?? null;
        const recovery =
            second === null
                ? null
                : analyseRecovery(this.#seen, { eventAt: second, recoveryTargetSeconds: seconds, steadySeconds });
        const remark = `${event.title}: triggered under load on purpose. It can never be a baseline.`;
        return {
            format: FAILURE_FORMAT,
            event: {
                name: event.name,
                title: event.title,
                command,
                triggeredBy: trigger.by,
                triggeredAt: second === null ? null : new Date(this.#triggeredAt ?? zero + second * 1000).toISOString(),
                second,
            },
            recoveryTarget: {
                component,
                seconds,
                source: event.name === "custom" ? "the operator" : RECOVERY_TARGETS_SOURCE,
            },
            steadySeconds,
            judgedSeconds: this.#seen.length,
            recovery,
            result: { ...result, status: "partial", remarks: [remark, ...result.remarks] },
        };
    }
}
