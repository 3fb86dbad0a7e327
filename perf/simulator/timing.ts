import type { SimulatorSettings } from "./settings";

/** When an answer is due, from the rules of the simulator: all of it is known when the request comes. */
export class Timing {
    #freeAt = 0;
    #pausedSince = 0;
    #pauses: SimulatorSettings["pauses"] = null;

    /** Counts the pauses from now on. */
    pause(pauses: SimulatorSettings["pauses"], now: number): void {
        this.#pauses = pauses;
        this.#pausedSince = now;
    }

    get pauses(): SimulatorSettings["pauses"] {
        return this.#pauses;
    }

    /** Takes a place in the queue before the bottleneck. @returns the wait in milliseconds, or undefined where the queue is full */
    admit(capacity: SimulatorSettings["capacity"], now: number): number | undefined {
        if (capacity === null) return 0;
        const wait = Math.max(0, this.#freeAt - now);
        if (wait > capacity.queueMs) return undefined;
        this.#freeAt = now + wait + 1000 / capacity.requestsPerSecond;
        return wait;
    }

    /** Moves what is due in a pause to its end. */
    afterPause(due: number): number {
        if (this.#pauses === null) return due;
        const { afterMs, everyMs, forMs } = this.#pauses;
        const since = due - this.#pausedSince - afterMs;
        if (since < 0) return due;
        const inTurn = since % everyMs;
        return inTurn < forMs ? due + forMs - inTurn : due;
    }
}
