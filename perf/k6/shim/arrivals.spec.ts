import assert from "node:assert/strict";
import fc from "fast-check";
import { measuredRequests } from "../../workload/scenario";
import { SCENARIOS } from "../../workload/scenarios";
import { scriptOptions } from "../script-options";
import { arrivedBy, phasesOf } from "./arrivals";
import { scriptOptionsSchema } from "./script-options-schema";

describe("the arrivals of an executor", () => {
    for (const scenario of SCENARIOS)
        it(`of ${scenario.name} are as many as the scenario asks for`, () => {
            const { measured } = scriptOptionsSchema.parse(scriptOptions(scenario)).scenarios;
            const phases = phasesOf(measured ?? assert.fail());
            assert.ok(Math.abs(arrivedBy(phases, Number.POSITIVE_INFINITY) - measuredRequests(scenario)) < 1e-6);
        });

    it("follow the ramp, and jump where a stage takes no time", () => {
        const phases = [
            { seconds: 10, fromRate: 0, toRate: 100 },
            { seconds: 0, fromRate: 100, toRate: 500 },
            { seconds: 10, fromRate: 500, toRate: 500 },
        ];
        assert.deepEqual(
            [0, 5, 10, 11, 20, 30].map((seconds) => arrivedBy(phases, seconds)),
            [0, 125, 500, 1000, 5500, 5500],
        );
    });

    it("never become fewer with time", () => {
        const phase = fc.record({ seconds: fc.nat(100), fromRate: fc.nat(1000), toRate: fc.nat(1000) });
        const time = fc.double({ min: 0, max: 1000, noNaN: true });
        fc.assert(
            fc.property(fc.array(phase), time, time, (phases, one, other) => {
                assert.ok(arrivedBy(phases, Math.min(one, other)) <= arrivedBy(phases, Math.max(one, other)) + 1e-6);
            }),
        );
    });
});
