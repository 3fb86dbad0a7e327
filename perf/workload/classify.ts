import type { Outcome } from "./outcome";
import type { PlatformResponse, RequestKind } from "./request";

export interface Classified {
    readonly outcome: Outcome;
    /** What was wrong, short enough to count by: `HTTP 500 INTERNAL`. Only of an error. */
    readonly reason?: string;
}

/** A JSON string cannot hold these with bare quotation marks, so neither can be faked by an offer's name. */
const DEGRADED = /"degradedScoring"\s*:\s*true/;
const FAILED_ITEMS = /"failed"\s*:\s*[1-9]/;

/** What a whole answer always has, by the documented contract; the body of an answer to `respond` is not documented. */
const PROOF: Readonly<Partial<Record<RequestKind, string>>> = {
    recommend: '"recommendationId"',
    "respond-bulk": '"succeeded"',
};

/**
 * The documentation says that both the licence's quota and the rate limits answer 429, and not how to tell them apart. Assumed: the error's
 * code or message names the quota or the licence; whatever does not is a rate limit, the common meaning of 429.
 */
const QUOTA = /quota|licen[cs]e/i;
const RATE = /rate[\s_-]?limit|too[\s_-]many|throttl/i;

/** What an answer counts as. */
export function outcomeOf(kind: RequestKind, { status, body }: PlatformResponse): Classified {
    if (status === 0) return { outcome: "error", reason: "no answer" };
    if (status === 429) return { outcome: isQuota(body) ? "quota-exhausted" : "rate-limited" };
    if (status < 200 || status > 299) return { outcome: "error", reason: httpReason(status, body) };
    const proof = PROOF[kind];
    // A login page or a proxy's page with status 200 is no decision.
    if (proof !== undefined && !body.includes(proof))
        return { outcome: "error", reason: `HTTP ${status} without ${proof}` };
    // The platform answers 200 when any item of a bulk succeeded.
    if (kind === "respond-bulk" && FAILED_ITEMS.test(body)) return { outcome: "error", reason: "bulk items failed" };
    return { outcome: kind === "recommend" && DEGRADED.test(body) ? "degraded" : "ok" };
}

function isQuota(body: string): boolean {
    const { code, message } = errorOf(body);
    // The code decides where it says something: a message of either limit may mention the other.
    if (RATE.test(code)) return false;
    if (QUOTA.test(code)) return true;
    return QUOTA.test(message) && !RATE.test(message);
}

function httpReason(status: number, body: string): string {
    const { code } = errorOf(body);
    return code === "" ? `HTTP ${status}` : `HTTP ${status} ${code.slice(0, 40)}`;
}

/** `{"error": {"code", "message"}}`, as documented; what is not such a body has neither. */
function errorOf(body: string): { readonly code: string; readonly message: string } {
    let parsed: unknown;
    try {
        parsed = JSON.parse(body);
    } catch {
        return { code: "", message: "" };
    }
    const error = field(parsed, "error");
    return { code: text(field(error, "code")), message: text(field(error, "message")) };
}

function field(value: unknown, name: string): unknown {
    return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

function text(value: unknown): string {
    return typeof value === "string" ? value : "";
}
