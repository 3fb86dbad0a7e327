import assert from "node:assert/strict";
import { benchTable, errorPercent } from "./bench-table";

describe("the table of the driver's benchmark", () => {
    it("gives the error of the p99 against what was meant, in percent of it", () => {
        const error = (p99Ms: number) =>
            Math.round(errorPercent({ rate: 1, p50Ms: 1, p99Ms, trueP99Ms: 120 }) * 10) / 10;
        assert.deepEqual([error(123), error(120), error(114)], [2.5, 0, -5]);
    });

    it("gives medians with their range, and ratios of the most that each can send", () => {
        const known = (rate: number, p99Ms: number) => ({ rate, p50Ms: 20, p99Ms, trueP99Ms: 100 });
        const text = benchTable([
            {
                name: "driver",
                known: [known(5000, 101), known(4990, 104), known(5001, 103)],
                most: [9000, 8000, 10_000],
            },
            { name: "wrk", known: [known(5100, 100)], most: [18_000] },
        ]);
        const rows = text.split("\n").map((line) =>
            line
                .split("│")
                .map((cell) => cell.trim())
                .slice(1, -1),
        );
        assert.deepEqual(rows[1], ["tool", "/s", "p50 ms", "p99 ms", "true p99", "p99 error", "most /s", ": wrk"]);
        assert.deepEqual(rows[3], [
            "driver",
            "5000 (4990 to 5001)",
            "20.0 (20.0 to 20.0)",
            "103.0 (101.0 to 104.0)",
            "100.0 (100.0 to 100.0)",
            "3.0 (1.0 to 4.0) %",
            "9000 (8000 to 10000)",
            "0.50",
        ]);
        assert.deepEqual(rows[5], ["wrk", "5100", "20.0", "100.0", "100.0", "0.0 %", "18000", "1.00"]);
    });
});
