import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { valuesFileReader } from "./values-files";

describe("a file of values", () => {
    const folder = mkdtempSync(join(tmpdir(), "values-"));
    after(() => rmSync(folder, { recursive: true }));
    const read = valuesFileReader(folder);

    it("is read as the chart's own are", () => {
        writeFileSync(join(folder, "mine.yaml"), "api:\n    replicas: 2\n");
        assert.deepEqual(read("mine.yaml", 0), { values: { api: { replicas: 2 } } });
    });

    const refused: readonly (readonly [string, string | undefined, string])[] = [
        [
            "that is not there",
            undefined,
            "kaireon:valuesFiles[1] is other.yaml; there is no such file. Give a path relative to the project.",
        ],
        [
            "that holds a list",
            "- api\n",
            "kaireon:valuesFiles[1] is other.yaml; it holds no map of values. Write it as the chart's values.yaml is written.",
        ],
        [
            "that holds nothing",
            "# later\n",
            "kaireon:valuesFiles[1] is other.yaml; it holds no map of values. Write it as the chart's values.yaml is written.",
        ],
        [
            "that is no YAML",
            "api: [1\n",
            "kaireon:valuesFiles[1] is other.yaml; it is no YAML (unexpected end of the stream within a flow collection (2:1)). Correct the file.",
        ],
    ];
    for (const [what, content, problem] of refused) {
        it(`${what} is refused by its place in the list and its path`, () => {
            rmSync(join(folder, "other.yaml"), { force: true });
            if (content !== undefined) writeFileSync(join(folder, "other.yaml"), content);
            assert.deepEqual(read("other.yaml", 1), { problem });
        });
    }
});
