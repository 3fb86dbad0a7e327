import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { checkOutBase, fileAt } from "./base-checkout";

describe("the checkout of a pull request's base", () => {
    const scratch = mkdtempSync(join(tmpdir(), "kaireon-checkout-"));
    const root = join(scratch, "project");
    after(() => rmSync(scratch, { recursive: true }));

    const write = (name: string, text: string) => {
        mkdirSync(dirname(join(root, name)), { recursive: true });
        writeFileSync(join(root, name), text);
    };
    const git = (...args: readonly string[]) =>
        execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...args], { cwd: root });

    before(() => {
        write("package-lock.json", "{}");
        write("build/build.js", 'require("node:fs").writeFileSync("built", require("pkg"));');
        write(".gitignore", "node_modules\nbuilt\n");
        write("node_modules/pkg/index.js", 'module.exports = "with its packages";');
        write("graph.yaml", "base");
        git("init", "--quiet");
        git("add", ".");
        git("commit", "--quiet", "--message", "base");
        write("graph.yaml", "head");
        git("commit", "--quiet", "--all", "--message", "head");
    });

    it("is another commit, compiled with the packages of this one, and leaves nothing behind", () => {
        const place = join(scratch, "base");
        const { folder, remove } = checkOutBase("HEAD^1", place, root);
        assert.equal(readFileSync(join(folder, "graph.yaml"), "utf8"), "base");
        assert.equal(readFileSync(join(folder, "built"), "utf8"), "with its packages");
        remove();
        assert.equal(existsSync(place), false);
        assert.equal(git("worktree", "list").toString().trim().split("\n").length, 1);
        assert.equal(readFileSync(join(root, "graph.yaml"), "utf8"), "head");
    });

    it("goes again when it does not compile", () => {
        write("build/build.js", "process.exit(3);");
        git("commit", "--quiet", "--all", "--message", "broken");
        assert.throws(() => checkOutBase("HEAD", join(scratch, "broken"), root), /Command failed/);
        assert.equal(existsSync(join(scratch, "broken")), false);
    });

    it("can be asked for one file alone, and says when there is no such commit", () => {
        assert.equal(fileAt("HEAD^1^1", "graph.yaml", root), "base");
        assert.throws(() => fileAt("none", "graph.yaml", root), /invalid object name|unknown revision/);
    });
});
