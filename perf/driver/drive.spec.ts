import assert from "node:assert/strict";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import type { Histogram } from "hdr-histogram-js";
import { latencyOf, newHistogram, readHistogram, recordLatency } from "../results/histogram";
import type { Result } from "../results/result";
import { resultProblems } from "../results/result-problems";
import { type Simulator, type SimulatorOptions, startSimulator } from "../simulator/start-simulator";
import type { Mix, Scenario } from "../workload/scenario";
import { createWorkload } from "../workload/workload";
import { type DriveOptions, drive } from "./drive";

/** What the machine may add to a latency: simulator and driver share a loop here, and each can be late at both ends. */
const TURNS = 4;

describe("the driver", () => {
    const started: Simulator[] = [];
    afterEach(async () => {
        for (const simulator of started.splice(0)) await simulator.close();
    });

    async function start(options: SimulatorOptions = {}): Promise<Simulator> {
        const simulator = await startSimulator(options);
        started.push(simulator);
        return simulator;
    }

    function load(rate: number, seconds: number, mix: Mix = { recommend: 1 }): Scenario {
        return { name: "test", about: "", warmUpSeconds: 0, phases: [{ seconds, fromRate: rate, toRate: rate }], mix };
    }

    /** Lags of the machine that runs the tests are no matter here, unless a test is about them. */
    async function driven(options: Partial<DriveOptions> & Pick<DriveOptions, "target" | "scenario">): Promise<Result> {
        const { mix } = options.scenario;
        const tenants = [{ id: "t", apiKey: "krn_1" }];
        const result = await drive({
            targetKind: "platform",
            workload: createWorkload({ seed: 1, customers: 1000, skew: 1, tenants, auth: "bearer", mix }),
            load: { seed: 1, customers: 1000, skew: 1, tenants: 1 },
            timeoutMs: 5000,
            connections: 100,
            environment: null,
            maxLagMs: 60_000,
            ...options,
        });
        assert.deepEqual(resultProblems(result), []);
        return result;
    }

    it("gives the latencies that the target meant to have, of every request, and marks the target as the simulator", async () => {
        const simulator = await start({ latency: { kind: "lognormal", medianMs: 100, p99Ms: 500 } });
        const loop = monitorEventLoopDelay({ resolution: 1 });
        loop.enable();
        const result = await driven({ target: simulator.url, scenario: load(250, 2) });
        const late = TURNS * (loop.percentile(99.9) / 1e6);
        const intended = latencyOf(simulator.trueLatencies());
        for (const name of ["p50", "p90", "p99", "max"] as const) {
            const [measured, meant] = [result.latencyMs[name], intended[name]];
            assert.ok(measured >= meant * 0.99, `${name}: ${measured} ms measured, ${meant} ms meant`);
            assert.ok(measured <= meant * 1.05 + late, `${name}: ${measured} ms measured, ${meant} ms meant, ${late}`);
        }
        assert.deepEqual([result.status, result.remarks, result.target.kind], ["complete", [], "simulator"]);
        assert.deepEqual([result.totals.answered, result.totals.outcomes.ok, result.rates.sent], [500, 500, 250]);
        const perSecond = result.timeline.map(({ at, scheduled, answered }) => [at, scheduled, answered]);
        assert.deepEqual(
            perSecond,
            [0, 1].map((second) => [second, 250, 250]),
        );
    });

    /** A pause of 600 ms in 2 s: 30 % of the arrivals fall in it, spread evenly, so latency passes x with (600 - x) / 2000. */
    function assertShowsThePause(histogram: Histogram, lateMs: number): void {
        const { p50, p90, p95, p99 } = latencyOf(histogram);
        const expected = { p90: [p90, 400], p95: [p95, 500], p99: [p99, 580] } as const;
        assert.ok(p50 < 50 + lateMs, `p50 is ${p50}`);
        for (const [name, [measured, computed]] of Object.entries(expected))
            assert.ok(Math.abs(measured - computed) < 40 + lateMs, `${name} is ${measured}, and not ${computed}`);
    }

    it("shows a pause of the target to all who came in it, which the time from sending does not", async () => {
        const simulator = await start({ pauses: { afterMs: 1000, everyMs: 60_000, forMs: 600 } });
        const fromSending = newHistogram();
        const loop = monitorEventLoopDelay({ resolution: 1 });
        loop.enable();
        const result = await driven({
            target: simulator.url,
            scenario: { ...load(200, 2), warmUpSeconds: 0.4 },
            // Few, as those who measure in a closed loop have: they find the pause as often as they have connections.
            connections: 8,
            onEnd: ({ sentAt, endedAt }) => recordLatency(fromSending, endedAt - sentAt),
        });
        const late = Math.min(100, loop.percentile(99) / 1e6);
        assert.equal(result.totals.answered, 400);
        assertShowsThePause(readHistogram(result.histogram), late);
        assert.throws(() => assertShowsThePause(fromSending, late), { message: /^p90 is / });
        assert.match(
            result.remarks.join(),
            /of the requests waited for one of the 8 connections; the wait is in their/,
        );
    });

    it("leaves the warm-up out of every figure", async () => {
        const simulator = await start({ errorRate: 1 });
        const scenario = { ...load(100, 0.5), warmUpSeconds: 0.6 };
        const zero = sleep(500).then(() => {
            simulator.settings.errorRate = 0;
        });
        const result = await driven({ target: simulator.url, scenario });
        await zero;
        assert.deepEqual([result.totals.scheduled, result.totals.outcomes.ok], [50, 50]);
        assert.equal(simulator.trueLatencies().totalCount, 110);
    });

    it("counts what each answer was, by kind, and reasons of errors", async () => {
        const simulator = await start({ degradedRate: 1 });
        const mix = { recommend: 0.5, respond: 0.3, "respond-bulk": 0.2 };
        const scenario = { ...load(100, 0.7, mix), warmUpSeconds: 0.2 };
        const good = await driven({ target: simulator.url, scenario });
        assert.deepEqual(Object.keys(good.byKind).sort(), ["recommend", "respond", "respond-bulk"]);
        const { recommend, respond } = good.byKind;
        assert.equal(recommend?.totals.outcomes.degraded, recommend?.totals.sent);
        assert.equal(respond?.totals.outcomes.ok, respond?.totals.sent);
        simulator.settings.errorRate = 1;
        const bad = await driven({ target: simulator.url, scenario: load(100, 0.3) });
        assert.deepEqual([bad.totals.errors, bad.totals.errorRate], [{ "HTTP 500 INTERNAL": 30 }, 1]);
        Object.assign(simulator.settings, { errorRate: 0, quota: 20 });
        const { outcomes } = (await driven({ target: simulator.url, scenario: load(100, 0.3) })).totals;
        assert.deepEqual([outcomes.degraded, outcomes["quota-exhausted"], outcomes.error], [20, 10, 0]);
    });

    it("says what it could not send because all connections were waiting", async () => {
        const simulator = await start({ latency: { kind: "constant", ms: 100 } });
        const result = await driven({ target: simulator.url, scenario: load(100, 1), connections: 2, timeoutMs: 700 });
        assert.equal(result.status, "unsustained");
        const [remark = ""] = result.remarks;
        assert.match(
            remark,
            /^It was asked for 100\/s, and sent \d\d\/s: all 2 connections were waiting for answers\.$/,
        );
        assert.equal(result.timeline.length, 1);
        assert.ok(result.rates.sent <= 40 && result.totals.scheduled === 100, `${result.rates.sent}/s`);
    });

    it("says so when it is too slow itself", async () => {
        const simulator = await start();
        const scenario = load(100, 0.5);
        const workload = createWorkload({
            ...{ seed: 1, customers: 10, skew: 1, tenants: [{ id: "t", apiKey: "k" }] },
            ...{ auth: "bearer", mix: scenario.mix },
        });
        const slow = {
            ...workload,
            next: () => {
                for (const until = performance.now() + 30; performance.now() < until; );
                return workload.next();
            },
        };
        const result = await driven({ target: simulator.url, scenario, workload: slow, maxLagMs: 20 });
        assert.equal(result.status, "unsustained");
        assert.match(result.remarks.join(), /The driver's own lag was \d+ ms at p99, and 20 ms are allowed/);
    });

    it("ends when the target stops answering half way, and keeps what there is", async () => {
        const simulator = await start();
        setTimeout(() => {
            simulator.settings.away = "reset";
        }, 1300);
        const begin = performance.now();
        const result = await driven({ target: simulator.url, scenario: load(100, 60), giveUpAfterMs: 500 });
        assert.ok(performance.now() - begin < 15_000);
        assert.equal(result.status, "partial");
        assert.match(
            result.remarks[0] ?? "",
            /^The target has not answered for 0.5 s, and is taken for gone, after \d/,
        );
        const { answered, errors, outcomes } = result.totals;
        assert.ok(answered > 0 && outcomes.error > 0);
        assert.equal((errors["ECONNRESET"] ?? 0) + (errors["connection closed"] ?? 0), outcomes.error);
        assert.equal(result.timeline[0]?.answered, 100);
    });

    it("is partial where the target was gone until the end, however short that was", async () => {
        const simulator = await start();
        setTimeout(() => {
            simulator.settings.away = "close";
        }, 800);
        const { status, remarks, totals } = await driven({ target: simulator.url, scenario: load(100, 2.2) });
        assert.equal(status, "partial");
        assert.match(remarks[0] ?? "", /^The target had stopped answering \d\.\d s after the start, until the end\.$/);
        assert.deepEqual([totals.scheduled, totals.sent], [220, 220]);
        const nothing = await driven({ target: simulator.url, scenario: load(100, 0.2) });
        assert.deepEqual([nothing.status, nothing.remarks], ["partial", ["The target answered nothing."]]);
    });

    it("counts what is not answered in time as a time-out, from the intended start on", async () => {
        const simulator = await start({ latency: { kind: "constant", ms: 60_000 } });
        const scenario = load(100, 60);
        const result = await driven({ target: simulator.url, scenario, timeoutMs: 300, giveUpAfterMs: 300 });
        assert.equal(result.status, "partial");
        const { sent, answered, errors } = result.totals;
        assert.ok(sent > 0 && answered === 0 && errors["timeout"] === sent, JSON.stringify(result.totals));
        assert.ok(result.latencyMs.min >= 299, `${result.latencyMs.min} ms`);
    });

    it("ends with a result where nothing listens", async () => {
        const simulator = await start();
        await simulator.close();
        const result = await driven({ target: simulator.url, scenario: load(100, 60), giveUpAfterMs: 300 });
        assert.deepEqual([result.status, result.target.kind, result.totals.answered], ["partial", "platform", 0]);
        assert.deepEqual(Object.keys(result.totals.errors), ["ECONNREFUSED"]);
    });

    it("keeps what there is when it is stopped, without what was under way", async () => {
        const simulator = await start({ latency: { kind: "constant", ms: 20 } });
        const stop = new AbortController();
        setTimeout(() => stop.abort(), 800);
        const result = await driven({ target: simulator.url, scenario: load(100, 60), signal: stop.signal });
        assert.equal(result.status, "partial");
        assert.match(result.remarks[0] ?? "", /^It was stopped, after \d+\.\d of 60 s\.$/);
        const { scheduled, answered, errorRate } = result.totals;
        assert.ok(answered > 20 && answered === scheduled && errorRate === 0, JSON.stringify(result.totals));
        const inWarmUp = { ...load(100, 60), warmUpSeconds: 60 };
        const nothing = await driven({ target: simulator.url, scenario: inWarmUp, signal: AbortSignal.timeout(200) });
        assert.deepEqual(nothing.remarks, ["It was stopped, in the warm-up."]);
        assert.deepEqual([nothing.status, nothing.totals.scheduled, nothing.timeline], ["partial", 0, []]);
    });

    it("keeps the target's path, and speaks of each second once, in order", async () => {
        const simulator = await start();
        const seconds: string[] = [];
        const result = await driven({
            target: new URL("/prefix/", simulator.url),
            scenario: load(20, 1.2),
            onSecond: ({ at }, total) => seconds.push(`${at} of ${total}`),
        });
        assert.deepEqual(result.totals.errors, { "HTTP 404 NOT_FOUND": 24 });
        assert.deepEqual(seconds, ["0 of 1.2", "1 of 1.2"]);
    });
});
