"use strict";
// Plain CommonJS without modern syntax: an old Node must be able to read this far and say so.
var childProcess = require("node:child_process");
var fs = require("node:fs");
var path = require("node:path");

var root = path.join(__dirname, "..");

function assertNode() {
  var parts = process.versions.node.split(".").map(Number);
  if (parts[0] > 20 || (parts[0] === 20 && parts[1] >= 19)) return;
  process.stderr.write(
    "avvik treng Node 20.19 eller nyare, men dette er Node " +
      process.versions.node +
      ". Hent ein nyare frå nodejs.org.\n",
  );
  process.exit(2);
}

function isInstalled() {
  var installed = path.join(root, "node_modules", ".package-lock.json");
  if (!fs.existsSync(installed)) return false;
  return fs.statSync(installed).mtimeMs >= fs.statSync(path.join(root, "package-lock.json")).mtimeMs;
}

function run(command, args, options) {
  var result = childProcess.spawnSync(command, args, Object.assign({cwd: root, stdio: "inherit"}, options));
  return result.status === null ? 1 : result.status;
}

function install() {
  if (isInstalled()) return;
  process.stderr.write("Installerer det avvik treng …\n");
  var status = run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    shell: process.platform === "win32",
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0) {
    process.stderr.write("Installasjonen gjekk ikkje. Sjå meldinga over, og prøv igjen når maskina har nett.\n");
    process.exit(2);
  }
  // npm leaves the time of the package on its own list; a touch makes it newer than the lock file.
  fs.utimesSync(path.join(root, "node_modules", ".package-lock.json"), new Date(), new Date());
}

function buildPage() {
  var vite = path.join(root, "node_modules", "vite", "bin", "vite.js");
  var status = run(process.execPath, [vite, "build", "--logLevel", "warn"]);
  if (status !== 0) process.exit(1);
}

module.exports = {root: root, assertNode: assertNode, install: install, buildPage: buildPage, run: run};
