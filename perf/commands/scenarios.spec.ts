import assert from "node:assert/strict";
import { scenarioNamed } from "../workload/scenarios";
import { scenariosTable } from "./scenarios";

describe("the command scenarios", () => {
    it("lists what can be run, with its rate, time and number of requests", () => {
        const lines = scenariosTable([scenarioNamed("spike"), scenarioNamed("soak")]).split("\n");
        const cells = lines.map((line) =>
            line
                .split("│")
                .map((cell) => cell.trim())
                .slice(1, -2),
        );
        assert.deepEqual(cells[1], ["scenario", "peak /s", "warm-up s", "measured s", "requests"]);
        assert.deepEqual(cells[3], ["spike", "2000", "60", "440", "322000"]);
        assert.deepEqual(cells[5], ["soak", "500", "60", "14400", "7200000"]);
    });
});
