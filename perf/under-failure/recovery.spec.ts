import assert from "node:assert/strict";
import { analyseRecovery, type Recovery, type RecoverySettings } from "./recovery";
import { eventIn, timelineOf } from "./timeline.fixture";

/** Ten seconds to recover, three to count as steady. */
const analyse = (letters: string, more: Partial<RecoverySettings> = {}): Recovery =>
    analyseRecovery(timelineOf(letters), {
        eventAt: eventIn(letters),
        recoveryTargetSeconds: 10,
        steadySeconds: 3,
        ...more,
    });

describe("the recovery from an event", () => {
    it("of a brief blip is counted from the event to the first second of the steady stretch", () =>
        assert.deepEqual(analyse(".....|..xe....."), {
            verdict: "recovered",
            outage: { beginsAfter: 2, endsAfter: 4, seconds: 2 },
            degradedSeconds: 0,
            recoverySeconds: 4,
            relapses: 0,
            requestsFailed: 120,
            failedShare: 120 / 900,
            worstP99Ms: 90,
            isSloBack: true,
        } satisfies Recovery));

    it("is in time at the target, and late a second after it", () => {
        assert.equal(analyse(".....|xxxxxxxxxx...").verdict, "recovered");
        const late = analyse(".....|xxxxxxxxxxx...");
        assert.deepEqual([late.verdict, late.recoverySeconds, late.outage?.seconds], ["late", 11, 11]);
    });

    it("is none where steady state does not last to the end", () => {
        for (const letters of [".....|xxxxxxxxxxxxxxx", ".....|xxxx..", ".....|xx..x..x.."]) {
            const { verdict, recoverySeconds, isSloBack } = analyse(letters);
            assert.deepEqual([verdict, recoverySeconds, isSloBack], ["not-recovered", null, false], letters);
        }
    });

    it("that is lost again is a relapse, and counts from the event to the last return", () => {
        const lost = analyse(".....|xx....xxxx");
        assert.deepEqual([lost.verdict, lost.relapses, lost.recoverySeconds], ["relapsed", 1, null]);
        const back = analyse(".....|xx...x...");
        assert.deepEqual([back.verdict, back.relapses, back.recoverySeconds], ["recovered", 1, 6]);
        const late = analyse(".....|xx...xxxxxx...");
        assert.deepEqual([late.verdict, late.relapses, late.recoverySeconds], ["late", 1, 11]);
    });

    it("takes no relapse from the steady seconds before an event shows", () => {
        const { verdict, relapses, recoverySeconds } = analyse(".....|.....xx...");
        assert.deepEqual([verdict, relapses, recoverySeconds], ["recovered", 0, 7]);
    });

    it("is not needed where nothing was seen", () =>
        assert.deepEqual(analyse(".....|........"), {
            verdict: "unharmed",
            outage: null,
            degradedSeconds: 0,
            recoverySeconds: 0,
            relapses: 0,
            requestsFailed: 0,
            failedShare: 0,
            worstP99Ms: 80,
            isSloBack: true,
        } satisfies Recovery));

    it("of latency alone is no outage, and still a recovery", () => {
        const { verdict, outage, degradedSeconds, recoverySeconds, worstP99Ms, requestsFailed } =
            analyse(".....|.ssss...");
        assert.deepEqual(
            [verdict, outage, degradedSeconds, recoverySeconds, worstP99Ms, requestsFailed],
            ["recovered", null, 4, 5, 900, 0],
        );
    });

    it("is judged by what single seconds were before the event, where the SLO holds over all of them", () => {
        const noisy = analyse("..s..|..s..s...");
        assert.deepEqual([noisy.verdict, noisy.isSloBack], ["unharmed", true]);
    });

    it("is not judged where the load was not steady before the event", () => {
        for (const letters of ["ee.ee|xx....", "sssss|xx....", "xxxxx|xx....", "|xx...."]) {
            const { verdict, recoverySeconds } = analyse(letters);
            assert.deepEqual([verdict, recoverySeconds], ["not-judged", null], letters);
        }
    });

    it("does not take silence for steady state", () => {
        const silent = timelineOf(".....").concat(
            timelineOf("....").map((second) => ({ ...second, answered: 0, errors: 0, p50Ms: 0, p99Ms: 0 })),
        );
        const { verdict, outage } = analyseRecovery(silent, {
            eventAt: 5,
            recoveryTargetSeconds: 10,
            steadySeconds: 3,
        });
        assert.deepEqual([verdict, outage?.seconds], ["not-recovered", 4]);
    });
});
