import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { makeGoldens, type Outcome, stackGoldens, variantGoldens } from "./golden-set";
import { GOLDEN_FOLDER } from "./variants";

const goldens = [...stackGoldens(), ...variantGoldens()];

describe("golden graphs", function () {
    // The first run may have to build the engine.
    this.timeout(30 * 60_000);
    const outcomes = new Map<string, Promise<Outcome>>();

    // All previews begin here, two at a time; each test waits for its own.
    before(() => {
        const tell = new Map<string, (outcome: Outcome) => void>();
        for (const { file } of goldens) outcomes.set(file, new Promise((resolve) => tell.set(file, resolve)));
        void makeGoldens(goldens, (outcome) => tell.get(outcome.golden.file)?.(outcome));
    });

    for (const { title, file } of goldens) {
        it(`of ${title} are what a preview gives, and no policy objects; \`npm run golden\` rewrites them`, async () => {
            const { content, problems = [] } = (await outcomes.get(file)) ?? {};
            assert.deepEqual(problems, []);
            assert.deepEqual(parse(content ?? ""), parse(readFileSync(file, "utf8")));
        });
    }

    it("are all of a stack, a value or a combination that there is", () => {
        const files = readdirSync(GOLDEN_FOLDER, { recursive: true, withFileTypes: true });
        assert.deepEqual(
            files
                .filter((entry) => entry.isFile())
                .map(({ parentPath, name }) => join(parentPath, name))
                .sort(),
            goldens.map(({ file }) => file).sort(),
        );
    });
});
