/** A turn of an event loop that does not sleep takes less, unless it has much to do or others are let in. */
const LONG_TURN_MS = 4;
/** The count of times that others were let in is read this often. */
const SAMPLE_MS = 2;
const FOR_MS = 500;

/**
 * Whether others want the core. A process that never sleeps has to wait its turn among them, while one that sleeps is let in as soon as it
 * wakes: then, for a while, a timer that is a millisecond late is better than turning the loop over without pause.
 */
export class Crowding {
    #until = Number.NEGATIVE_INFINITY;
    #sampledAt = Number.NEGATIVE_INFINITY;
    #switches = 0;

    /** @param switches how often the process lost a core that it wanted to keep; where the system does not count, it is never crowded */
    constructor(readonly switches = () => process.resourceUsage().involuntaryContextSwitches) {}

    /** @param before when the turn began, in milliseconds */
    turned(before: number, after: number): void {
        const isLong = after - before > LONG_TURN_MS;
        if (!isLong && after - this.#sampledAt < SAMPLE_MS) return;
        const switches = this.switches();
        if (isLong && switches > this.#switches) this.#until = after + FOR_MS;
        this.#switches = switches;
        this.#sampledAt = after;
    }

    isCrowded(now: number): boolean {
        return now < this.#until;
    }
}
