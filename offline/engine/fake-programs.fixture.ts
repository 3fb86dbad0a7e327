import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A temporary folder with executables that pretend to be others; mocha's hooks of the calling suite make and remove it. */
export class FakePrograms {
    readonly #root = realpathSync(mkdtempSync(join(tmpdir(), "kaireon-engine-")));

    /** A folder below the temporary one. */
    folder(name: string): string {
        const folder = join(this.#root, name);
        mkdirSync(folder, { recursive: true });
        return folder;
    }

    /** Writes an executable shell script. @returns its path */
    add(folder: string, name: string, ...script: readonly string[]): string {
        const path = join(this.folder(folder), name);
        writeFileSync(path, ["#!/bin/sh", ...script, ""].join("\n"), { mode: 0o755 });
        return path;
    }

    remove(): void {
        rmSync(this.#root, { recursive: true });
    }
}
