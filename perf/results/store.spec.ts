import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PerfError } from "../perf-error";
import { resultOf } from "./result.fixture";
import { listResults, readResult, readResults, resultFileName, writeResult } from "./store";

describe("the store of results", () => {
    let folder = "";
    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), "kaireon-results-"));
    });
    afterEach(() => rmSync(folder, { recursive: true, force: true }));

    const written = (text: string) => {
        const path = join(folder, "2026-11-24-recommend-100rps.json");
        writeFileSync(path, text);
        return path;
    };
    const messageOf = (text: string) => {
        try {
            readResult(written(text));
        } catch (problem) {
            assert.ok(problem instanceof PerfError);
            assert.equal(problem.exitCode, 2);
            return problem.message.replaceAll(folder, "DIR");
        }
        return assert.fail("it was read");
    };

    it("reads what it wrote, and leaves nothing else behind", () => {
        const result = resultOf();
        const path = writeResult(join(folder, "new"), result);
        assert.equal(path, join(folder, "new", "2026-11-24T131500.000Z-recommend-100rps.json"));
        assert.deepEqual(readResult(path), result);
        assert.deepEqual(readdirSync(join(folder, "new")), ["2026-11-24T131500.000Z-recommend-100rps.json"]);
    });

    it("writes the same run twice without harm, and never over another one", () => {
        const path = writeResult(folder, resultOf());
        assert.equal(writeResult(folder, resultOf()), path);
        const before = readFileSync(path, "utf8");
        assert.throws(() => writeResult(folder, resultOf({ errors: 1 })), {
            message: `${path} holds another run that began at the same instant. Move it, or write elsewhere.`,
        });
        assert.equal(readFileSync(path, "utf8"), before);
        assert.deepEqual(readdirSync(folder).length, 1);
    });

    it("lists one scenario's results in the order of time, in the vendor's naming too", () => {
        for (const name of [
            "2026-11-24T131500.000Z-recommend-100rps.json",
            "2026-11-24T090000.250Z-recommend-100rps.json",
            "2026-11-24-recommend-100rps.json",
            "2025-01-01-recommend-100rps.json",
            "2026-11-24T131500.000Z-recommend-1krps.json",
            "README.md",
            "2026-11-24T131500.000Z-recommend-100rps.json.1.tmp",
        ])
            writeFileSync(join(folder, name), "");
        assert.deepEqual(
            listResults(folder, "recommend-100rps").map((path) => path.slice(folder.length + 1)),
            [
                "2025-01-01-recommend-100rps.json",
                "2026-11-24-recommend-100rps.json",
                "2026-11-24T090000.250Z-recommend-100rps.json",
                "2026-11-24T131500.000Z-recommend-100rps.json",
            ],
        );
        assert.equal(listResults(folder).length, 5);
        assert.deepEqual(listResults(join(folder, "absent"), "recommend-100rps"), []);
        assert.match(resultFileName(resultOf()), /-recommend-100rps\.json$/);
    });

    it("says what is wrong with a file that is no result", () => {
        const text = JSON.stringify(resultOf());
        const name = "DIR/2026-11-24-recommend-100rps.json";
        assert.equal(messageOf(" \n"), `${name} is empty. Copy it again from where it was measured.`);
        assert.match(
            messageOf(text.slice(0, 500)),
            /json is cut off after 500 characters \(.+\)\. Copy it again from where it was measured\.$/,
        );
        assert.match(messageOf("<html>"), /json is no JSON \(.+\)\. Copy it again/);
        assert.equal(
            messageOf(JSON.stringify({ ...resultOf(), format: "kaireon-perf/9" })),
            `${name}: format is "kaireon-perf/9"; this version reads "kaireon-perf/1". Give a file that \`npm run perf\` has written, or measure anew.`,
        );
        assert.match(messageOf('{"latencyMs":{"p95":80}}'), /: format is missing; this version reads/);
        assert.match(messageOf("[]"), /: format is missing/);
        assert.throws(() => readResult(join(folder, "none.json")), {
            message: `${join(folder, "none.json")}: there is no such file.`,
        });
        assert.throws(() => readResult(folder), { message: `${folder} is a folder; give a result's file.` });
    });

    it("says all that is wrong with a file's values at once", () => {
        const result = resultOf();
        const text = JSON.stringify({
            ...result,
            latencyMs: { ...result.latencyMs, p95: -1, p99: Number.NaN },
            scenario: "../etc",
            startedAt: "yesterday",
        });
        const lines = messageOf(text).split("\n");
        assert.equal(lines[0], "DIR/2026-11-24-recommend-100rps.json is no result that can be trusted:");
        assert.deepEqual(
            lines.slice(1).map((line) => line.trim().split(":")[0]),
            ["scenario", "startedAt", "latencyMs.p95", "latencyMs.p99"],
        );
    });

    it("reads several, and names every one that cannot be read", () => {
        const path = writeResult(folder, resultOf());
        assert.deepEqual(readResults([path, path]), [resultOf(), resultOf()]);
        assert.throws(() => readResults(["/no/a", path, "/no/b"]), {
            message: "/no/a: there is no such file.\n/no/b: there is no such file.",
        });
    });
});
