import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { isMap, parseDocument } from "yaml";
import { readIfThere } from "./executables";

/** What binds a stack file to the keys of its real stack, or to a service that an offline run does not reach. */
const OF_THE_REAL_STACK = ["encryptionsalt", "encryptedkey", "secretsprovider", "environment"];

export interface StackFileCopy {
    readonly text: string;
    /** Configuration keys whose values are encrypted for the real stack: an offline run has not got its key. */
    readonly leftOut: readonly string[];
}

/** The copy of a stack file that an offline run gives to the engine. */
export function offlineStackFile(text: string): StackFileCopy {
    if (!/\bsecure\s*:/.test(text) && !OF_THE_REAL_STACK.some((key) => text.includes(`${key}:`))) {
        return { text, leftOut: [] };
    }
    const document = parseDocument(text);
    for (const key of OF_THE_REAL_STACK) document.delete(key);
    const config = document.get("config");
    if (!isMap(config)) return { text: document.toString(), leftOut: [] };
    const values: Record<string, unknown> = config.toJSON();
    const leftOut = Object.keys(values).filter((key) => holdsSecure(values[key]));
    for (const key of leftOut) config.delete(key);
    return { text: document.toString(), leftOut };
}

function holdsSecure(value: unknown): boolean {
    if (typeof value !== "object" || value === null) return false;
    return "secure" in value || Object.values(value).some(holdsSecure);
}

/**
 * Copies a stack file afresh: the engine saves what `--config` says into the file that it is given, and the committed file must
 * never change.
 *
 * @returns the keys that were left out
 */
export function copyStackFile(source: string, copy: string): readonly string[] {
    const { text, leftOut } = offlineStackFile(readIfThere(source) ?? "");
    mkdirSync(dirname(copy), { recursive: true });
    writeFileSync(copy, text);
    return leftOut;
}

/**
 * Remembers the stack files of a folder. Some commands write or remove them without taking `--config-file` (`stack rm`, `stack init`,
 * `stack rename`): the function that comes back puts all as it was, and names what it put back.
 */
export function keepStackFiles(folder: string): () => readonly string[] {
    const names = () => readdirSync(folder).filter((name) => /^Pulumi\..+\.ya?ml$/.test(name));
    const before = new Map(names().map((name) => [name, readFileSync(join(folder, name), "utf8")]));
    return () => {
        const added = names().filter((name) => !before.has(name));
        for (const name of added) rmSync(join(folder, name));
        const changed = [...before].filter(([name, text]) => readIfThere(join(folder, name)) !== text);
        for (const [name, text] of changed) writeFileSync(join(folder, name), text);
        return [...added, ...changed.map(([name]) => name)].sort();
    };
}
