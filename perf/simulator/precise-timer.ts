import { Crowding } from "../driver/crowding";

/** A timer of Node's fires up to two milliseconds late; from this long before the time on, the event loop is turned over without pause. */
const CLOSE_MS = 2;

interface Waiting {
    readonly at: number;
    readonly run: () => void;
}

/** Runs things at a time of `performance.now()`, to some tens of microseconds where the process has a core of its own. */
export class PreciseTimer {
    readonly #timers = new Set<NodeJS.Timeout>();
    #close: Waiting[] = [];
    #turning = false;
    readonly #crowding = new Crowding();

    at(at: number, run: () => void): void {
        const ahead = at - performance.now();
        if (ahead <= 0) run();
        else if (ahead <= CLOSE_MS) this.#soon({ at, run });
        else {
            const timer = setTimeout(() => {
                this.#timers.delete(timer);
                this.#soon({ at, run });
            }, ahead - CLOSE_MS);
            this.#timers.add(timer);
        }
    }

    /** Forgets all that has not run yet. */
    clear(): void {
        for (const timer of this.#timers) clearTimeout(timer);
        this.#timers.clear();
        this.#close = [];
    }

    #soon(waiting: Waiting): void {
        this.#close.push(waiting);
        if (this.#turning) return;
        this.#turning = true;
        this.#turnOver();
    }

    #turn(): void {
        const now = performance.now();
        const due = this.#close.filter(({ at }) => at <= now);
        if (due.length > 0) this.#close = this.#close.filter(({ at }) => at > now);
        for (const { run } of due) run();
        this.#turning = this.#close.length > 0;
        if (this.#turning) this.#turnOver();
    }

    #turnOver(): void {
        const before = performance.now();
        if (this.#crowding.isCrowded(before)) setTimeout(() => this.#turn(), 1);
        else
            setImmediate(() => {
                this.#crowding.turned(before, performance.now());
                this.#turn();
            });
    }
}
