import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Result } from "../results/result";
import { resultOf } from "../results/result.fixture";
import { writeResult } from "../results/store";
import { newestBaselines, newestRuns } from "./newest-runs";

describe("the newest runs in a folder", () => {
    let folder = "";
    const names = (runs: readonly { readonly path: string }[]) =>
        runs.map(({ path }) => path.slice(folder.length + 12, folder.length + 16));
    const write = (hour: number, changed: Partial<Result> = {}) =>
        writeResult(folder, {
            ...resultOf(),
            startedAt: `2026-11-24T${String(hour).padStart(2, "0")}:00:00Z`,
            ...changed,
        });
    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), "kaireon-newest-"));
    });
    afterEach(() => rmSync(folder, { recursive: true, force: true }));

    it("holds the newest against the one before it, of one scenario", () => {
        write(1);
        write(2);
        write(3);
        write(4, { scenario: "recommend-1krps" });
        const { baseline, candidate } = newestRuns(folder, "recommend-100rps", 1);
        assert.deepEqual([names(baseline), names(candidate)], [["0200"], ["0300"]]);
    });

    it("holds several against as many, passing over what is unfit as a baseline, with the reason", () => {
        for (const hour of [1, 2, 4, 5]) write(hour);
        const partial = write(3, { status: "partial", remarks: ["Stopped."] });
        const { baseline, candidate, skipped } = newestRuns(folder, "recommend-100rps", 2);
        assert.deepEqual(
            [names(baseline), names(candidate)],
            [
                ["0100", "0200"],
                ["0400", "0500"],
            ],
        );
        assert.deepEqual(skipped, [`${partial} is partial (Stopped.); run it again.`]);
    });

    it("takes the newest as the candidate even if it failed, so that no older one passes in its place", () => {
        write(1);
        write(2, { status: "unsustained" });
        assert.deepEqual(names(newestRuns(folder, "recommend-100rps", 1).candidate), ["0200"]);
    });

    it("says what is missing", () => {
        write(1, { status: "partial" });
        write(2);
        assert.throws(() => newestRuns(folder, "recommend-100rps", 1), {
            message:
                /^compare: .+ has 1 of the 2 runs of recommend-100rps that it takes: 1 newest and 1 before\. Measure more, or name files with --baseline and --candidate\.\n {2}.+ is partial; run it again\.$/,
        });
    });

    it("refuses a broken file where it would be taken, and leaves older ones alone", () => {
        writeFileSync(join(folder, "2025-01-01-recommend-100rps.json"), "{");
        write(1);
        write(2);
        assert.equal(newestBaselines(folder, "recommend-100rps", 2).runs.length, 2);
        assert.throws(() => newestBaselines(folder, "recommend-100rps", 3), {
            message: /json is cut off after 1 char/,
        });
    });
});
