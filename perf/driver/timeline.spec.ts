import assert from "node:assert/strict";
import type { Second } from "../results/result";
import { Timeline } from "./timeline";

describe("the timeline of a run", () => {
    it("closes a second when it is past and all in it has ended, and none before the one that it follows", () => {
        const closed: number[] = [];
        const timeline = new Timeline(({ at }) => closed.push(at));
        for (const at of [100, 1100]) timeline.begun(at);
        timeline.ended(1100, false, true, 5);
        timeline.closeUntil(2500);
        assert.deepEqual(closed, []);
        timeline.ended(100, false, true, 2400);
        timeline.closeUntil(2500);
        assert.deepEqual(closed, [0, 1]);
        timeline.closeUntil(2999);
        assert.deepEqual(closed, [0, 1]);
    });

    it("counts each request in the second in which it was meant to start, and leaves out what has not ended", () => {
        const timeline = new Timeline(() => {});
        for (const at of [0, 500, 999, 3000, 3001]) timeline.begun(at);
        timeline.ended(999, true, true, 20);
        timeline.ended(0, false, true, 10);
        timeline.unsent(500);
        timeline.ended(3000, true, false, undefined);
        timeline.closeAll(4);
        const nothing = { scheduled: 0, sent: 0, answered: 0, errors: 0, p50Ms: 0, p99Ms: 0 };
        const near = ({ p50Ms, p99Ms, ...counts }: Second) => ({
            ...counts,
            p50Ms: Math.round(p50Ms),
            p99Ms: Math.round(p99Ms),
        });
        assert.deepEqual(timeline.seconds.map(near), [
            { at: 0, scheduled: 3, sent: 2, answered: 2, errors: 1, p50Ms: 10, p99Ms: 20 },
            { at: 1, ...nothing },
            { at: 2, ...nothing },
            { at: 3, ...nothing, scheduled: 1, sent: 1, errors: 1 },
        ]);
    });

    it("starts each second with no latency of an earlier one", () => {
        const timeline = new Timeline(() => {});
        for (const [at, latency] of [
            [0, 900],
            [1000, 3],
        ] as const) {
            timeline.begun(at);
            timeline.ended(at, false, true, latency);
            timeline.closeUntil(at + 1000);
        }
        assert.deepEqual(
            timeline.seconds.map(({ p99Ms }) => Math.round(p99Ms)),
            [900, 3],
        );
    });
});
