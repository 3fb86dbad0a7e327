import assert from "node:assert/strict";
import { readRunnerSummary } from "./read-runner-summary";
import { BEGIN, END, printedSummary } from "./runner-summary";
import { runnerSummary } from "./runner-summary.fixture";

describe("the summary in a runner's log", () => {
    it("is found between other lines, and is what was printed", () => {
        const log = `time="…" level=info msg=start\n${printedSummary(runnerSummary())}done\n`;
        assert.deepEqual(readRunnerSummary(log), runnerSummary());
    });

    it("is found where the log puts a time before each line", () => {
        const log = printedSummary(runnerSummary()).replace(/^/gm, "2026-11-24T13:05:00.1Z stdout F ");
        assert.deepEqual(readRunnerSummary(log), runnerSummary());
    });

    it("is the last one where the runner was started again", () => {
        const log = printedSummary(runnerSummary({ id: "first" })) + printedSummary(runnerSummary({ id: "second" }));
        assert.deepEqual(readRunnerSummary(log), runnerSummary({ id: "second" }));
    });

    for (const [what, log, problem] of [
        ["a log without one", "error: out of memory", "there is no summary in what it printed"],
        ["one that is cut off", printedSummary(runnerSummary()).slice(0, 300), "its summary is cut off"],
        ["one with a hole in it", `${BEGIN}\n{"format":\n${END}`, "its summary is no JSON"],
        [
            "one of another version",
            printedSummary(runnerSummary()).replace("kaireon-perf-runner/1", "kaireon-perf-runner/9"),
            'its summary is not as this version writes it: format: Invalid input: expected "kaireon-perf-runner/1"',
        ],
        [
            "one with a count that is none",
            printedSummary(runnerSummary()).replace('"started":15000', '"started":-1'),
            "its summary is not as this version writes it: started: Too small: expected number to be >=0",
        ],
    ] as const)
        it(`is refused: ${what}`, () => assert.deepEqual(readRunnerSummary(log), { problem }));

    it("is one short line, whatever was counted", () => {
        const buckets = Object.fromEntries(Array.from({ length: 283 }, (_, bucket) => [String(bucket), 1_000_000]));
        const counts = { outcomes: { ok: 283_000_000 }, errors: {}, buckets };
        const printed = printedSummary(
            runnerSummary({ kinds: { recommend: counts, respond: counts, "respond-bulk": counts } }),
        );
        assert.equal(printed.split("\n").length, 4);
        // A line of a container's log is cut at 16 KiB.
        assert.ok(printed.length < 16_384, `${printed.length} characters`);
    });
});
