/** JSON schemas of the documented bodies. Unknown fields are refused, so that a misspelt one in a workload is found here. */
const text = { type: "string", minLength: 1, maxLength: 256 } as const;
const texts = { type: "array", items: text } as const;
const free = { type: "object" } as const;

export const recommendBody = {
    type: "object",
    additionalProperties: false,
    properties: {
        customerId: text,
        channel: text,
        channelId: text,
        placement: text,
        placements: texts,
        limit: { type: "integer", minimum: 1, maximum: 50 },
        sessionId: { type: "string", maxLength: 64 },
        context: free,
        segments: texts,
        attributes: free,
        locale: text,
        currency: text,
        excludeOffers: texts,
        excludeCreatives: texts,
        decisionFlowKey: text,
        debug: { type: "boolean" },
    },
} as const;

export const respondBody = {
    type: "object",
    additionalProperties: false,
    required: ["customerId", "recommendationId", "rank", "outcome"],
    properties: {
        customerId: text,
        recommendationId: text,
        rank: { type: "integer", minimum: 1 },
        outcome: text,
        // Required as well, but it may be in the header `Idempotency-Key`.
        idempotencyKey: text,
        creativeId: text,
        offerId: text,
        channelId: text,
        direction: text,
        context: free,
        outcomeDetails: free,
        timestamp: { type: "string", maxLength: 64 },
        conversionValue: { type: "number" },
    },
} as const;

/** Items are looked at one by one: some may be wrong, and the others are taken. */
export const bulkBody = {
    type: "object",
    additionalProperties: false,
    required: ["outcomes"],
    properties: { outcomes: { type: "array", minItems: 1, maxItems: 1000, items: { type: "object" } } },
} as const;

export interface RecommendBody {
    readonly customerId?: string;
    readonly limit?: number;
    readonly channel?: string;
    readonly debug?: boolean;
}

export interface RespondBody {
    readonly customerId: string;
    readonly recommendationId: string;
    readonly rank: number;
    readonly outcome: string;
    readonly idempotencyKey?: string;
}

export interface BulkBody {
    readonly outcomes: readonly unknown[];
}
