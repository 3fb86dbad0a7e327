import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { projectRoot } from "../../offline/project";
import { addCommands } from "../../perf/commands/commands";
import { SCENARIOS } from "../../perf/workload/scenarios";
import { loadDocument } from "./load-document";
import { rowsOf } from "./table-rows.fixture";

const program = new Command();
addCommands(program);
const readme = readFileSync(join(projectRoot, "perf", "README.md"), "utf8");
/** `npm run perf -- …` in the text, a line each, from the command on. */
const written = [...readme.matchAll(/npm run perf -- ([^\n`#]+)/g)].map(([, line = ""]) => line.trim());

describe("docs/load.md", () => {
    it("has a row of figures for each scenario", () => {
        const text = loadDocument();
        for (const { name } of SCENARIOS) assert.equal(rowsOf(text, `\`${name}\``)[0]?.length, 7, name);
        assert.deepEqual(rowsOf(text, "`recommend-5krps`")[0]?.slice(1, 6), [
            "5,000",
            "180",
            "300",
            "1,500,000",
            "recommend 100 %",
        ]);
    });

    it("has a row for each command", () => {
        const text = loadDocument();
        for (const command of program.commands)
            assert.deepEqual(rowsOf(text, `\`${command.name()}\``), [[`\`${command.name()}\``, command.description()]]);
    });
});

describe("perf/README.md", () => {
    it("gives commands and options that exist, with scenarios that exist", () => {
        assert.ok(written.length > 10);
        for (const line of written) {
            const [name, ...words] = line.split(/\s+/);
            const command = program.commands.find((one) => one.name() === name);
            assert.ok(command !== undefined, line);
            const known = ["--help", ...command.options.map(({ long }) => long)];
            for (const word of words.filter((one) => one.startsWith("--"))) assert.ok(known.includes(word), line);
            const scenario = words[words.indexOf("--scenario") + 1] ?? "";
            if (words.includes("--scenario"))
                assert.ok(
                    SCENARIOS.some((one) => one.name === scenario),
                    line,
                );
        }
    });

    it("says what every command but the lists and k6's bundle is for", () => {
        const shown = new Set(written.map((line) => line.split(/\s+/)[0]));
        const left = program.commands.map((command) => command.name()).filter((name) => !shown.has(name));
        assert.deepEqual(left, ["scenarios", "bundle"]);
    });
});
