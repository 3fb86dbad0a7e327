// What the engine runs (`main` of package.json): the compiled program, once it is sure that it is what the sources say.
const { resolve } = require("node:path");
const { RunError } = require("@pulumi/pulumi/errors");
const { buildState } = require("../build/sources");
const { mapOwnFramesOnly } = require("./stack-traces");

mapOwnFramesOnly();

const state = buildState(resolve(__dirname, ".."), ["infra", "stacks"]);
if (state !== "current") {
    const why =
        state === "missing" ? "the program has not been built" : "the sources have changed since the last build";
    throw new RunError(
        `build: ${why}; what ran would not be what the sources say. Run \`npm run build\`, then this again.`,
    );
}

module.exports = require("../dist/stacks/index.js");
