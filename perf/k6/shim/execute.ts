import { setTimeout as sleep } from "node:timers/promises";
import { arrivedBy, phasesOf } from "./arrivals";
import { durationSeconds } from "./duration";
import type { Metrics } from "./metrics";
import type { Executor } from "./script-options-schema";
import type { VirtualUsers } from "./virtual-users";

export interface Execution {
    readonly name: string;
    readonly executor: Executor;
    readonly users: VirtualUsers;
    readonly metrics: Metrics;
    /** Seconds since the start of the test, by the test's clock. */
    readonly clock: () => number;
    /** Iterations for one that the script asks for. */
    readonly scale: number;
    /** At most this many at once, whatever the script would allow. */
    readonly maxVUs: number;
    /** What `setup` returned. */
    readonly data: unknown;
    readonly signal: AbortSignal;
}

const TICK_MS = 5;

/**
 * An arrival-rate executor: begins iterations when they are due, on a virtual user that is free; where none is, the iteration is dropped
 * and counted. Whatever is under way at the end is waited for, whatever the grace period.
 * @returns how many were begun and dropped
 * @throws what an iteration throws; k6 would log it and go on
 */
export async function execute(execution: Execution): Promise<{ readonly begun: number; readonly dropped: number }> {
    const { name, executor, users, metrics, clock, scale, data, signal } = execution;
    const startsAt = durationSeconds(executor.startTime ?? "0s");
    const phases = phasesOf(executor);
    const lasts = phases.reduce((sum, { seconds }) => sum + seconds, 0);
    const most = Math.min(executor.maxVUs, execution.maxVUs);
    const underWay = new Set<Promise<void>>();
    const ended = new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
    let due = 0;
    let dropped = 0;

    async function iterate(): Promise<void> {
        const user = users.take();
        await user.iterate(name, data);
        metrics.add("iterations", 1, { scenario: name });
        users.give(user);
    }

    function begin(): void {
        if (underWay.size >= most) {
            dropped += 1;
            metrics.add("dropped_iterations", 1, { scenario: name });
            return;
        }
        const iteration = iterate();
        underWay.add(iteration);
        iteration.then(
            () => underWay.delete(iteration),
            () => {},
        );
    }

    for (let at = -1; at < lasts && !signal.aborted; ) {
        at = Math.min(lasts, clock() - startsAt);
        for (const until = at < 0 ? 0 : Math.floor(arrivedBy(phases, at) * scale + 1e-9); due < until; due += 1)
            begin();
        if (at < lasts) await sleep(TICK_MS);
    }
    await Promise.race([ended, Promise.all(underWay)]);
    return { begun: due - dropped, dropped };
}
