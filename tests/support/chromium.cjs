"use strict";
const childProcess = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");

const usual = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

function playwrightsOwn() {
  try {
    return require("playwright-core").chromium.executablePath();
  } catch {
    return "";
  }
}

function quietly(command, args) {
  return (
    childProcess.spawnSync(command, args, {stdio: "ignore", env: {...process.env, DEBIAN_FRONTEND: "noninteractive"}})
      .status === 0
  );
}

function found() {
  return [process.env.CHROMIUM_PATH, playwrightsOwn(), ...usual].find((file) => file && fs.existsSync(file)) ?? null;
}

/** The path of a Chromium: named, usual, Playwright's own, or installed now; null when there is none to be had. */
function findOrInstallChromium() {
  if (found() !== null) return found();
  process.stderr.write("Fann ingen Chromium; prøver å installere …\n");
  quietly(process.execPath, [
    path.join(path.dirname(require.resolve("playwright-core/package.json")), "cli.js"),
    "install",
    "chromium",
  ]);
  if (found() === null && process.platform === "linux" && process.getuid() === 0) {
    quietly("apt-get", ["update"]);
    quietly("apt-get", ["install", "-y", "--no-install-recommends", "chromium"]);
  }
  return found();
}

module.exports = {findOrInstallChromium};
