import assert from "node:assert/strict";
import { PerfError } from "../perf-error";
import { type Simulator, startSimulator } from "../simulator/start-simulator";
import { customEvent } from "./events";
import { failureSchema } from "./failure-file";
import { failureText, isKept } from "./failure-text";
import { type FailureRun, runFailure, type Trigger } from "./run-failure";

const AWAY_MS = 1500;

describe("a load under failure", function () {
    this.timeout(60_000);
    // It measures: a machine that stands still makes a second seem slow.
    this.retries(1);
    let simulator: Simulator;
    const timers: NodeJS.Timeout[] = [];
    before(async () => {
        simulator = await startSimulator({ latency: { kind: "constant", ms: 2 } });
    });
    after(async () => {
        for (const timer of timers) clearTimeout(timer);
        await simulator.close();
    });
    const run = (trigger: Trigger, more: Partial<FailureRun> = {}) =>
        runFailure({
            event: customEvent("the server goes away", 5, 2),
            command: "",
            target: simulator.url,
            targetKind: "platform",
            environment: null,
            workload: { seed: 1, customers: 1000, skew: 1, tenants: [{ id: "t", apiKey: "krn_test" }], auth: "bearer" },
            mix: { recommend: 1 },
            requestsPerSecond: 100,
            warmUpSeconds: 0.5,
            beforeSeconds: 2,
            steadySeconds: 2,
            giveUpSeconds: 8,
            timeoutMs: 1000,
            trigger,
            signal: new AbortController().signal,
            ...more,
        });
    const shortly = { beforeSeconds: 1, warmUpSeconds: 0 };
    const goAway = async () => {
        simulator.settings.away = "reset";
        timers.push(setTimeout(() => (simulator.settings.away = "no"), AWAY_MS));
        return { ended: Promise.resolve() };
    };

    it("sees an outage of a second and a half, and the way back", async () => {
        const failure = await run({ by: "operator", wait: goAway });
        const text = failureText(failure);
        const { recovery, result, event } = failureSchema.parse(failure);
        assert.ok(recovery?.outage, text);
        assert.equal(recovery.verdict, "recovered", text);
        // Seconds are whole: the outage lies in two or three of them.
        assert.ok(recovery.recoverySeconds !== null && recovery.recoverySeconds >= 2, text);
        assert.ok(recovery.recoverySeconds <= 3, text);
        assert.ok(Math.abs(recovery.requestsFailed - 150) <= 30, text);
        assert.ok(isKept(failure), text);
        assert.ok(event.second !== null && event.second >= 2);
        assert.deepEqual([result.target.kind, result.status], ["simulator", "partial"]);
        assert.match(result.remarks[0] ?? "", /can never be a baseline/);
        assert.match(text, /^target: simulator\..*\nthe server goes away, under 100\/s on http/);
    });

    it("takes a stated second for the event, and says where nothing was seen of it", async () => {
        const failure = await run(
            { by: "schedule", atSecond: 2 },
            { event: customEvent("nothing", 5, 1), steadySeconds: 1 },
        );
        assert.deepEqual([failure.event.second, failure.recovery?.verdict], [2, "unharmed"], failureText(failure));
        assert.equal(Date.parse(failure.event.triggeredAt ?? ""), Date.parse(failure.result.startedAt) + 2000);
    });

    it("triggers nothing where the load is not steady before", async () => {
        simulator.settings.errorRate = 0.5;
        try {
            const wait = () => Promise.reject(new Error("it was triggered"));
            await assert.rejects(
                run({ by: "operator", wait }, shortly),
                (problem) =>
                    problem instanceof PerfError &&
                    problem.exitCode === 1 &&
                    /nothing to come back to; nothing was triggered/.test(problem.message),
            );
        } finally {
            simulator.settings.errorRate = 0;
        }
    });

    it("ends with the reason where the event does not come about", async () => {
        const wait = async () => ({ ended: Promise.reject(new PerfError("aws ended with 254", 1)) });
        await assert.rejects(run({ by: "executed", wait }, shortly), /aws ended with 254/);
    });
});
