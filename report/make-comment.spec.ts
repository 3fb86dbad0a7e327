import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeComment } from "./make-comment";

describe("the comment of an event log", () => {
    const folder = mkdtempSync(join(tmpdir(), "kaireon-report-"));
    after(() => rmSync(folder, { recursive: true }));
    const file = (name: string, text: string) => {
        writeFileSync(join(folder, name), text);
        return join(folder, name);
    };

    it("is made of the log", () => {
        const log = file("whole.jsonl", '{"preludeEvent":{}}\n{"summaryEvent":{"result":"succeeded"}}\n');
        const { text, problem } = makeComment(log, { note: "A note." });
        assert.match(text, /^### ✅ stack: nothing changes; no policy ran\n\n.* A note\.\n/);
        assert.equal(problem, undefined);
    });

    it("replaces an older one even when the log cannot be read, and says why", () => {
        const cut = file("cut.jsonl", '{"preludeEvent":{}}\n');
        const { text, problem } = makeComment(cut);
        assert.match(text, /^### ⛔ There is no preview\n\n.*cut\.jsonl ends before the summary/);
        assert.match(problem ?? "", /cut\.jsonl ends before the summary; the preview was stopped or the file is cut/);
        assert.match(makeComment(join(folder, "none")).problem ?? "", /none cannot be read: ENOENT/);
    });

    it("is not made of a base that cannot be read", () => {
        const log = file("log.jsonl", '{"summaryEvent":{}}');
        assert.throws(() => makeComment(log, { base: file("base.yaml", "- no graph") }), {
            message: /base\.yaml is neither/,
        });
    });
});
