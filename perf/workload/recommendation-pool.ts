/** A decision that was made, as a response names it. */
export interface Recommendation {
    readonly customerId: string;
    readonly recommendationId: string;
    /** How many offers it holds: ranks go from 1 to this. */
    readonly count: number;
}

/** Few, since each virtual user of k6 has its own; enough that responses do not all go to the same customers. */
const CAPACITY = 200;

/** The newest decisions of one tenant. A decision is drawn again and again: an offer is seen, clicked and taken. */
export class RecommendationPool {
    readonly #kept: Recommendation[] = [];
    #oldest = 0;

    get isEmpty(): boolean {
        return this.#kept.length === 0;
    }

    /** @param body of an answer to `recommend`; one that names no offer is passed over, since nothing can be said of it */
    add(body: string): void {
        const recommendation = recommendationOf(body);
        if (recommendation === undefined) return;
        this.#kept[this.#oldest] = recommendation;
        this.#oldest = (this.#oldest + 1) % CAPACITY;
    }

    /** @throws when it is empty */
    draw(random: () => number): Recommendation {
        const drawn = this.#kept[Math.floor(random() * this.#kept.length)];
        if (drawn === undefined) throw new Error("workload: no decision was made yet, so there is none to respond to.");
        return drawn;
    }
}

function recommendationOf(body: string): Recommendation | undefined {
    let parsed: Partial<Record<string, unknown>>;
    try {
        parsed = JSON.parse(body);
    } catch {
        return undefined;
    }
    const { customerId, recommendationId, decisions } = parsed;
    if (typeof customerId !== "string" || typeof recommendationId !== "string" || !Array.isArray(decisions))
        return undefined;
    return decisions.length === 0 ? undefined : { customerId, recommendationId, count: decisions.length };
}
