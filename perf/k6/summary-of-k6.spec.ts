import assert from "node:assert/strict";
import { scenarioNamed } from "../workload/scenarios";
import { type K6Data, readable, summaryOf } from "./summary-of-k6";

const ENVIRONMENT = {
    TARGET: "https://decisions.example.com/",
    TENANT_ID: "a,b",
    API_KEY: "1,2",
    SEED: "3",
    CUSTOMERS: "500",
};
const SCENARIO = scenarioNamed("recommend-100rps");
const MOMENT = { now: Date.parse("2026-11-24T13:10:00Z"), id: "x" };

function data(seconds: number): K6Data {
    const counter = (count: number) => ({ values: { count, rate: 1 } });
    return {
        state: { testRunDurationMs: seconds * 1000 },
        metrics: {
            kaireon_started: counter(30_000),
            kaireon_recommend_outcome_ok: counter(29_990),
            kaireon_recommend_outcome_error: counter(10),
            kaireon_recommend_error_HTTP_500: counter(10),
            kaireon_recommend_latency_0: counter(5),
            kaireon_recommend_latency_50: counter(29_995),
            dropped_iterations: counter(9),
            "dropped_iterations{scenario:measured}": { ...counter(2), thresholds: { "count<30": { ok: true } } },
            kaireon_failed: { values: { rate: 0.0003 }, thresholds: { "rate<0.001": { ok: true } } },
            kaireon_slower_than_p99: { values: { rate: 0.2 }, thresholds: { "rate<0.01": { ok: false } } },
            http_req_duration: { values: { avg: 8 } },
        },
    };
}

describe("the summary of what k6 counted", () => {
    it("holds what was counted and nothing that was not, without the warm-up's drops", () => {
        // A minute's warm-up, the pause, five minutes, and half a second for the last answers.
        assert.deepEqual(summaryOf(data(362.5), SCENARIO, ENVIRONMENT, MOMENT), {
            format: "kaireon-perf-runner/1",
            id: "x",
            scenario: "recommend-100rps",
            url: "https://decisions.example.com",
            startedAt: "2026-11-24T13:04:59.500Z",
            seconds: 300,
            seed: 3,
            customers: 500,
            skew: 1,
            tenants: 2,
            started: 30_000,
            dropped: 2,
            simulated: 0,
            failedThresholds: ["kaireon_slower_than_p99: rate<0.01"],
            kinds: {
                recommend: {
                    outcomes: { ok: 29_990, error: 10 },
                    errors: { "HTTP 500": 10 },
                    buckets: { "0": 5, "50": 29_995 },
                },
            },
        });
    });

    it("says how far a run came that was stopped, and that one stopped in its warm-up measured nothing", () => {
        assert.equal(summaryOf(data(100), SCENARIO, ENVIRONMENT, MOMENT).seconds, 38);
        assert.equal(summaryOf(data(30), SCENARIO, ENVIRONMENT, MOMENT).seconds, 0);
    });

    it("is refused where k6 gives its newer form of the data, with the setting that helps", () => {
        assert.throws(() => summaryOf(JSON.parse('{"metrics":[]}'), SCENARIO, ENVIRONMENT, MOMENT), {
            message: "k6 gives its data in another form; run it with K6_NEW_MACHINE_READABLE_SUMMARY=false.",
        });
    });

    it("is readable by whoever runs one k6 by hand", () => {
        assert.equal(
            readable(summaryOf(data(362), SCENARIO, ENVIRONMENT, MOMENT)),
            [
                "recommend-100rps: 30000 begun in 300.0 s, 2 dropped",
                "  recommend: 29990 ok, 10 error, 10 HTTP 500, p50 7.0 ms, p95 7.0 ms, p99 7.0 ms",
                "  threshold broken: kaireon_slower_than_p99: rate<0.01",
            ].join("\n"),
        );
    });
});
