import assert from "node:assert/strict";
import { SCENARIOS, scenarioNamed } from "../workload/scenarios";
import { scriptOptions } from "./script-options";
import { scriptOptionsSchema } from "./shim/script-options-schema";

describe("the options of a script", () => {
    it("of a constant rate: warm-up and measured part with the same virtual users, one after the other", () => {
        assert.deepEqual(scriptOptions(scenarioNamed("recommend-5krps")), {
            scenarios: {
                "warm-up": {
                    executor: "constant-arrival-rate",
                    rate: 5000,
                    timeUnit: "1s",
                    duration: "180s",
                    preAllocatedVUs: 1000,
                    maxVUs: 5000,
                    gracefulStop: "1s",
                },
                measured: {
                    executor: "constant-arrival-rate",
                    rate: 5000,
                    timeUnit: "1s",
                    duration: "300s",
                    preAllocatedVUs: 1000,
                    maxVUs: 5000,
                    startTime: "182s",
                    gracefulStop: "10s",
                },
            },
            thresholds: {
                kaireon_slower_than_p95: ["rate<0.05"],
                kaireon_slower_than_p99: ["rate<0.01"],
                kaireon_failed: ["rate<0.001"],
                "dropped_iterations{scenario:measured}": ["count<1500"],
            },
            discardResponseBodies: true,
            dns: { ttl: "1m", select: "roundRobin", policy: "preferIPv4" },
            userAgent: "kaireon-perf/k6",
            noUsageReport: true,
        });
    });

    it("of a changing rate: its phases as stages, and no stage where the rate goes on as it was", () => {
        const { measured, "warm-up": warmUp } = scriptOptions(scenarioNamed("spike")).scenarios ?? {};
        assert.equal(warmUp?.executor, "constant-arrival-rate");
        assert.deepEqual(measured, {
            executor: "ramping-arrival-rate",
            startRate: 200,
            timeUnit: "1s",
            stages: [
                { target: 200, duration: "120s" },
                { target: 2000, duration: "10s" },
                { target: 2000, duration: "120s" },
                { target: 200, duration: "10s" },
                { target: 200, duration: "180s" },
            ],
            preAllocatedVUs: 400,
            maxVUs: 2000,
            startTime: "62s",
            gracefulStop: "10s",
        });
    });

    it("of bulk requests: more virtual users, and an end that waits for a thousand items", () => {
        const measured = scriptOptions(scenarioNamed("respond-bulk")).scenarios?.["measured"];
        assert.ok(measured?.executor === "constant-arrival-rate");
        assert.deepEqual([measured.maxVUs, measured.gracefulStop], [40, "35s"]);
    });

    it("of stress: a jump before each step, and an end when the SLO is broken, but not for what was dropped", () => {
        const { scenarios, thresholds } = scriptOptions(scenarioNamed("stress"));
        const measured = scenarios?.["measured"];
        assert.ok(measured?.executor === "ramping-arrival-rate");
        assert.deepEqual(measured.stages.slice(0, 4), [
            { target: 500, duration: "60s" },
            { target: 1000, duration: "0s" },
            { target: 1000, duration: "60s" },
            { target: 1500, duration: "0s" },
        ]);
        assert.deepEqual(thresholds?.["kaireon_failed"], [
            { threshold: "rate<0.001", abortOnFail: true, delayAbortEval: "72s" },
        ]);
        assert.deepEqual(thresholds?.["dropped_iterations{scenario:measured}"], ["count<9000"]);
    });

    for (const scenario of SCENARIOS)
        it(`of ${scenario.name} are such as k6 takes`, () => {
            scriptOptionsSchema.parse(scriptOptions(scenario));
        });
});
