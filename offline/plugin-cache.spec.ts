import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { placeStandIns, refuseRealProviders, standIns } from "./plugin-cache";

describe("the plugin cache of an offline run", () => {
    const folder = mkdtempSync(join(tmpdir(), "kaireon it's plugins-"));
    const main = join(folder, "main.js");
    const plugin = { name: "aws", version: "7.48.0", main };
    const launcher = join(folder, "home", "plugins", "resource-aws-v7.48.0", "pulumi-resource-aws");
    before(() => writeFileSync(main, "console.log(process.argv.slice(2).join());"));
    after(() => rmSync(folder, { recursive: true }));

    it("has a stand-in of the npm SDK's version for every provider", () => {
        const plugins = standIns();
        assert.deepEqual(
            plugins.map(({ name }) => name),
            ["aws", "eks", "kubernetes", "random"],
        );
        for (const plugin of plugins) {
            assert.match(plugin.version, /^\d+\.\d+\.\d+$/);
            assert.match(plugin.main, new RegExp(`/dist/offline/stand-ins/${plugin.name}/main\\.js$`));
        }
    });

    it("starts the stand-in with the engine's arguments, whatever is in its path", () => {
        placeStandIns(join(folder, "home"), [plugin]);
        assert.equal(
            execFileSync(launcher, ["127.0.0.1:1", "two words"], { encoding: "utf8" }),
            "127.0.0.1:1,two words\n",
        );
    });

    it("is not written again when it is right", () => {
        const before = statSync(launcher).ino;
        placeStandIns(join(folder, "home"), [plugin]);
        assert.equal(statSync(launcher).ino, before);
        placeStandIns(join(folder, "home"), [{ ...plugin, main: __filename }]);
        assert.notEqual(statSync(launcher).ino, before);
    });

    it("refuses a stand-in that has not been built", () => {
        assert.throws(() => placeStandIns(folder, [{ ...plugin, main: "/nowhere/main.js" }]), {
            message: "offline: the stand-in for aws is missing: /nowhere/main.js. Run `npm run build`.",
        });
    });

    it("refuses a real provider on PATH, which the engine would prefer", () => {
        const bin = join(folder, "bin");
        mkdirSync(bin);
        writeFileSync(join(bin, "pulumi-resource-aws"), "", { mode: 0o755 });
        refuseRealProviders([plugin], "/nowhere");
        assert.throws(() => refuseRealProviders([plugin], `/nowhere:${bin}`), {
            message:
                `offline: ${bin}/pulumi-resource-aws is on PATH; the engine would run it in place of the stand-in for aws, ` +
                "and it can reach a real account. Take it off PATH for this run.",
        });
    });
});
