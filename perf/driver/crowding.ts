/** A turn of an event loop that does not sleep takes less, unless others are let in. */
const LONG_TURN_MS = 4;
const FOR_MS = 500;

/**
 * Whether others want the core. A process that never sleeps has to wait its turn among them, while one that sleeps is let in as soon as it
 * wakes: then, for a while, a timer that is a millisecond late is better than turning the loop over without pause.
 */
export class Crowding {
    #until = Number.NEGATIVE_INFINITY;

    /** @param before when the turn began, in milliseconds */
    turned(before: number, after: number): void {
        if (after - before > LONG_TURN_MS) this.#until = after + FOR_MS;
    }

    isCrowded(now: number): boolean {
        return now < this.#until;
    }
}
