import type { Second } from "../results/result";

/** One letter a second, 100 requests each: `.` steady, `s` slow (p99 900 ms), `e` a fifth fails, `x` nobody is answered. */
export function timelineOf(letters: string): readonly Second[] {
    return [...letters.replaceAll("|", "")].map((letter, at) => {
        const second = { at, scheduled: 100, sent: 100, answered: 100, errors: 0, p50Ms: 20, p99Ms: 80 };
        if (letter === "s") return { ...second, p99Ms: 900 };
        if (letter === "e") return { ...second, errors: 20, p99Ms: 90 };
        return letter === "x" ? { ...second, answered: 0, errors: 100, p50Ms: 0, p99Ms: 0 } : second;
    });
}

/** The second of the event: where the bar stands. */
export function eventIn(letters: string): number {
    return letters.indexOf("|");
}
