// Compiles the project when its sources have changed since the last build, and does nothing otherwise.
const { spawnSync } = require("node:child_process");
const { rmSync, writeFileSync } = require("node:fs");
const { join, resolve } = require("node:path");
const { buildState, sourcesDigests, stampFile } = require("./sources");

const root = resolve(__dirname, "..");
if (buildState(root) !== "current") {
    const digests = sourcesDigests(root);
    const stamp = join(root, stampFile);
    // Without the stamp a build that is interrupted or fails counts as no build.
    rmSync(stamp, { force: true });
    const compiler = require.resolve("typescript/bin/tsc");
    const compiled = spawnSync(process.execPath, [compiler, "--project", root], { stdio: "inherit" });
    if (compiled.status !== 0) process.exit(compiled.status ?? 1);
    writeFileSync(stamp, JSON.stringify(digests));
}
