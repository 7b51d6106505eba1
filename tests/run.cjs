"use strict";
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const setup = require("../pipeline/install.cjs");

setup.assertNode();
setup.install();
const {findOrInstallChromium} = require("./support/chromium.cjs");
const chromium = findOrInstallChromium();
if (chromium === null) {
  process.stderr.write(
    "Fann ingen Chromium, så nettlesartestane kan ikkje køyrast. Set CHROMIUM_PATH til ein Chromium.\n",
  );
  process.stdout.write("0 passed, 1 failed\n");
  process.exit(1);
}
const {findOrInstallLibreOffice} = require("./support/libreoffice.cjs");
const office = findOrInstallLibreOffice();
if (office === null) {
  process.stderr.write(
    "Fann ingen LibreOffice, så ingen har opna dokumenta. Set SOFFICE_PATH til ein LibreOffice (soffice).\n",
  );
  process.stdout.write("0 passed, 1 failed\n");
  process.exit(1);
}
setup.buildPage();

const report = path.join(fs.mkdtempSync(path.join(os.tmpdir(), "avvik-test-")), "report.json");
const vitest = path.join(setup.root, "node_modules", "vitest", "vitest.mjs");
const args = [
  vitest,
  "run",
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${report}`,
  ...process.argv.slice(2),
];
const status = setup.run(process.execPath, args, {
  env: {...process.env, TZ: "Europe/Oslo", CHROMIUM_PATH: chromium, SOFFICE_PATH: office},
});
const {passed, failed} = counts(report, status);
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 && status === 0 ? 0 : 1);

/** A suite that never came to its tests has failed too, and so has a run that left no report. */
function counts(file, exitStatus) {
  if (!fs.existsSync(file)) return {passed: 0, failed: 1};
  const {numPassedTests, numFailedTests, testResults} = JSON.parse(fs.readFileSync(file, "utf8"));
  const broken = testResults.filter(
    (suite) => suite.status === "failed" && suite.assertionResults.every((test) => test.status !== "failed"),
  ).length;
  const failed = numFailedTests + broken;
  return {passed: numPassedTests, failed: failed === 0 && exitStatus !== 0 ? 1 : failed};
}
