import assert from "node:assert/strict";
import { scenarioNamed } from "../workload/scenarios";
import { scenarioOf } from "./scenario-of";

describe("the scenario that a run was asked for", () => {
    it("is the named one where nothing else was said", () => {
        assert.equal(scenarioOf({ scenario: "day", warmUp: true }), scenarioNamed("day"));
    });

    it("is one constant phase, named after its rate, where a rate or a duration was given", () => {
        const names = [
            scenarioOf({ scenario: "recommend-100rps", rps: 250, warmUp: true }),
            scenarioOf({ scenario: "recommend-100rps", rps: 5000, warmUp: true }),
            scenarioOf({ scenario: "recommend-100rps", rps: 0.5, warmUp: true }),
            scenarioOf({ scenario: "respond", rps: 20, duration: 30, warmUp: true }),
            scenarioOf({ scenario: "recommend-1krps", duration: 30, warmUp: true }),
        ].map(({ name, phases }) => [name, phases]);
        assert.deepEqual(names, [
            ["recommend-250rps", [{ seconds: 300, fromRate: 250, toRate: 250 }]],
            ["recommend-5krps", [{ seconds: 300, fromRate: 5000, toRate: 5000 }]],
            ["recommend-0-5rps", [{ seconds: 300, fromRate: 0.5, toRate: 0.5 }]],
            ["respond-20rps", [{ seconds: 30, fromRate: 20, toRate: 20 }]],
            ["recommend-1krps", [{ seconds: 30, fromRate: 1000, toRate: 1000 }]],
        ]);
    });

    it("keeps the named one's mix and warm-up, unless there shall be none", () => {
        const { mix, warmUpSeconds } = scenarioOf({ scenario: "respond", rps: 20, warmUp: true });
        assert.deepEqual([mix, warmUpSeconds], [{ recommend: 0.2, respond: 0.8 }, 60]);
        assert.equal(scenarioOf({ scenario: "day", warmUp: false }).warmUpSeconds, 0);
    });
});
