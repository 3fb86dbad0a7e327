import assert from "node:assert/strict";
import { Timing } from "./timing";

describe("the simulator's timing", () => {
    it("lets requests through at its capacity, queues what comes faster, and refuses what would wait too long", () => {
        const timing = new Timing();
        const capacity = { requestsPerSecond: 100, queueMs: 25 };
        assert.deepEqual(
            [0, 0, 0, 0, 10, 100].map((now) => timing.admit(capacity, now)),
            [0, 10, 20, undefined, 20, 0],
        );
        assert.equal(timing.admit(null, 100), 0);
    });

    it("never lets anything wait at a rate below its capacity", () => {
        const timing = new Timing();
        for (let request = 0; request < 1000; request += 1)
            assert.equal(timing.admit({ requestsPerSecond: 1000, queueMs: 5 }, request * 1.01), 0);
    });

    it("moves what is due in a pause to its end, counted from when the pauses were set", () => {
        const timing = new Timing();
        assert.equal(timing.afterPause(1234), 1234);
        timing.pause({ afterMs: 100, everyMs: 1000, forMs: 300 }, 5000);
        const moved = [5099, 5100, 5250, 5399, 5400, 6099, 6150].map((due) => timing.afterPause(due));
        assert.deepEqual(moved, [5099, 5400, 5400, 5400, 5400, 6099, 6400]);
        timing.pause(null, 6000);
        assert.equal(timing.afterPause(6150), 6150);
    });
});
