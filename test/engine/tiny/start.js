const { repairStackTraces } = require("../../../stacks/stack-traces");

repairStackTraces();
module.exports = require("../../../dist/test/engine/tiny/program.js");
