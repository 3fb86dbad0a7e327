import assert from "node:assert/strict";
import { readEventLog } from "./event-log";

const PRELUDE = { sequence: 0, preludeEvent: { config: {} } };
const SUMMARY = { summaryEvent: { maybeCorrupt: false, result: "succeeded", isPreview: true, resourceChanges: {} } };

function lines(...events: readonly object[]): string {
    return events.map((event) => `${JSON.stringify(event)}\n`).join("");
}

describe("the engine's event log", () => {
    it("gives steps, policies and diagnostics, and passes over what a report does not need", () => {
        const metadata = { op: "create", urn: "urn", type: "t", old: null, new: { type: "t", inputs: { a: 1 } } };
        const policyEvent = { message: "m", policyName: "p", policyPackName: "k", enforcementLevel: "mandatory" };
        const log = readEventLog(
            lines(
                PRELUDE,
                { policyLoadEvent: {} },
                { policyAnalyzeSummaryEvent: { resourceUrn: "urn", passed: ["b", "a"] } },
                { policyAnalyzeStackSummaryEvent: { failed: ["p"], passed: ["a"] } },
                { resourcePreEvent: { metadata, planning: true } },
                { policyEvent: { ...policyEvent, color: "never" } },
                { diagnosticEvent: { message: "said", severity: "debug", prefix: "debug: " } },
                { errorEvent: { error: "broken" } },
                { summaryEvent: { ...SUMMARY.summaryEvent, result: "failed" } },
                { cancelEvent: {} },
            ),
            "log",
        );
        assert.deepEqual(log, {
            steps: [
                {
                    op: "create",
                    urn: "urn",
                    old: null,
                    new: { type: "t", custom: false, protect: false, inputs: { a: 1 } },
                },
            ],
            policyEvents: [policyEvent],
            policiesRun: ["a", "b", "p"],
            diagnostics: [
                { message: "said", severity: "debug" },
                { message: "broken", severity: "error" },
            ],
            failed: true,
        });
    });

    const refused: readonly (readonly [why: string, text: string, problem: RegExp])[] = [
        ["that is empty", "\n", /^log is empty; the preview stopped before it began\. Run it again with --event-log/],
        [
            "that ends inside a line",
            `${lines(PRELUDE)}{"resourcePre`,
            /^log ends inside line 2; the preview was stopped/,
        ],
        [
            "without a summary",
            lines(PRELUDE),
            /^log ends before the summary; the preview was stopped or the file is cut/,
        ],
        [
            "of something else",
            `hello\n${lines(SUMMARY)}`,
            /^line 1 of log is no JSON\. Give the file of `--event-log`\.$/,
        ],
        [
            "whose events have another shape",
            lines(PRELUDE, { resourcePreEvent: { metadata: { urn: "urn" } } }, SUMMARY),
            /^line 2 of log is no event of the engine: resourcePreEvent\.metadata\.op: .*expected string/,
        ],
    ];
    for (const [why, text, problem] of refused) {
        it(`refuses one ${why}, and says so`, () => {
            assert.throws(() => readEventLog(text, "log"), { message: problem });
        });
    }
});
