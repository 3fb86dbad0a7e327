const { mapOwnFramesOnly } = require("../../../stacks/stack-traces");

mapOwnFramesOnly();
module.exports = require("../../../dist/test/engine/tiny/program.js");
