import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../offline/project";

export interface BaseCheckout {
    readonly folder: string;
    readonly remove: () => void;
}

/** Checks another commit out beside this one, with its packages, compiled. */
export function checkOutBase(commit: string, folder: string): BaseCheckout {
    git("worktree", "add", "--detach", folder, commit);
    const remove = () => git("worktree", "remove", "--force", folder);
    try {
        installPackages(folder);
        run(process.execPath, [join("build", "build.js")], folder);
        return { folder, remove };
    } catch (problem) {
        remove();
        throw problem;
    }
}

/** A file as it is in another commit. */
export function fileAt(commit: string, path: string): string {
    return git("show", `${commit}:${path}`);
}

function installPackages(folder: string): void {
    const lock = (root: string) => readFileSync(join(root, "package-lock.json"), "utf8");
    if (lock(folder) === lock(projectRoot)) {
        // The same packages: hard links take a second, an installation a minute.
        const linked = join(projectRoot, "node_modules");
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

function git(...args: readonly string[]): string {
    return execFileSync("git", args, { cwd: projectRoot, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
}

function run(command: string, args: readonly string[], cwd: string): void {
    execFileSync(command, args, { cwd, stdio: ["ignore", process.stderr, process.stderr] });
}
