import { accessSync, constants, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";

/** The first executable file of that name on a PATH, as the shell would find it. */
export function findOnPath(name: string, path: string | undefined): string | undefined {
    const folders = (path ?? "").split(delimiter).filter((folder) => folder !== "");
    return folders.map((folder) => join(folder, name)).find(isExecutable);
}

export function isExecutable(path: string): boolean {
    try {
        accessSync(path, constants.X_OK);
        return statSync(path).isFile();
    } catch {
        return false;
    }
}

/** Writes an executable script unless it is there already; whole or not at all, since another run may be starting it. */
export function placeScript(path: string, text: string): void {
    if (readIfThere(path) === text) return;
    mkdirSync(dirname(path), { recursive: true });
    const partial = `${path}.${process.pid}`;
    writeFileSync(partial, text, { mode: 0o755 });
    renameSync(partial, path);
}

/** Quotes a word for `/bin/sh`. */
export function shellQuote(word: string): string {
    return `'${word.replaceAll("'", `'\\''`)}'`;
}

/** The text of a file; undefined when there is none. */
export function readIfThere(path: string): string | undefined {
    try {
        return readFileSync(path, "utf8");
    } catch (problem) {
        if (problem instanceof Error && "code" in problem && problem.code === "ENOENT") return undefined;
        throw problem;
    }
}
