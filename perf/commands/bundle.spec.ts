import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { ENVIRONMENT } from "../k6/load-settings";
import { addBundle } from "./bundle";

function program(): Command {
    const made = new Command().exitOverride().configureOutput({ writeErr: () => {} });
    addBundle(made);
    return made;
}

describe("the command bundle", () => {
    let folder: string;
    before(() => {
        folder = mkdtempSync(join(tmpdir(), "bundle-"));
    });
    after(() => rmSync(folder, { recursive: true }));

    it("writes the scenario's script into a folder that it makes", async () => {
        const out = join(folder, "new");
        await program().parseAsync(["bundle", "--scenario", "recommend-5krps", "--out", out], { from: "user" });
        assert.match(readFileSync(join(out, "recommend-5krps.js"), "utf8"), /"recommend-5krps"[\s\S]*export \{/);
    });

    it("refuses a scenario that there is none of, and a missing folder", async () => {
        const given = (...args: string[]) => program().parseAsync(["bundle", ...args], { from: "user" });
        await assert.rejects(given("--scenario", "recommend-1rps", "--out", folder), {
            message: /'recommend-1rps' is invalid. Allowed choices are recommend-100rps, /,
        });
        await assert.rejects(given("--scenario", "soak"), {
            message: /required option '--out <folder>' not specified/,
        });
    });

    it("says how to run the script, what it reads, and how far it was tested", () => {
        let help = "";
        const command = program().commands[0] ?? assert.fail();
        command.configureOutput({ writeOut: (text) => (help += text) }).outputHelp();
        for (const name of Object.keys(ENVIRONMENT)) assert.match(help, new RegExp(`^ {2}${name} `, "m"));
        assert.match(help, /K6_NEW_MACHINE_READABLE_SUMMARY=false\n {2}k6 run -e TARGET=/);
        assert.match(help, /their tests run in an\s+imitation of k6's API/);
    });
});
