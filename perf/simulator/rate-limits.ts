const WINDOW_MS = 60_000;

interface Window {
    /** When the last requests came, as many as are allowed; the place of the oldest is taken by the next. */
    readonly times: Float64Array;
    next: number;
}

/** A sliding window of a minute for each key. */
export class RateLimits {
    #perMinute = 0;
    readonly #windows = new Map<string, Window>();

    /** Counts a request, unless it is one too many. @param perMinute where it changed, all windows begin anew */
    allows(key: string, perMinute: number, now: number): boolean {
        if (perMinute !== this.#perMinute) this.#windows.clear();
        this.#perMinute = perMinute;
        const window = this.#windows.get(key) ?? { times: new Float64Array(perMinute).fill(-WINDOW_MS), next: 0 };
        this.#windows.set(key, window);
        const oldest = window.times[window.next] ?? 0;
        if (now - oldest < WINDOW_MS) return false;
        window.times[window.next] = now;
        window.next = (window.next + 1) % perMinute;
        return true;
    }
}
