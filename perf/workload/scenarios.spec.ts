import assert from "node:assert/strict";
import { measuredRequests, measuredSeconds, peakRate } from "./scenario";
import { SCENARIOS, scenarioNamed } from "./scenarios";

/** The vendor's limit for bulk requests, per tenant. */
const BULK_PER_SECOND = 1000 / 60;

describe("the scenarios", () => {
    it("are the vendor's four rates for five minutes, and six more", () => {
        const figures = SCENARIOS.map((scenario) => [scenario.name, peakRate(scenario), measuredSeconds(scenario)]);
        assert.deepEqual(figures, [
            ["recommend-100rps", 100, 300],
            ["recommend-1krps", 1000, 300],
            ["recommend-5krps", 5000, 300],
            ["recommend-10krps", 10_000, 300],
            ["respond", 500, 300],
            ["respond-bulk", 20, 300],
            ["day", 2000, 1440],
            ["soak", 500, 14_400],
            ["spike", 2000, 440],
            ["stress", 12_000, 1440],
        ]);
    });

    for (const scenario of SCENARIOS) {
        it(`${scenario.name}: shares sum to 1, and every phase takes time`, () => {
            const shares = Object.values(scenario.mix).reduce((sum, share) => sum + share, 0);
            assert.ok(Math.abs(shares - 1) < 1e-9, `${shares}`);
            assert.ok(scenario.warmUpSeconds > 0);
            for (const { seconds, fromRate, toRate } of scenario.phases)
                assert.ok(seconds > 0 && fromRate > 0 && toRate > 0);
        });

        it(`${scenario.name}: one tenant alone may send its bulk requests`, () => {
            assert.ok(peakRate(scenario) * (scenario.mix["respond-bulk"] ?? 0) < BULK_PER_SECOND);
        });
    }

    it("a day has no jump, ends where it began, and asks for the hours' sum", () => {
        const { phases } = scenarioNamed("day");
        phases.forEach(({ toRate }, hour) => {
            assert.equal(phases[(hour + 1) % 24]?.fromRate, toRate);
        });
        const hourly = phases.reduce((sum, { fromRate }) => sum + fromRate * 60, 0);
        assert.ok(Math.abs(measuredRequests({ phases }) - hourly) < 1e-6);
    });

    it("stress goes up in 24 equal steps, and alone ends when the SLO breaks", () => {
        const { phases } = scenarioNamed("stress");
        assert.deepEqual(
            phases.map(({ fromRate }) => fromRate),
            Array.from({ length: 24 }, (_, step) => 500 * (step + 1)),
        );
        assert.deepEqual(
            SCENARIOS.filter(({ untilBroken }) => untilBroken).map(({ name }) => name),
            ["stress"],
        );
    });

    it("an unknown name is refused with those that there are", () => {
        assert.throws(() => scenarioNamed("recommend-1rps"), {
            message: /^scenario is "recommend-1rps"; it must be one of recommend-100rps, .*, stress\.$/,
        });
    });
});
