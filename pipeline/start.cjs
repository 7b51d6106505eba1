"use strict";
var setup = require("./install.cjs");

setup.assertNode();
setup.install();
setup.buildPage();
process.exit(setup.run(process.execPath, ["pipeline/avvik.mjs", "run"].concat(process.argv.slice(2))));
