import assert from "node:assert/strict";
import { resultOf } from "../results/result.fixture";
import { findingOf, type Searched } from "./finding";
import type { Ending } from "./search";
import { stepOf } from "./step";

const ran = { startedAt: new Date(0), endedAt: new Date(1000), answeredInTime: 100, lagMs: 0, maxLagMs: 20 };
const broke = (rate: number, times: number) =>
    stepOf(rate, resultOf({ latencies: Array.from({ length: 100 }, (_, index) => (index + 1) * times) }), ran);
const searched: Searched = {
    steps: [broke(725, 2.1), broke(725, 4)],
    mix: { recommend: 1 },
    targetKind: "platform",
    pods: 8,
};
const find = (ending: Ending, more: Partial<Searched> = {}) => findingOf(ending, { ...searched, ...more });

describe("what a search has come to", () => {
    it("is the highest sustained rate, what broke at the next one by its last step, and a pod's share rounded down", () => {
        const { text, ...finding } = find({ kind: "found", held: 700, broke: 725 });
        assert.deepEqual(finding, {
            sustained: 700,
            isKnee: true,
            broken: ["p95 380.16 ms (below 100 ms)", "p99 396.03 ms (below 200 ms)"],
            requestsPerPod: 87,
            isTargets: true,
            counts: true,
        });
        assert.match(text, /^700\/s is sustained; at 725\/s p95 380/);
    });

    it("is a lower bound where the highest rate was sustained", () => {
        const finding = find({ kind: "above-range", held: 1000 });
        assert.deepEqual(
            [finding.sustained, finding.isKnee, finding.requestsPerPod, finding.counts],
            [1000, false, 125, true],
        );
        assert.match(finding.text, /may serve more\. Raise --to/);
    });

    it("is nothing where the lowest rate was not sustained", () => {
        const finding = find({ kind: "below-range", broke: 725 });
        assert.deepEqual([finding.sustained, finding.requestsPerPod, finding.counts], [null, null, false]);
        assert.match(finding.text, /p95 .* Lower --from\.$/);
    });

    for (const [kind, said] of [
        ["unsustained", /the driver's ceiling, not the target's, and no saturation figure \(200\/s held\)/],
        ["throttled", /429: this is a rate limit or the licence's quota/],
        ["gone", /went away twice/],
    ] as const) {
        it(`is no figure of a pod where the search ended ${kind}`, () => {
            const finding = find({ kind, at: 400, held: 200 });
            assert.deepEqual([finding.requestsPerPod, finding.counts], [null, false]);
            assert.match(finding.text, said);
        });
    }

    it("never counts for the platform when it is the simulator's", () =>
        assert.equal(find({ kind: "found", held: 700, broke: 725 }, { targetKind: "simulator" }).counts, false));

    it("says nothing of a pod where nobody has counted them", () =>
        assert.equal(find({ kind: "found", held: 700, broke: 725 }, { pods: null }).requestsPerPod, null));
});
