module.exports = require("../../../dist/test/policy/foreign/program.js");
