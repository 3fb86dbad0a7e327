import { randomUUID } from "node:crypto";
import type { BulkBody, RecommendBody, RespondBody } from "./bodies";
import { Replays } from "./replays";
import type { SimulatorSettings } from "./settings";

export interface Answer {
    readonly status: number;
    readonly body: object;
}

const OFFERS = 200;
const DEFAULT_LIMIT = 5;

/** What the platform answers, apart from when. */
export class Platform {
    readonly #instance = randomUUID().slice(0, 8);
    readonly #replays = new Replays<Answer>();
    #recommendations = 0;

    /** @param isRespondBody the check of an item of a bulk */
    constructor(
        readonly settings: SimulatorSettings,
        readonly random: () => number,
        readonly isRespondBody: (item: unknown) => item is RespondBody,
    ) {}

    recommend({ customerId, limit = DEFAULT_LIMIT, channel, debug }: RecommendBody): Answer {
        const { settings } = this;
        if (settings.quota === 0)
            return failed(429, "QUOTA_EXCEEDED", "The licence's monthly quota of decisions is used up.");
        if (settings.quota !== null) settings.quota -= 1;
        this.#recommendations += 1;
        const recommendationId = `rec-${this.#instance}-${this.#recommendations}`;
        const first = Math.floor(this.random() * OFFERS);
        const decisions = Array.from({ length: limit }, (_, index) => ({
            rank: index + 1,
            offerId: `offer-${(first + index) % OFFERS}`,
            offerName: `Offer ${(first + index) % OFFERS}`,
            interactionId: `${recommendationId}-${index + 1}`,
            ...(channel === undefined ? {} : { channel }),
        }));
        const degraded = this.random() < settings.degradedRate;
        const body = {
            recommendationId,
            // Without a customer the platform derives an anonymous one.
            customerId: customerId ?? `anonymous-${this.#recommendations}`,
            count: limit,
            decisions,
            ...(debug === true ? { meta: { inventory: OFFERS, qualified: OFFERS, ranked: limit } } : {}),
            ...(degraded ? { degradedScoring: true } : {}),
        };
        return { status: 200, body };
    }

    /** @param caller whose idempotency keys these are */
    respond(caller: string, body: RespondBody, headerKey?: string): Answer {
        const key = body.idempotencyKey ?? headerKey;
        if (key === undefined)
            return failed(400, "VALIDATION_ERROR", "idempotencyKey is required, in the body or as Idempotency-Key.");
        return this.#replays.answer(`${caller} ${key}`, () => this.#record(body));
    }

    bulk(caller: string, { outcomes }: BulkBody): Answer {
        const errors = outcomes.flatMap((item, index) => {
            const answer = this.isRespondBody(item)
                ? this.respond(caller, item)
                : failed(400, "VALIDATION_ERROR", "The item lacks a field, or has one too many.");
            return answer.status < 300 ? [] : [{ index, ...answer.body }];
        });
        const succeeded = outcomes.length - errors.length;
        return {
            status: succeeded > 0 ? 200 : 422,
            body: { processed: outcomes.length, succeeded, failed: errors.length, errors },
        };
    }

    #record({ recommendationId, rank }: RespondBody): Answer {
        const number = Number(new RegExp(`^rec-${this.#instance}-(\\d+)$`).exec(recommendationId)?.[1]);
        // A workload that answers to decisions nobody made would measure nothing but refusals.
        if (!(number >= 1 && number <= this.#recommendations))
            return failed(404, "RECOMMENDATION_NOT_FOUND", `There is no ${recommendationId}.`, recommendationId);
        return { status: 200, body: { success: true, recommendationId, interactionId: `${recommendationId}-${rank}` } };
    }
}

/** The documented form of an error. */
export function failed(status: number, code: string, message: string, recommendationId: string | null = null): Answer {
    return { status, body: { error: { code, message, status, recommendationId } } };
}
