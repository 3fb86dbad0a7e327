import assert from "node:assert/strict";
import { outcomeOf } from "./classify";
import type { RequestKind } from "./request";

const DECISION = JSON.stringify({ recommendationId: "rec-1", customerId: "c", count: 1, decisions: [{}] });

function failure(status: number, code: string, message = "") {
    return { status, body: JSON.stringify({ error: { code, message, status } }) };
}

describe("what an answer counts as", () => {
    const cases: readonly (readonly [
        string,
        RequestKind,
        { status: number; body: string },
        ReturnType<typeof outcomeOf>,
    ])[] = [
        ["a decision", "recommend", { status: 200, body: DECISION }, { outcome: "ok" }],
        [
            "a decision by the fallback score",
            "recommend",
            { status: 200, body: '{"recommendationId":"r","degradedScoring": true}' },
            { outcome: "degraded" },
        ],
        [
            "one whose offer is named like the mark of the fallback",
            "recommend",
            { status: 200, body: JSON.stringify({ recommendationId: "r", offerName: '"degradedScoring":true' }) },
            { outcome: "ok" },
        ],
        [
            "a page instead of a decision",
            "recommend",
            { status: 200, body: "<html>Sign in</html>" },
            { outcome: "error", reason: 'HTTP 200 without "recommendationId"' },
        ],
        ["a response with no body", "respond", { status: 204, body: "" }, { outcome: "ok" }],
        [
            "a bulk that went through",
            "respond-bulk",
            { status: 200, body: '{"processed":2,"succeeded":2,"failed":0}' },
            { outcome: "ok" },
        ],
        [
            "a bulk of which items failed",
            "respond-bulk",
            { status: 200, body: '{"processed":2,"succeeded":1,"failed":1}' },
            { outcome: "error", reason: "bulk items failed" },
        ],
        ["no answer", "recommend", { status: 0, body: "" }, { outcome: "error", reason: "no answer" }],
        [
            "a failure with its code",
            "recommend",
            failure(500, "INTERNAL"),
            { outcome: "error", reason: "HTTP 500 INTERNAL" },
        ],
        [
            "a failure of a proxy",
            "recommend",
            { status: 502, body: "Bad Gateway" },
            { outcome: "error", reason: "HTTP 502" },
        ],
        ["a redirect", "recommend", { status: 302, body: "" }, { outcome: "error", reason: "HTTP 302" }],
        [
            "a wrong body",
            "respond",
            failure(400, "VALIDATION_ERROR"),
            { outcome: "error", reason: "HTTP 400 VALIDATION_ERROR" },
        ],
        ["429 whose code is of the quota", "recommend", failure(429, "QUOTA_EXCEEDED"), { outcome: "quota-exhausted" }],
        [
            "429 whose message is of the licence",
            "recommend",
            failure(429, "FORBIDDEN", "Decision limit of the licence reached"),
            { outcome: "quota-exhausted" },
        ],
        [
            "429 whose code is of the rate, though its message speaks of a quota",
            "recommend",
            failure(429, "RATE_LIMITED", "Quota of 1000 requests a minute"),
            { outcome: "rate-limited" },
        ],
        [
            "429 whose message is of the rate",
            "respond",
            failure(429, "LIMIT", "Rate limit quota exceeded"),
            { outcome: "rate-limited" },
        ],
        ["429 that says nothing", "respond-bulk", { status: 429, body: "" }, { outcome: "rate-limited" }],
    ];

    for (const [what, kind, response, expected] of cases)
        it(`${what} (${response.status}) is ${expected.reason ?? expected.outcome}`, () => {
            assert.deepEqual(outcomeOf(kind, response), expected);
        });
});
