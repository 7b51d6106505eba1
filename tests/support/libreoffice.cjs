"use strict";
const childProcess = require("node:child_process");
const fs = require("node:fs");

const usual = [
  "/usr/bin/soffice",
  "/usr/bin/libreoffice",
  "/usr/local/bin/soffice",
  "/opt/libreoffice/program/soffice",
  "/snap/bin/libreoffice",
  "/Applications/LibreOffice.app/Contents/MacOS/soffice",
  "C:\\Program Files\\LibreOffice\\program\\soffice.exe",
];
const packages = ["libreoffice-writer", "libreoffice-calc", "libreoffice-impress"];

function found() {
  return [process.env.SOFFICE_PATH, ...usual].find((file) => file && fs.existsSync(file)) ?? null;
}

function quietly(command, args) {
  const env = {...process.env, DEBIAN_FRONTEND: "noninteractive"};
  return childProcess.spawnSync(command, args, {stdio: "ignore", env}).status === 0;
}

/** The path of a LibreOffice: named, usual, or installed now; null when there is none to be had. */
function findOrInstallLibreOffice() {
  if (found() !== null) return found();
  process.stderr.write("Fann ingen LibreOffice; prøver å installere …\n");
  if (process.platform === "linux" && process.getuid() === 0) {
    quietly("apt-get", ["update"]);
    quietly("apt-get", ["install", "-y", "--no-install-recommends", ...packages]);
  }
  return found();
}

module.exports = {findOrInstallLibreOffice};
