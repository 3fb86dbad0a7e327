import type { Recommendation } from "./recommendation-pool";
import type { PlatformRequest } from "./request";
import type { Tenant } from "./workload";

/** Whose requests they are: made once for each tenant, since every request carries the same headers. */
export interface Sender {
    readonly headers: Readonly<Record<string, string>>;
}

/** Optional fields of `recommend` whose values are names of the tenant's own. */
export interface RecommendFields {
    readonly channel?: string;
    readonly placement?: string;
    readonly decisionFlowKey?: string;
    /** Offers wanted, 1 to 50; the platform's default is 5. */
    readonly limit?: number;
}

/** The platform takes 1 to 1,000 items, and works through them in chunks of 50, a transaction each. */
const BULK_MAX_ITEMS = 1000;

/** The documentation lists no values of `outcome`; these are the usual ones. From common to rare, with their shares. */
const OUTCOME_SHARES: readonly (readonly [string, number])[] = [
    ["impression", 0.85],
    ["click", 0.12],
    ["conversion", 0.03],
];

export function recommendRequest(sender: Sender, customerId: string, fields: RecommendFields): PlatformRequest {
    return post("recommend", "/api/v1/recommend", sender, { customerId, limit: 5, ...fields });
}

export function respondRequest(
    sender: Sender,
    recommendation: Recommendation,
    random: () => number,
    idempotencyKey: string,
): PlatformRequest {
    return post("respond", "/api/v1/respond", sender, outcomeItem(recommendation, random, idempotencyKey));
}

/** Sizes are spread evenly over their logarithm: as many of 1 to 10 items as of 100 to 1,000, 145 in the mean. */
export function bulkRequest(
    sender: Sender,
    draw: () => Recommendation,
    random: () => number,
    key: () => string,
): PlatformRequest {
    const items = Math.min(BULK_MAX_ITEMS, Math.floor((BULK_MAX_ITEMS + 1) ** random()));
    const outcomes = Array.from({ length: items }, () => outcomeItem(draw(), random, key()));
    return post("respond-bulk", "/api/v1/respond/bulk", sender, { outcomes });
}

function outcomeItem({ customerId, recommendationId, count }: Recommendation, random: () => number, key: string) {
    const rank = 1 + Math.floor(random() * count);
    return { customerId, recommendationId, rank, outcome: outcomeAt(random()), idempotencyKey: key };
}

function outcomeAt(drawn: number): string {
    let sum = 0;
    for (const [outcome, share] of OUTCOME_SHARES) {
        sum += share;
        if (drawn < sum) return outcome;
    }
    return "impression";
}

function post(kind: PlatformRequest["kind"], path: string, sender: Sender, body: object): PlatformRequest {
    return { kind, method: "POST", path, headers: sender.headers, body: JSON.stringify(body) };
}

export function senderOf({ id, apiKey }: Tenant, auth: "bearer" | "x-api-key"): Sender {
    return {
        headers: {
            ...(auth === "bearer" ? { Authorization: `Bearer ${apiKey}` } : { "X-API-Key": apiKey }),
            "X-Tenant-Id": id,
            "Content-Type": "application/json",
            Accept: "application/json",
            // As the vendor's SDK sends it: a guard against forged requests may ask for it, and nothing else reads it.
            "X-Requested-With": "XMLHttpRequest",
        },
    };
}
