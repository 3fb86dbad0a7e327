/** As many keys as are remembered: an hour of a small load, and a bound on memory under a large one. */
const CAPACITY = 100_000;

interface Replayable {
    readonly status: number;
}

/** Idempotency: the same key gets the same answer as before. Refusals are not kept: a corrected request may use its key again. */
export class Replays<Answer extends Replayable> {
    readonly #answers = new Map<string, Answer>();

    answer(key: string, make: () => Answer): Answer {
        const before = this.#answers.get(key);
        if (before !== undefined) return before;
        const made = make();
        if (made.status >= 300) return made;
        this.#answers.set(key, made);
        for (const oldest of this.#answers.keys()) {
            if (this.#answers.size <= CAPACITY) break;
            this.#answers.delete(oldest);
        }
        return made;
    }
}
