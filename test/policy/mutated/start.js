module.exports = require("../../../dist/test/policy/mutated/program.js");
