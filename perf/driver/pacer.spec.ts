import assert from "node:assert/strict";
import { pace } from "./pacer";

describe("the driver's pacer", () => {
    it("starts each thing at its time or after, never before, in order, and all that is overdue at once", async () => {
        const zero = performance.now() + 5;
        const started: { intended: number; late: number }[] = [];
        const times = [0, 0.3, 0.6, 20, 20, 41.5];
        await pace({
            times: times.values(),
            now: () => performance.now() - zero,
            start: (intended) => {
                started.push({ intended, late: performance.now() - zero - intended });
                // What falls due meanwhile must not be lost.
                if (intended === 0.6) while (performance.now() - zero < 30);
            },
            turn: (_until, isOver) => !isOver,
        });
        assert.deepEqual(
            started.map(({ intended }) => intended),
            times,
        );
        assert.deepEqual(
            started.filter(({ late }) => late < 0),
            [],
        );
    });

    it("says at each turn until when it has started everything, and goes on for as long as it is told to", async () => {
        const turns: [number, boolean][] = [];
        let clock = 0;
        await pace({
            times: [1, 3].values(),
            now: () => clock,
            start: () => {},
            turn: (until, isOver) => {
                turns.push([until, isOver]);
                clock += 1;
                return clock < 6;
            },
        });
        assert.deepEqual(turns, [
            [0, false],
            [1, false],
            [2, false],
            [3, true],
            [4, true],
            [5, true],
        ]);
    });
});
