import type { Histogram } from "hdr-histogram-js";
import { newHistogram, recordLatency } from "../results/histogram";
import type { Second } from "../results/result";

interface OpenSecond {
    scheduled: number;
    sent: number;
    answered: number;
    errors: number;
    /** Begun and not ended. */
    underWay: number;
    readonly histogram: Histogram;
}

/**
 * Seconds of the measured part, by when requests were meant to start. One is closed when everything in it has ended, so no more are open
 * than a request may take, and memory does not grow with the run but for the figures themselves.
 */
export class Timeline {
    readonly seconds: Second[] = [];
    readonly #open: OpenSecond[] = [];
    readonly #spare: Histogram[] = [];

    /** @param closed each second, in order */
    constructor(readonly closed: (second: Second) => void) {}

    begun(intendedAt: number): void {
        this.#at(intendedAt).underWay += 1;
    }

    unsent(intendedAt: number): void {
        const second = this.#at(intendedAt);
        second.underWay -= 1;
        second.scheduled += 1;
    }

    ended(intendedAt: number, isError: boolean, isAnswered: boolean, latencyMs: number | undefined): void {
        const second = this.#at(intendedAt);
        second.underWay -= 1;
        second.scheduled += 1;
        second.sent += 1;
        if (isAnswered) second.answered += 1;
        if (isError) second.errors += 1;
        if (latencyMs !== undefined) recordLatency(second.histogram, latencyMs);
    }

    /** Closes what has ended. @param now nothing more begins that was meant to start before it, in milliseconds */
    closeUntil(now: number): void {
        for (;;) {
            const first = this.#at(this.seconds.length * 1000);
            const isPast = (this.seconds.length + 1) * 1000 <= now;
            if (!isPast || first.underWay > 0) return;
            this.#close();
        }
    }

    /** Closes everything up to an end, in whole seconds, whatever is under way: that is left out. */
    closeAll(seconds: number): void {
        while (this.seconds.length < seconds) {
            this.#at(this.seconds.length * 1000);
            this.#close();
        }
    }

    #close(): void {
        const first = this.#open.shift();
        if (first === undefined) return;
        const { histogram, underWay: _, ...counts } = first;
        const at = (percentile: number) =>
            histogram.totalCount === 0 ? 0 : histogram.getValueAtPercentile(percentile) / 1000;
        const second = { at: this.seconds.length, ...counts, p50Ms: at(50), p99Ms: at(99) };
        histogram.reset();
        this.#spare.push(histogram);
        this.seconds.push(second);
        this.closed(second);
    }

    #at(intendedAt: number): OpenSecond {
        const index = Math.floor(intendedAt / 1000) - this.seconds.length;
        for (;;) {
            const found = this.#open[index];
            if (found !== undefined) return found;
            const histogram = this.#spare.pop() ?? newHistogram();
            this.#open.push({ scheduled: 0, sent: 0, answered: 0, errors: 0, underWay: 0, histogram });
        }
    }
}
