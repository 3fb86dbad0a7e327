// What the engine runs (`main` of package.json): the compiled pack. A build that is older than the sources is refused, as for the program.
const { resolve } = require("node:path");
const { buildState } = require("../build/sources");

const state = buildState(resolve(__dirname, ".."), ["policy"]);
if (state !== "current") {
    const why = state === "missing" ? "the pack has not been built" : "the sources have changed since the last build";
    process.stderr.write(`policy: ${why}. Run \`npm run build\`, then this again.\n`);
    process.exit(1);
}

require("../dist/policy/index.js");
