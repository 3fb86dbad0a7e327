import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { PreciseTimer } from "./precise-timer";

describe("the simulator's timer", () => {
    it("runs each thing once, in the order of their times, and never early", async () => {
        const timer = new PreciseTimer();
        const ran: { delay: number; early: number }[] = [];
        const begin = performance.now();
        await Promise.all(
            [30, 0.3, 12, 5, 1].map(
                (delay) =>
                    new Promise<void>((resolve) =>
                        timer.at(begin + delay, () => {
                            ran.push({ delay, early: begin + delay - performance.now() });
                            resolve();
                        }),
                    ),
            ),
        );
        assert.deepEqual(
            ran.map(({ delay }) => delay),
            [0.3, 1, 5, 12, 30],
        );
        assert.deepEqual(
            ran.filter(({ early }) => early > 0),
            [],
        );
    });

    it("forgets what has not run when it is cleared", async () => {
        const timer = new PreciseTimer();
        let ran = 0;
        for (const delay of [1, 10]) timer.at(performance.now() + delay, () => (ran += 1));
        timer.clear();
        await sleep(30);
        assert.equal(ran, 0);
    });
});
