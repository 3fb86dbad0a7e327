import { execFileSync, type StdioOptions } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../offline/project";

export interface BaseCheckout {
    readonly folder: string;
    readonly remove: () => void;
}

/**
 * Checks another commit out beside this one, with its packages, compiled.
 *
 * @param root this checkout
 */
export function checkOutBase(commit: string, folder: string, root = projectRoot): BaseCheckout {
    git(root, "worktree", "add", "--detach", folder, commit);
    const remove = () => void git(root, "worktree", "remove", "--force", folder);
    try {
        installPackages(folder, root);
        run(process.execPath, [join("build", "build.js")], folder);
        return { folder, remove };
    } catch (problem) {
        remove();
        throw problem;
    }
}

/** A file as it is in another commit. */
export function fileAt(commit: string, path: string, root = projectRoot): string {
    return git(root, "show", `${commit}:${path}`);
}

function installPackages(folder: string, root: string): void {
    const lock = (place: string) => readFileSync(join(place, "package-lock.json"), "utf8");
    if (lock(folder) === lock(root)) {
        // The same packages: hard links take a second, an installation a minute.
        const linked = join(root, "node_modules");
        if (succeeds(() => run("cp", ["-al", linked, join(folder, "node_modules")], folder))) return;
    }
    run("npm", ["ci", "--no-progress", "--prefer-offline"], folder);
}

function succeeds(attempt: () => void): boolean {
    try {
        attempt();
        return true;
    } catch {
        return false;
    }
}

function git(root: string, ...args: readonly string[]): string {
    const stdio: StdioOptions = ["ignore", "pipe", "pipe"];
    return execFileSync("git", args, { cwd: root, encoding: "utf8", maxBuffer: 64 * 1024 * 1024, stdio });
}

function run(command: string, args: readonly string[], cwd: string): void {
    execFileSync(command, args, { cwd, stdio: ["ignore", process.stderr, process.stderr] });
}
