// The digest of everything that `tsc` compiles. A build writes it beside its output; the program compares it before it
// runs, so that a stale build is found by content, whatever a checkout did to the files' times.
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

/** @param {string} root the project's root @returns {string} */
function sourcesDigest(root) {
    const hash = createHash("sha256");
    const paths = FOLDERS.flatMap((folder) => sourcesBelow(join(root, folder)));
    for (const path of [...paths, join(root, "tsconfig.json"), join(root, "package-lock.json")]) {
        hash.update(path.slice(root.length)).update("\0").update(readFileSync(path)).update("\0");
    }
    return hash.digest("hex");
}

/** @param {string} root @returns {"missing" | "stale" | "current"} what `dist` is, compared with the sources */
function buildState(root) {
    let stamp;
    try {
        stamp = readFileSync(join(root, stampFile), "utf8");
    } catch {
        return "missing";
    }
    return stamp === sourcesDigest(root) ? "current" : "stale";
}

module.exports = { buildState, sourcesDigest, stampFile };
