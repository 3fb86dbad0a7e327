import assert from "node:assert/strict";
import { median, reportTable, resourcesToCreate } from "./report";

describe("the benchmark's report", () => {
    it("gives each program's median with its range, and the ratios of CPU within the benchmark", () => {
        const cost = (wallSeconds: number, cpuSeconds: number) => ({ wallSeconds, cpuSeconds });
        const table = reportTable([
            { name: "empty", resources: 1, costs: [cost(1, 2), cost(3, 4), cost(2, 3)] },
            { name: "large", resources: 200, costs: [cost(4, 6), cost(5, 6), cost(6, 6)] },
        ]);
        const cells = table.split("\n").map((line) => line.split("│").map((cell) => cell.trim()));
        assert.deepEqual(cells[1]?.slice(1, -1), ["program", "resources", "wall s", "CPU s", "CPU : empty"]);
        assert.deepEqual(cells[3]?.slice(1, -1), ["empty", "1", "2.00 (1.00 to 3.00)", "3.00 (2.00 to 4.00)", "1.00"]);
        assert.deepEqual(cells[5]?.slice(1, -1), [
            "large",
            "200",
            "5.00 (4.00 to 6.00)",
            "6.00 (6.00 to 6.00)",
            "2.00",
        ]);
    });

    it("takes the middle of two when the runs are even", () => {
        assert.deepEqual([median([3]), median([9, 1]), median([5, 1, 3, 100])], [3, 5, 4]);
        assert.throws(() => median([]), { message: "report: no runs to take a median of." });
    });

    it("reads how many resources a preview creates", () => {
        assert.equal(resourcesToCreate("Resources:\n    + 214 to create\n"), 214);
        assert.throws(() => resourcesToCreate("error"), {
            message: /does not say how many resources it creates:\nerror$/,
        });
    });
});
