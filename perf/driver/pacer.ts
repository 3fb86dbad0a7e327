import { Crowding } from "./crowding";

/** Timers fire up to two milliseconds late: from this long before a start, the event loop is turned over without pause. */
const CLOSE_MS = 2;
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
    const crowding = new Crowding();
    for (;;) {
        const until = now();
        for (; next !== undefined && next <= until; next = times.next().value) start(next);
        if (!turn(until, next === undefined)) return;
        const before = now();
        const ahead = (next ?? Number.POSITIVE_INFINITY) - before;
        if (ahead > CLOSE_MS) await sleep(Math.min(SLEEP_MS, ahead - CLOSE_MS));
        else if (ahead > 0 && crowding.isCrowded(before)) await sleep(1);
        else {
            await turnOver();
            crowding.turned(before, now());
        }
    }
}

function sleep(milliseconds: number): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function turnOver(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve));
}
