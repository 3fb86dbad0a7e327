import assert from "node:assert/strict";
import fc from "fast-check";
import { measuredRequests, measuredSeconds, type Phase } from "../workload/scenario";
import { scenarioTimes, startTimes } from "./schedule";

const rate = fc.oneof(fc.constant(0), fc.double({ min: 0.1, max: 2000, noNaN: true }));
const phase = fc.record({ seconds: fc.double({ min: 0.01, max: 5, noNaN: true }), fromRate: rate, toRate: rate });
const phases = fc.array(phase, { minLength: 1, maxLength: 5 });

/** The integral of the rate up to a time, summed from the definition. */
function askedUntil(all: readonly Phase[], milliseconds: number): number {
    let left = milliseconds / 1000;
    let asked = 0;
    for (const { seconds, fromRate, toRate } of all) {
        const time = Math.min(seconds, Math.max(0, left));
        asked += fromRate * time + ((toRate - fromRate) * time ** 2) / (2 * seconds);
        left -= seconds;
    }
    return asked;
}

describe("the schedule of a load", () => {
    it("is the same distance from request to request at a constant rate, beginning at once", () => {
        assert.deepEqual([...startTimes([{ seconds: 1, fromRate: 4, toRate: 4 }])], [0, 250, 500, 750]);
    });

    it("goes on across phases without a gap or a double start", () => {
        const all = [1, 2].map((rate) => ({ seconds: 1.5, fromRate: rate, toRate: rate }));
        assert.deepEqual([...startTimes(all)], [0, 1000, 1750, 2250, 2750]);
    });

    it("follows a ramp: half of a ramp from nothing is asked for in its last 29 %", () => {
        const times = [...startTimes([{ seconds: 10, fromRate: 0, toRate: 200 }])];
        assert.equal(times.length, 1000);
        assert.ok(Math.abs((times[500] ?? 0) - 10_000 * Math.SQRT1_2) < 1e-6);
    });

    it("starts request k when the phases have asked for k, all of them, in order, whatever the phases", () => {
        fc.assert(
            fc.property(phases, (all) => {
                const times = [...startTimes(all)];
                assert.ok(Math.abs(times.length - measuredRequests({ phases: all })) <= 1 + 1e-6);
                times.forEach((time, index) => {
                    assert.ok(
                        time >= (times[index - 1] ?? 0) && time <= measuredSeconds({ phases: all }) * 1000 + 1e-6,
                    );
                    assert.ok(Math.abs(askedUntil(all, time) - index) < 1e-5, `${index} starts at ${time}`);
                });
            }),
            { numRuns: 60 },
        );
    });

    it("warms up before zero, at the first rate", () => {
        const scenario = { name: "s", about: "", mix: { recommend: 1 }, warmUpSeconds: 1 };
        const ramp = { seconds: 1, fromRate: 2, toRate: 2 };
        assert.deepEqual([...scenarioTimes({ ...scenario, phases: [ramp] })], [-1000, -500, 0, 500]);
    });
});
