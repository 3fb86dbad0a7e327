import { RUNNER_FORMAT, type RunnerSummary } from "./runner-summary";

/** What one of two runners of recommend-100rps says after a whole run at 100 requests a second: half of them, with few errors. */
export function runnerSummary(changes: Partial<RunnerSummary> = {}): RunnerSummary {
    return {
        format: RUNNER_FORMAT,
        id: "a",
        scenario: "recommend-100rps",
        url: "https://decisions.example.com",
        startedAt: "2026-11-24T13:00:00.000Z",
        seconds: 300,
        seed: 1,
        customers: 100_000,
        skew: 1,
        tenants: 1,
        started: 15_000,
        dropped: 0,
        simulated: 0,
        failedThresholds: [],
        kinds: {
            recommend: {
                outcomes: { ok: 14_980, degraded: 10, error: 10 },
                errors: { "HTTP 500": 6, timeout: 4 },
                buckets: { "50": 14_000, "80": 996 },
            },
        },
        ...changes,
    };
}
