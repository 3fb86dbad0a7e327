import assert from "node:assert/strict";
import { resultOf } from "../results/result.fixture";
import { runSearch, type SearchRun } from "./run-search";
import { type Step, stepOf } from "./step";

const settings = { from: 100, to: 1000, precision: 0.2 };
const ran = { startedAt: new Date(0), endedAt: new Date(1000), answeredInTime: 100, lagMs: 0, maxLagMs: 20 };
const step = (rate: number, isHeld: boolean): Step =>
    stepOf(rate, resultOf({ latencies: Array.from({ length: 100 }, () => (isHeld ? 10 : 500)) }), ran);

/** Runs a search against a target with its knee at 250/s, and tells what was done in which order. */
async function searched(more: Partial<SearchRun> = {}) {
    const done: string[] = [];
    const run = await runSearch({
        settings,
        begun: [],
        coolDown: async () => void done.push("cool down"),
        onStart: (rate, repeat) => done.push(repeat ? `${rate} again` : `${rate}`),
        runStep: async (rate) => step(rate, rate <= 250),
        onStep: () => undefined,
        ...more,
    });
    return { ...run, done };
}

describe("the run of a search", () => {
    it("cools down between steps, before a repetition too, and not at its ends", async () => {
        const { done, ending } = await searched({ settings: { ...settings, precision: 0.6 } });
        assert.deepEqual(done, [
            "100",
            "cool down",
            "200",
            "cool down",
            "400",
            "cool down",
            "400 again",
            "cool down",
            "300",
            "cool down",
            "300 again",
        ]);
        assert.deepEqual(ending, { kind: "found", held: 200, broke: 300 });
    });

    it("tells all steps after each, so that nothing is lost with the next", async () => {
        const kept: number[][] = [];
        const { steps } = await searched({ onStep: (made) => kept.push(made.map(({ rate }) => rate)) });
        assert.deepEqual(
            kept.map(({ length }) => length),
            steps.map((_, index) => index + 1),
        );
    });

    it("stops when it is told to, without the step that was cut off", async () => {
        const controller = new AbortController();
        const { steps, ending } = await searched({
            signal: controller.signal,
            runStep: async (rate) => {
                if (rate === 200) controller.abort();
                return step(rate, true);
            },
        });
        assert.deepEqual([steps.map(({ rate }) => rate), ending], [[100], null]);
    });

    it("stops in a cool-down, and begins no other step", async () => {
        const controller = new AbortController();
        const { steps, done } = await searched({ signal: controller.signal, coolDown: async () => controller.abort() });
        assert.deepEqual([steps.length, done], [1, ["100"]]);
    });

    it("goes on from the steps of another run at once", async () => {
        const { done, ending } = await searched({ begun: [step(100, true), step(200, true)] });
        assert.equal(done[0], "400");
        assert.deepEqual(ending, { kind: "found", held: 250, broke: 300 });
    });
});
