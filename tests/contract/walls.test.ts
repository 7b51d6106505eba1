import {execFileSync, spawnSync} from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {describe, expect, it} from "vitest";
import {root} from "../../pipeline/project.ts";

const config = join(root, ".dependency-cruiser.cjs");
const bin = (name: string): string => join(root, "node_modules", ".bin", name);

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: {readonly name: string};
}

interface Cruise {
  readonly modules: readonly {readonly source: string}[];
  readonly summary: {readonly violations: readonly Violation[]};
}

function cruise(folder: string): Cruise {
  const args = ["--config", config, "--output-type", "json", "pipeline", "dashboard", "data/synthetic"];
  const {stdout, stderr} = spawnSync(bin("depcruise"), args, {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout) as Cruise;
}

const rulesBroken = ({summary}: Cruise): string[] =>
  summary.violations.map(({rule, from, to}) => `${rule.name}: ${from} → ${packageOf(to) ?? to}`).sort();

/** The package a path in node_modules belongs to. */
const packageOf = (path: string): string | undefined => path.match(/node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1];

function ruleNames(): string[] {
  return [...readFileSync(config, "utf8").matchAll(/^ {6}name: "([^"]+)"/gm)].map(([, name = ""]) => name).sort();
}

/** A small house in which every wall is broken once, and beside each break the same thing done right. */
const broken: Readonly<Record<string, string>> = {
  "pipeline/contract/cell.ts": `import "node:fs"; export const cell = 1;`,
  "pipeline/contract/terms.ts": `import "../link/link.ts"; export const terms = 1;`,
  "pipeline/contract/arrow.ts": `import "@uwdata/flechette"; export const arrow = 1;`,
  "pipeline/contract/edition.ts": `import "papaparse"; export const edition = 1;`,
  "pipeline/duckdb/open.ts": `import "@duckdb/node-api"; import "../measure/measure.ts"; export const open = 1;`,
  "pipeline/ingest/xlsx.ts": `import "hucre/xlsx"; export type Layout = 1;`,
  "pipeline/ingest/csv.ts": `import "hucre/xlsx"; import {cell} from "../contract/cell.ts"; export const csv = cell;`,
  "pipeline/link/link.ts": `import {open} from "../duckdb/open.ts"; export const link = open;`,
  "pipeline/measure/measure.ts": `import type {Layout} from "../ingest/xlsx.ts"; export const measure: Layout = 1;`,
  "pipeline/measure/chart.ts": `import "../../dashboard/charts/chart.ts"; export const chart = 1;`,
  "pipeline/measure/table.ts": `import "@duckdb/node-api"; import "@uwdata/flechette"; export const table = 1;`,
  "pipeline/disclose/solver.ts": `import "highs"; export const displacement = 1;`,
  "pipeline/disclose/attack.ts": `import "highs"; export const attack = 1;`,
  "pipeline/measure/statistics/index.ts": `export const median = 1;`,
  "pipeline/conclude/courses.ts": `import "../measure/statistics/index.ts"; import "../measure/measure.ts"; import "../contract/cell.ts";`,
  "pipeline/report/report.ts": `import "../../dashboard/charts/chart.ts"; import "../../dashboard/state.ts"; import "./writers/xlsx.ts";`,
  "pipeline/report/writers/xlsx.ts": `import "hucre/xlsx"; export const xlsx = 1;`,
  "pipeline/publish/here.ts": `import {there} from "./there.ts"; export const here = () => there;`,
  "pipeline/publish/there.ts": `import {here} from "./here.ts"; export const there = () => here;`,
  "pipeline/publish/gone.ts": `import "./not-there.ts";`,
  "pipeline/verify/verify.ts": `import "../link/link.ts"; import "../duckdb/open.ts"; export const verify = 1;`,
  "pipeline/run.ts": `import "./verify/verify.ts"; import "./link/link.ts"; import "./measure/measure.ts"; import "./report/report.ts";`,
  "dashboard/main.ts": `import "../pipeline/contract/cell.ts"; import "../pipeline/link/link.ts";`,
  "dashboard/charts/chart.ts": `export const chart = 1;`,
  "dashboard/state.ts": `export const state = 1;`,
  "data/synthetic/generate.ts": `import "hucre/xlsx"; import "../../pipeline/ingest/xlsx.ts";`,
};

function inBrokenHouse<T>(look: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "avvik-walls-"));
  try {
    copyFileSync(join(root, "tsconfig.json"), join(folder, "tsconfig.json"));
    copyFileSync(join(root, "package.json"), join(folder, "package.json"));
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
    for (const [path, source] of Object.entries(broken)) {
      mkdirSync(dirname(join(folder, path)), {recursive: true});
      writeFileSync(join(folder, path), source);
    }
    return look(folder);
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

describe("the walls", () => {
  it("stand, and were looked at: TypeScript 7 alone would have read no module at all", () => {
    const house = cruise(root);
    const own = house.modules.filter(({source}) => /^(pipeline|dashboard|data)\//.test(source));
    expect(own.length).toBeGreaterThan(60);
    expect(own.filter(({source}) => source.endsWith(".tsx")).length).toBeGreaterThan(5);
    expect(rulesBroken(house)).toEqual([]);
  });

  it("are each noticed when they are broken, and nothing else is", () => {
    const found = inBrokenHouse((folder) => rulesBroken(cruise(folder)));
    expect(found).toEqual([
      "arrow-in-one-file: pipeline/measure/table.ts → @uwdata/flechette",
      "concludes-from-what-is-shown: pipeline/conclude/courses.ts → pipeline/measure/measure.ts",
      "contract-stands-alone: pipeline/contract/cell.ts → fs",
      "contract-stands-alone: pipeline/contract/edition.ts → papaparse",
      "contract-stands-alone: pipeline/contract/terms.ts → pipeline/link/link.ts",
      "dashboard-reads-the-contract: dashboard/main.ts → pipeline/link/link.ts",
      "database-in-one-folder: pipeline/measure/table.ts → @duckdb/node-api",
      "duckdb-at-arms-length: pipeline/duckdb/open.ts → pipeline/measure/measure.ts",
      "no-cycles: pipeline/publish/here.ts → pipeline/publish/there.ts",
      "nothing-unresolved: pipeline/publish/gone.ts → ./not-there.ts",
      "only-report-draws: pipeline/measure/chart.ts → dashboard/charts/chart.ts",
      "report-takes-charts-and-words: pipeline/report/report.ts → dashboard/state.ts",
      "solver-in-one-file: pipeline/disclose/attack.ts → highs",
      "stages-meet-in-the-database: pipeline/measure/measure.ts → pipeline/ingest/xlsx.ts",
      "verify-reads-files-alone: pipeline/verify/verify.ts → pipeline/duckdb/open.ts",
      "workbooks-in-two-files: pipeline/ingest/csv.ts → hucre",
    ]);
    expect([...new Set(found.map((line) => line.split(":")[0]))].sort()).toEqual(ruleNames());
  });
});

describe("the compiler", () => {
  it("is TypeScript 7, while the tools have the TypeScript 6 interface", () => {
    expect(execFileSync(bin("tsc"), ["--version"], {encoding: "utf8"})).toMatch(/^Version 7\./);
    const api = JSON.parse(readFileSync(join(root, "node_modules", "typescript", "package.json"), "utf8")) as {
      version: string;
    };
    expect(api.version).toMatch(/^6\./);
  });
});

describe("the terminal", () => {
  it("is spoken to by the commands, terminal.ts and the starters alone", () => {
    const talks = sourcesUnder("pipeline").filter((path) =>
      /\bprocess\.std(out|err)\b|\bconsole\./.test(readFileSync(join(root, path), "utf8")),
    );
    expect(talks.filter((path) => !/^pipeline\/(terminal\.ts$|commands\/)|\.cjs$/.test(path))).toEqual([]);
    expect(talks).toContain("pipeline/commands/frame.ts");
  });
});

function sourcesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), {recursive: true, encoding: "utf8"})
    .filter((name) => /\.(ts|tsx|cjs|mjs)$/.test(name))
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`);
}
