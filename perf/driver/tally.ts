import { latencyOf, newHistogram, recordLatency, storedHistogram } from "../results/histogram";
import type { Measured, Totals } from "../results/result";
import type { Outcome } from "../workload/outcome";

/** A target may invent codes of errors without end; from this many on they are counted together. */
const MOST_REASONS = 50;
const OTHER_REASONS = "other";

/** What became of requests, of one kind or of all. */
export class Tally {
    readonly histogram = newHistogram();
    readonly #outcomes: Record<Outcome, number> = {
        ok: 0,
        degraded: 0,
        "rate-limited": 0,
        "quota-exhausted": 0,
        error: 0,
    };
    readonly #errors = new Map<string, number>();
    #sent = 0;
    #unsent = 0;
    #answered = 0;

    get scheduled(): number {
        return this.#sent + this.#unsent;
    }

    get sent(): number {
        return this.#sent;
    }

    /** It was due, and never sent. */
    unsent(): void {
        this.#unsent += 1;
    }

    /** @param latencyMs undefined where it would say nothing: a connection that is refused is refused fast */
    ended(outcome: Outcome, reason: string | undefined, isAnswered: boolean, latencyMs: number | undefined): void {
        this.#sent += 1;
        this.#outcomes[outcome] += 1;
        if (isAnswered) this.#answered += 1;
        if (outcome === "error") this.#count(reason ?? OTHER_REASONS);
        if (latencyMs !== undefined) recordLatency(this.histogram, latencyMs);
    }

    measured(): Measured {
        return {
            totals: this.#totals(),
            latencyMs: latencyOf(this.histogram),
            histogram: storedHistogram(this.histogram),
        };
    }

    #totals(): Totals {
        return {
            scheduled: this.scheduled,
            sent: this.#sent,
            answered: this.#answered,
            outcomes: { ...this.#outcomes },
            errors: Object.fromEntries(this.#errors),
            errorRate: this.#sent === 0 ? 0 : this.#outcomes.error / this.#sent,
        };
    }

    #count(reason: string): void {
        const isKnown = this.#errors.has(reason) || this.#errors.size < MOST_REASONS - 1;
        const name = isKnown ? reason : OTHER_REASONS;
        this.#errors.set(name, (this.#errors.get(name) ?? 0) + 1);
    }
}
