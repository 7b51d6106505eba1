import {readdirSync} from "node:fs";
import {createRequire} from "node:module";
import {join} from "node:path";
import {performance} from "node:perf_hooks";
import {constants, Script} from "node:vm";
import {INSTRUMENTER_CONSTANTS} from "@stryker-mutator/api/core";
import {declareClassPlugin, PluginKind} from "@stryker-mutator/api/plugin";
import {DryRunStatus, determineHitLimitReached, TestStatus, toMutantRunResult} from "@stryker-mutator/api/test-runner";
import {build} from "esbuild";
import {keepPlaces} from "../../pipeline/bundle.mjs";
import {testInterface} from "./tests-in-process.mjs";

const {USE_MAIN_CONTEXT_DEFAULT_LOADER} = constants;
const folder = "tests/unit/deidentify";
/** They build a whole flow for each change: with them a round would take a night. */
const leftToNpmTest = ["store.test.ts", "review.test.ts"];

/** What they find is remembered from one text to the next, and would be from one change to the next. */
const REMEMBERING = /\/(?:compounds|dictionary|lexicon|word-table)\.ts$/;

/**
 * Runs the tests of deidentification as functions of one process. The modules are loaded anew only where a change is met
 * as they are loaded, as in a pattern, or where its effect would be remembered.
 */
class InProcess {
  constructor() {
    globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {};
    this.state = globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE];
  }

  capabilities() {
    return {reloadEnvironment: true};
  }

  async init() {
    const source = await bundledTests(process.cwd());
    this.counted = scriptOf(source);
    this.uncounted = scriptOf(source.replaceAll(COUNTER, "$1 {}"));
    this.require = createRequire(join(process.cwd(), "package.json"));
  }

  async dryRun() {
    Object.assign(this.state, {activeMutant: undefined, mutantCoverage: undefined, currentTestId: undefined});
    const tests = this.load(this.counted);
    const results = [];
    for (const test of tests) {
      this.state.currentTestId = test.id;
      results.push(await resultOf(test));
    }
    this.state.currentTestId = undefined;
    return {status: DryRunStatus.Complete, tests: results, mutantCoverage: this.state.mutantCoverage};
  }

  async mutantRun({activeMutant, hitLimit, reloadEnvironment, sandboxFileName, testFilter}) {
    Object.assign(this.state, {hitCount: hitLimit === undefined ? undefined : 0, hitLimit});
    const wanted = testFilter && new Set(testFilter);
    const results = [];
    try {
      const isNew = reloadEnvironment || REMEMBERING.test(sandboxFileName);
      this.state.activeMutant = isNew ? activeMutant.id : undefined;
      const tests = isNew ? this.load() : this.loaded();
      this.state.activeMutant = activeMutant.id;
      for (const test of tests) {
        if (wanted && !wanted.has(test.id)) continue;
        const result = await resultOf(test);
        results.push(result);
        if (result.status === TestStatus.Failed) break;
      }
    } catch (error) {
      results.push(failed({id: "load", name: "load"}, error, 0));
    }
    const reached = determineHitLimitReached(this.state.hitCount, hitLimit);
    return toMutantRunResult(reached ?? {status: DryRunStatus.Complete, tests: results});
  }

  loaded() {
    this.tests ??= this.load();
    return this.tests;
  }

  load(script = this.uncounted) {
    const {tests, vitest} = testInterface();
    script.runInThisContext()(this.require, vitest);
    return tests.map((test, at) => ({...test, id: `${at} ${test.name}`}));
  }
}

/** What counts which lines a test meets, as the instrumenter writes it: needed once, and slow. */
const COUNTER = /(function stryCov_\w+\(\)) \{[\s\S]*?cover\.apply\(null, arguments\);\s*\}/g;

const scriptOf = (source) => new Script(source, {importModuleDynamically: USE_MAIN_CONTEXT_DEFAULT_LOADER});

async function bundledTests(root) {
  const files = readdirSync(join(root, folder)).filter((name) => name.endsWith(".test.ts"));
  const wanted = files.filter((name) => !leftToNpmTest.includes(name)).sort((a, b) => isSlow(a) - isSlow(b));
  const entry = wanted.map((name) => `import "./${folder}/${name}";`).join("\n");
  const {outputFiles} = await build({
    absWorkingDir: root,
    stdin: {contents: entry, resolveDir: root, loader: "ts"},
    write: false,
    bundle: true,
    packages: "external",
    ignoreAnnotations: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    jsx: "automatic",
    jsxImportSource: "preact",
    logLevel: "silent",
    plugins: [{name: "avvik:keep-places", setup: keepPlaces}],
  });
  const asked = '(name) => name === "vitest" ? vitest : required(name)';
  return `(required, vitest) => { const module = {exports: {}}; const require = ${asked};\n${outputFiles[0].text}\n}`;
}

/** The corpus notices most, but takes longest; what a small test notices need not wait for it. */
const isSlow = (name) => Number(name === "corpus.test.ts");

async function resultOf(test) {
  const start = performance.now();
  const spent = () => Math.round(performance.now() - start);
  try {
    await test.run();
    for (const clear of test.after) await clear();
    return {id: test.id, name: test.name, status: TestStatus.Success, timeSpentMs: spent()};
  } catch (error) {
    return failed(test, error, spent());
  }
}

function failed({id, name}, error, timeSpentMs) {
  return {id, name, status: TestStatus.Failed, failureMessage: String(error), timeSpentMs};
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, "in-process", InProcess)];
