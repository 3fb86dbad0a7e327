// The digests of everything that `tsc` compiles, by folder. A build writes them beside its output; a program compares those of the
// folders that it is made of before it runs, so that a stale build is found by content, whatever a checkout did to the files' times.
const { createHash } = require("node:crypto");
const { readdirSync, readFileSync } = require("node:fs");
const { join } = require("node:path");

const FOLDERS = ["infra", "stacks", "offline", "policy", "perf", "report", "test", "docs"];
const stampFile = join("dist", ".sources");

/** @param {string} folder @returns {string[]} paths of the sources below a folder, in a stable order */
function sourcesBelow(folder) {
    let entries;
    try {
        entries = readdirSync(folder, { withFileTypes: true });
    } catch {
        return [];
    }
    return entries
        .sort((a, b) => (a.name < b.name ? -1 : 1))
        .flatMap((entry) => {
            const path = join(folder, entry.name);
            if (entry.isDirectory()) return entry.name === "node_modules" ? [] : sourcesBelow(path);
            return /\.(ts|json)$/.test(entry.name) ? [path] : [];
        });
}

/** @param {readonly string[]} paths @param {number} from where in a path that of the project's files begins @returns {string} */
function digestOf(paths, from) {
    const hash = createHash("sha256");
    for (const path of paths) hash.update(path.slice(from)).update("\0").update(readFileSync(path)).update("\0");
    return hash.digest("hex");
}

/** @param {string} root the project's root @param {readonly string[]} folders @returns {Record<string, string>} */
function sourcesDigests(root, folders = FOLDERS) {
    const settings = digestOf([join(root, "tsconfig.json"), join(root, "package-lock.json")], root.length);
    const digests = folders.map((folder) => [folder, digestOf(sourcesBelow(join(root, folder)), root.length)]);
    return { settings, ...Object.fromEntries(digests) };
}

/**
 * @param {string} root
 * @param {readonly string[]} [folders] those that matter to who asks; without them, all
 * @returns {"missing" | "stale" | "current"} what `dist` is, compared with the sources
 */
function buildState(root, folders) {
    let built;
    try {
        built = JSON.parse(readFileSync(join(root, stampFile), "utf8"));
    } catch {
        return "missing";
    }
    const digests = sourcesDigests(root, folders);
    return Object.entries(digests).every(([folder, digest]) => built[folder] === digest) ? "current" : "stale";
}

module.exports = { buildState, sourcesDigests, stampFile };
