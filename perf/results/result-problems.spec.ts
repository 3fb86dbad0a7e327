import assert from "node:assert/strict";
import fc from "fast-check";
import { newHistogram, storedHistogram } from "./histogram";
import type { Result } from "./result";
import { resultOf } from "./result.fixture";
import { resultProblems } from "./result-problems";

const sound = resultOf({ errors: 2 });

/** The totals of the whole run alone, without the kinds that would have to agree. */
function withTotals(changed: Partial<Result["totals"]>): Result {
    return { ...sound, byKind: {}, timeline: [], totals: { ...sound.totals, ...changed } };
}

const CASES: readonly [what: string, result: Result, problems: readonly string[]][] = [
    ["a sound result", sound, []],
    ["a run that answered nothing", resultOf({ latencies: [] }), []],
    [
        "outcomes that do not add up",
        withTotals({ outcomes: { ...sound.totals.outcomes, ok: 97 } }),
        ["totals.outcomes add up to 99, but 100 were sent."],
    ],
    [
        "errors without a name",
        withTotals({ errors: { "HTTP 500": 1 } }),
        ["totals.errors add up to 1, but totals.outcomes.error is 2."],
    ],
    [
        "a flattering error rate",
        withTotals({ errorRate: 0.001 }),
        ["totals.errorRate is 0.001, but 2 errors in 100 sent are 0.02."],
    ],
    [
        "more sent than scheduled",
        withTotals({ scheduled: 90 }),
        [
            "totals.sent is 100, more than the 90 that were scheduled.",
            "rates.sent is 100.0 % of rates.scheduled, but totals.sent is 111.1 % of totals.scheduled.",
            "rates.answered is 100.0 % of rates.scheduled, but totals.answered is 111.1 % of totals.scheduled.",
        ],
    ],
    [
        "a p95 that the histogram does not give",
        { ...sound, latencyMs: { ...sound.latencyMs, p95: 91 } },
        ["latencyMs.p95 is 91, but the histogram says 95.039."],
    ],
    [
        "percentiles out of order",
        { ...sound, latencyMs: { ...sound.latencyMs, p90: 99.5 } },
        [
            "latencyMs: p90 is 99.5 and p95 is 95.039; they must ascend.",
            "latencyMs.p90 is 99.5, but the histogram says 90.047.",
        ],
    ],
    [
        "a rate of its own",
        { ...sound, rates: { ...sound.rates, answered: 5 } },
        ["rates.answered is 50.0 % of rates.scheduled, but totals.answered is 100.0 % of totals.scheduled."],
    ],
    [
        "kinds that are not the whole",
        { ...sound, byKind: { respond: resultOf({ latencies: [1, 2, 3] }) } },
        ["scheduled", "sent", "answered"].map((name) => `byKind: ${name} adds up to 3, but totals.${name} is 100.`),
    ],
    [
        "a timeline that is not the whole",
        { ...sound, timeline: [{ at: 0, scheduled: 99, sent: 100, answered: 100, errors: 2, p50Ms: 3, p99Ms: 2 }] },
        [
            "timeline: scheduled adds up to 99, but totals say 100.",
            "timeline: in second 0 p50 is 3 and p99 2; they must ascend.",
        ],
    ],
    [
        "a second that comes twice",
        {
            ...sound,
            timeline: [...sound.timeline, { at: 0, scheduled: 0, sent: 0, answered: 0, errors: 0, p50Ms: 0, p99Ms: 0 }],
        },
        ["timeline: second 0 comes after second 0."],
    ],
    [
        "an empty histogram beside answers",
        {
            ...sound,
            byKind: {},
            histogram: storedHistogram(newHistogram()),
            latencyMs: resultOf({ latencies: [] }).latencyMs,
        },
        ["histogram holds 0 latencies; it must hold one of each answer (100), and no more than were sent (100)."],
    ],
];

describe("what contradicts itself in a result", () => {
    for (const [what, result, problems] of CASES)
        it(`${problems.length === 0 ? "finds nothing in" : "finds"} ${what}`, () =>
            assert.deepEqual(resultProblems(result), problems));

    it("finds nothing in what was recorded, whatever the latencies", () =>
        fc.assert(
            fc.property(
                fc.array(fc.double({ min: 0, max: 1_000_000, noNaN: true }), { maxLength: 50 }),
                fc.nat(),
                (latencies, errors) =>
                    assert.deepEqual(
                        resultProblems(
                            resultOf({ latencies, errors: latencies.length === 0 ? 0 : errors % latencies.length }),
                        ),
                        [],
                    ),
            ),
        ));

    it("finds a histogram that does not decode, whatever is broken", () => {
        const { data } = sound.histogram;
        for (const broken of [data.slice(0, 24), `AAAA${data.slice(4)}`, "not base 64"])
            assert.match(
                resultProblems({ ...sound, histogram: { ...sound.histogram, data: broken } })[0] ?? "",
                /^histogram\.data cannot be decoded: .+\.$/,
                broken,
            );
    });
});
