/** Intended starts of requests that wait for a connection, first come, first served. Only times: what is sent is made when it is sent. */
export class Backlog {
    #times: number[] = [];
    #head = 0;

    get size(): number {
        return this.#times.length - this.#head;
    }

    get oldest(): number | undefined {
        return this.#times[this.#head];
    }

    add(intendedAt: number): void {
        this.#times.push(intendedAt);
    }

    take(): number | undefined {
        const time = this.#times[this.#head];
        if (time === undefined) return undefined;
        this.#head += 1;
        // A shift of the whole for each would cost more the longer the queue is, when there is the least time for it.
        if (this.#head > 1024 && this.#head * 2 > this.#times.length) {
            this.#times = this.#times.slice(this.#head);
            this.#head = 0;
        }
        return time;
    }
}
