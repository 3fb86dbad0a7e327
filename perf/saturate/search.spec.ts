import assert from "node:assert/strict";
import * as fc from "fast-check";
import { type Ending, nextStep, type SearchSettings, type Tried, type Verdict } from "./search";

const SETTINGS: SearchSettings = { from: 100, to: 10_000, precision: 0.05 };

interface Searched {
    readonly ending: Ending;
    readonly tried: readonly Tried[];
}

/** Searches against a target that answers as the function says, which is told how often the rate was tried before. */
function search(
    settings: SearchSettings,
    target: (rate: number, before: number) => Verdict,
    begun: readonly Tried[] = [],
): Searched {
    const tried = [...begun];
    for (let steps = 0; steps < 200; steps++) {
        const next = nextStep(tried, settings);
        if (next.kind === "end") return { ending: next.ending, tried };
        const before = tried.filter(({ rate }) => rate === next.rate).length;
        assert.equal(next.repeat, before > 0, `${next.rate} is tried again without a need`);
        tried.push({ rate: next.rate, verdict: target(next.rate, before) });
    }
    throw new assert.AssertionError({ message: "the search does not end" });
}

const knee =
    (at: number) =>
    (rate: number): Verdict =>
        rate <= at ? "held" : "broke";

describe("the search for the highest sustained rate", () => {
    it("raises by doubling until a rate breaks twice, then halves what is left", () => {
        const { ending, tried } = search(SETTINGS, knee(700));
        assert.deepEqual(
            tried.map(({ rate }) => rate),
            [100, 200, 400, 800, 800, 600, 700, 750, 750, 725, 725],
        );
        assert.deepEqual(ending, { kind: "found", held: 700, broke: 725 });
    });

    it("finds any knee of the range to the stated precision, and never calls a rate sustained that broke", () => {
        fc.assert(
            fc.property(
                fc.integer({ min: 100, max: 9_999 }),
                fc.double({ min: 0.01, max: 0.3, noNaN: true }),
                (at, precision) => {
                    const { ending, tried } = search({ ...SETTINGS, precision }, knee(at));
                    assert.equal(ending.kind, "found");
                    if (ending.kind !== "found") return;
                    assert.ok(ending.held <= at && at < ending.broke);
                    assert.ok(ending.broke - ending.held <= Math.max(1, ending.held * precision));
                    assert.ok(tried.length < 40, `${tried.length} steps`);
                },
            ),
        );
    });

    it("takes a failure that does not come again for noise", () => {
        const noisy = (rate: number, before: number): Verdict => (rate <= 700 && before > 0 ? "held" : "broke");
        assert.deepEqual(search(SETTINGS, noisy).ending, { kind: "found", held: 700, broke: 725 });
    });

    it("says that the knee lies below the lowest rate", () =>
        assert.deepEqual(search(SETTINGS, knee(60)), {
            ending: { kind: "below-range", broke: 100 },
            tried: [
                { rate: 100, verdict: "broke" },
                { rate: 100, verdict: "broke" },
            ],
        }));

    it("says that the knee lies above the highest rate, which it tries itself", () => {
        const { ending, tried } = search({ ...SETTINGS, to: 300 }, knee(5000));
        assert.deepEqual(ending, { kind: "above-range", held: 300 });
        assert.deepEqual(
            tried.map(({ rate }) => rate),
            [100, 200, 300],
        );
    });

    for (const verdict of ["unsustained", "throttled", "gone"] as const) {
        it(`ends at a rate that is ${verdict} twice, and keeps the best until then`, () => {
            const { ending, tried } = search(SETTINGS, (rate) => (rate <= 200 ? "held" : verdict));
            assert.deepEqual(ending, { kind: verdict, at: 400, held: 200 });
            assert.equal(tried.length, 4);
        });

        it(`goes on after a rate that was ${verdict} once`, () => {
            const once = (rate: number, before: number): Verdict =>
                rate === 400 && before === 0 ? verdict : knee(700)(rate);
            assert.equal(search(SETTINGS, once).ending.kind, "found");
        });
    }

    it("has nothing to keep where the first rate is not the target's", () =>
        assert.deepEqual(search(SETTINGS, () => "unsustained").ending, { kind: "unsustained", at: 100, held: null }));

    it("goes on from the steps of a search that was stopped, in the middle of a repetition too", () => {
        const { ending, tried } = search(SETTINGS, knee(700));
        for (let kept = 0; kept <= tried.length; kept++)
            assert.deepEqual(search(SETTINGS, knee(700), tried.slice(0, kept)), { ending, tried });
    });

    it("goes on from its end when the range is wider or the precision finer", () => {
        const { tried } = search({ ...SETTINGS, to: 300 }, knee(700));
        const wider = search({ ...SETTINGS, precision: 0.001 }, knee(700), tried);
        assert.deepEqual(wider.ending, { kind: "found", held: 700, broke: 701 });
    });

    it("ends with neighbours where the precision asks for less than a request", () =>
        assert.deepEqual(search({ from: 3, to: 100, precision: 0.001 }, knee(7)).ending, {
            kind: "found",
            held: 7,
            broke: 8,
        }));
});
