/** Timers fire up to two milliseconds late: from this long before a start, the event loop is turned over without pause. */
const CLOSE_MS = 2;
/**
 * A turn without a pause takes less; after one that took longer, others want the core. A process that never sleeps has to wait its turn
 * among them, and one that sleeps is let in as soon as it wakes, so for a while a late timer is better than none.
 */
const CROWDED_MS = 4;
const CROWDED_FOR_MS = 500;
/** The longest sleep: time-outs and stops are looked at this often. */
const SLEEP_MS = 10;

export interface Pace {
    /** Times in milliseconds of the clock, ascending. */
    readonly times: Iterator<number, undefined>;
    /** Milliseconds. */
    now(): number;
    start(intendedAt: number): void;
    /** At every turn of the loop, after everything that was due until a time has been started. @returns whether to go on */
    turn(startedUntil: number, isOver: boolean): boolean;
}

/**
 * Starts each thing at its time, and never waits for any. What is due at a turn is started at once, and only that: what falls due meanwhile
 * has to wait until the event loop has read the answers.
 */
export async function pace({ times, now, start, turn }: Pace): Promise<void> {
    let next = times.next().value;
    let crowdedUntil = Number.NEGATIVE_INFINITY;
    for (;;) {
        const until = now();
        for (; next !== undefined && next <= until; next = times.next().value) start(next);
        if (!turn(until, next === undefined)) return;
        const before = now();
        const ahead = (next ?? Number.POSITIVE_INFINITY) - before;
        if (ahead > CLOSE_MS) await sleep(Math.min(SLEEP_MS, ahead - CLOSE_MS));
        else if (ahead > 0 && before < crowdedUntil) await sleep(1);
        else {
            await turnOver();
            if (now() - before > CROWDED_MS) crowdedUntil = now() + CROWDED_FOR_MS;
        }
    }
}

function sleep(milliseconds: number): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function turnOver(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve));
}
