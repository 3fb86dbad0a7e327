import assert from "node:assert/strict";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { FakePrograms } from "./fake-programs.fixture";
import { engineOnPath, versionWarning } from "./find-engine";

const ANSWERS_VERSION = 'echo "v3.259.0"';

describe("the engine on PATH", () => {
    const fake = new FakePrograms();
    after(() => fake.remove());

    it("is used with the language host beside it", () => {
        const pulumi = fake.add("whole", "pulumi", ANSWERS_VERSION);
        fake.add("whole", "pulumi-language-nodejs");
        const expected = { path: pulumi, version: "3.259.0", languageHost: "bundled" };
        assert.deepEqual(engineOnPath(`/nowhere:${fake.folder("whole")}`), { engine: expected });
    });

    it("is used with the language host beside what it links to, as Homebrew lays it out", () => {
        const link = join(fake.folder("linked"), "pulumi");
        fake.add("cellar", "pulumi-language-nodejs");
        symlinkSync(fake.add("cellar", "pulumi", ANSWERS_VERSION), link);
        const expected = { path: link, version: "3.259.0", languageHost: "bundled" };
        assert.deepEqual(engineOnPath(fake.folder("linked")), { engine: expected });
    });

    it("is used with a language host elsewhere on PATH, as Nix lays it out", () => {
        const pulumi = fake.add("apart", "pulumi", ANSWERS_VERSION);
        fake.add("host", "pulumi-language-nodejs");
        const expected = { path: pulumi, version: "3.259.0", languageHost: "ambient" };
        assert.deepEqual(engineOnPath(`${fake.folder("apart")}:${fake.folder("host")}`), { engine: expected });
    });

    it("is not used without a language host, and the reason is told", () => {
        const pulumi = fake.add("alone", "pulumi", ANSWERS_VERSION);
        assert.deepEqual(engineOnPath(fake.folder("alone")), {
            unusable: `${pulumi} has no pulumi-language-nodejs beside it or on PATH, so it cannot run a Node program.`,
        });
    });

    it("is not there on a PATH without it", () => {
        assert.deepEqual(engineOnPath("/nowhere"), {});
        assert.deepEqual(engineOnPath(undefined), {});
    });

    it("is told to be broken when it does not run", () => {
        const pulumi = fake.add("broken", "pulumi", "echo 'wrong machine' >&2; exit 126");
        fake.add("broken", "pulumi-language-nodejs");
        assert.throws(
            () => engineOnPath(fake.folder("broken")),
            (problem: Error) => {
                assert.ok(problem.message.startsWith(`offline: ${pulumi} does not run: `), problem.message);
                assert.ok(problem.message.includes("wrong machine"), problem.message);
                assert.ok(problem.message.endsWith("Repair it or take it off PATH; an engine is then built here."));
                return true;
            },
        );
    });

    it("is warned about when it is not of the npm SDK's version", () => {
        const engine = { path: "/bin/pulumi", version: "3.200.0", languageHost: "bundled" } as const;
        assert.equal(versionWarning(engine, "3.200.0"), undefined);
        assert.equal(
            versionWarning(engine, "3.259.0"),
            "offline: /bin/pulumi is Pulumi 3.200.0, @pulumi/pulumi is 3.259.0. Mostly that works; if something looks odd, " +
                "install Pulumi 3.259.0, or take pulumi off PATH and an engine of that version is built here.",
        );
    });
});
