import { type RandomGenerator, xoroshiro128plus } from "pure-rand";
import { type Classified, outcomeOf } from "./classify";
import type { Outcome } from "./outcome";
import { RecommendationPool } from "./recommendation-pool";
import type { PlatformRequest, PlatformResponse, RequestKind } from "./request";
import { bulkRequest, type RecommendFields, recommendRequest, respondRequest, senderOf } from "./requests";
import type { Mix } from "./scenario";
import { zipf } from "./zipf";

/** Whoever pays for a decision. The key decides the tenant; the header with the tenant's id is sent as documented. */
export interface Tenant {
    readonly id: string;
    readonly apiKey: string;
}

export interface WorkloadSettings {
    /** The same seed gives the same requests. */
    readonly seed: number;
    /** Customers of each tenant. */
    readonly customers: number;
    /** How much more often the first customer comes than the others: 0 all alike, about 1 as usual. */
    readonly skew: number;
    /** At least one; each gets the same share of the requests. */
    readonly tenants: readonly Tenant[];
    /** Both forms are documented. */
    readonly auth: "bearer" | "x-api-key";
    readonly mix: Mix;
    /** Which of several senders with the same seed this is, so that no two send the same: 0 where there is one. */
    readonly stream?: number;
    /** Part of every idempotency key: without it, a second run of one seed sends keys that the platform has seen, and measures replays. */
    readonly run?: string;
    /** Names that exist in the tenants' set-up; left out, the platform takes its newest published flow. */
    readonly recommend?: RecommendFields;
}

export interface Workload {
    next(): PlatformRequest;
    /** Remembers what a decision was, so that a later response names a real one. */
    answered(request: PlatformRequest, response: PlatformResponse): Outcome;
    /** The same, with what was wrong. */
    classified(request: PlatformRequest, response: PlatformResponse): Classified;
}

/** What a caller of the platform sends, one request after the other. */
export function createWorkload(settings: WorkloadSettings): Workload {
    const random = uniform(xoroshiro128plus(mixed(settings.seed, settings.stream ?? 0)));
    const rank = zipf(settings.customers, settings.skew, random);
    const senders = settings.tenants.map((tenant) => senderOf(tenant, settings.auth));
    const pools = settings.tenants.map(() => new RecommendationPool());
    const remembers = (settings.mix.respond ?? 0) + (settings.mix["respond-bulk"] ?? 0) > 0;
    const asked = new WeakMap<PlatformRequest, RecommendationPool>();
    const keyPrefix = `load-${settings.run ?? "0"}-${settings.seed}-${settings.stream ?? 0}-`;
    let keys = 0;
    const key = () => `${keyPrefix}${keys++}`;

    function next(): PlatformRequest {
        const at = Math.floor(random() * senders.length);
        const sender = senders[at];
        const pool = pools[at];
        if (sender === undefined || pool === undefined)
            throw new Error("workload: there is no tenant; give at least one.");
        const kind = kindAt(settings.mix, random());
        // A response needs a decision: until there is one, decisions are asked for.
        if (kind === "respond" && !pool.isEmpty) return respondRequest(sender, pool.draw(random), random, key());
        if (kind === "respond-bulk" && !pool.isEmpty) return bulkRequest(sender, () => pool.draw(random), random, key);
        const request = recommendRequest(sender, `load-${at}-${rank()}`, settings.recommend ?? {});
        if (remembers) asked.set(request, pool);
        return request;
    }

    function classified(request: PlatformRequest, response: PlatformResponse): Classified {
        const found = outcomeOf(request.kind, response);
        if (found.outcome === "ok" || found.outcome === "degraded") asked.get(request)?.add(response.body);
        return found;
    }

    return { next, classified, answered: (request, response) => classified(request, response).outcome };
}

/** The kind of which the running sum of shares passes the drawn number; the last one where rounding leaves a gap. */
function kindAt(mix: Mix, drawn: number): RequestKind {
    let sum = 0;
    let last: RequestKind = "recommend";
    for (const kind of ["recommend", "respond", "respond-bulk"] as const) {
        const share = mix[kind] ?? 0;
        sum += share;
        if (share > 0) last = kind;
        if (drawn < sum) return kind;
    }
    return last;
}

function uniform(generator: RandomGenerator): () => number {
    return () => (generator.unsafeNext() >>> 0) / 2 ** 32;
}

/** Neighbouring seeds and streams must not give overlapping sequences; an odd multiplier (2 ** 32 / golden ratio) spreads them. */
function mixed(seed: number, stream: number): number {
    return (seed ^ Math.imul(stream + 1, 0x9e3779b1)) | 0;
}
