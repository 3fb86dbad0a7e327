import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "../../offline/project";
import { resultOf } from "../results/result.fixture";
import { writeResult } from "../results/store";
import { folderProblems } from "./folder-problems";

describe("a folder of baselines", () => {
    let folder = "";
    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), "kaireon-folder-"));
    });
    afterEach(() => rmSync(folder, { recursive: true, force: true }));

    const { load } = resultOf();
    const sound = { ...resultOf(), load: { ...load, requestsPerSecond: 100, seconds: 300, warmUpSeconds: 60 } };

    it("in the repository holds baselines of a platform alone, all of them whole", () =>
        assert.deepEqual(folderProblems(join(projectRoot, "perf", "baselines")), []));

    it("finds nothing wrong with what was recorded, under its time or its date", () => {
        writeResult(folder, sound);
        writeFileSync(join(folder, "2026-11-24-recommend-100rps.json"), JSON.stringify(sound));
        writeFileSync(join(folder, "README.md"), "");
        assert.deepEqual(folderProblems(folder), []);
    });

    it("finds the simulator's, what is broken, what is special and what is named for something else", () => {
        const simulator = { kind: "simulator", url: "http://127.0.0.1:1/" } as const;
        const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
        write("2026-11-01-recommend-100rps.json", JSON.stringify({ ...sound, target: simulator }));
        write("2026-11-24-recommend-1krps.json", JSON.stringify(sound));
        write("2026-11-24-recommend-100rps.json", JSON.stringify(resultOf()));
        write("2026-11-25-recommend-100rps.json", "{");
        write("notes.json", "{}");
        assert.deepEqual(
            folderProblems(folder).map((problem) => problem.replaceAll(`${folder}/`, "").replace(/ \(.*\)/, "")),
            [
                "notes.json: its name is none of a baseline; it must be <date>-<scenario>.json.",
                "2026-11-01-recommend-100rps.json was measured against the simulator; baselines are of the product. To try the tools, give another folder with --folder.",
                "2026-11-01-recommend-100rps.json holds recommend-100rps of 2026-11-24T13:15:00.000Z; name it so.",
                "2026-11-24-recommend-100rps.json: load.requestsPerSecond is 10, and recommend-100rps is defined with 100. Run the scenario as it is.",
                "2026-11-24-recommend-100rps.json: load.seconds is 10, and recommend-100rps is defined with 300. Run the scenario as it is.",
                "2026-11-24-recommend-100rps.json: load.warmUpSeconds is 30, and recommend-100rps is defined with 60. Run the scenario as it is.",
                "2026-11-24-recommend-1krps.json holds recommend-100rps of 2026-11-24T13:15:00.000Z; name it so.",
                "2026-11-25-recommend-100rps.json is cut off after 1 characters. Copy it again from where it was measured.",
            ],
        );
    });
});
