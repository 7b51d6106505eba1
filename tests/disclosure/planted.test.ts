import {cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {openExisting} from "../../pipeline/duckdb/open.ts";
import {readRows} from "../../pipeline/duckdb/rows.ts";
import {root} from "../../pipeline/project.ts";
import {avvik, type Ended} from "../support/command-line.ts";
import {filesUnder, type TextPart, textsUnder} from "../support/outputs.ts";
import {plantedDeliveries} from "../support/planted.ts";

const planted = plantedDeliveries();
const folder = mkdtempSync(join(tmpdir(), "avvik-planted-"));
const place = (...names: string[]): string => join(folder, ...names);
const flow = ["--data", folder, "--out", place("out"), "--today", "2026-02-15"];

/** Every command, and how it is run here after `run` has gone well. A new command must be put in this list. */
const commands: Readonly<Record<string, readonly (readonly string[])[]>> = {
  run: [["run", ...flow, "--json"]],
  ingest: [
    ["ingest", ...taken(), ...flow],
    ["ingest", ...refused(), ...flow, "--json"],
    ...planted.gone.map((name) => ["ingest", place("deliveries", name), ...flow]),
    ["ingest", place("mapper", planted.gone[0] ?? ""), ...flow],
  ],
  inspect: [
    ["inspect", ...refused(), "--data", folder],
    ["inspect", ...taken(), "--data", folder, "--json"],
  ],
  qc: [["qc", ...flow, "--json"]],
  review: [["review", ...flow]],
  calibrate: [["calibrate", ...flow]],
  // Reads no delivery: text in, text out.
  deidentify: [],
  // The same code as `report`, which takes the time of one more run.
  publish: [],
  report: [["report", ...flow, "--json"]],
  verify: [["verify", place("out", "2025"), "--data", folder, "--json"]],
  folketal: [...taken(), ...refused()].map((file) => ["folketal", file, "--data", folder]),
  samhandlingsdata: [...taken(), ...refused()].map((file) => [
    ...["samhandlingsdata", file, "--indikator", "utskrivingar"],
    ...["--kjelde", "Prøve", "--data", folder],
  ]),
  decide: [["decide", ...refused(), "--data", folder]],
  status: [
    ["status", ...flow, "--ics", place("out", "status.ics"), "--page", place("out", "status.html"), "--json"],
    ["status", ...flow, "--ics", place("out", "status.ics"), "--page", place("out", "status.html")],
  ],
};

function taken(): string[] {
  return Object.keys(planted.taken).map((name) => place("deliveries", name));
}

function refused(): string[] {
  return Object.keys(planted.refused).map((name) => place("refused", name));
}

const printed: TextPart[] = [];
const codes = new Map<string, (number | null)[]>();

function keep(command: string, {code, stdout, stderr}: Ended): void {
  codes.set(command, [...(codes.get(command) ?? []), code]);
  printed.push({part: `${command} stdout`, text: stdout}, {part: `${command} stderr`, text: stderr});
}

beforeAll(async () => {
  for (const name of ["registers", "layouts"]) cpSync(join(root, "data", name), place(name), {recursive: true});
  for (const [name, files] of [
    ["deliveries", planted.taken],
    ["refused", planted.refused],
  ] as const) {
    mkdirSync(place(name));
    for (const [file, bytes] of Object.entries(files)) writeFileSync(place(name, file), bytes);
  }
  mkdirSync(place("mapper", planted.gone[0] ?? ""), {recursive: true});
  const help = await avvik(["--help"]);
  const known = [...help.stdout.matchAll(/^ {2}([a-z]+) (?:\[|<|\w)/gm)].map(([, name = ""]) => name);
  expect(known.length).toBeGreaterThan(5);
  for (const name of known) {
    expect(Object.keys(commands), `${name} is a new command: say how it is run`).toContain(name);
    for (const args of commands[name] ?? []) keep(name, await avvik(args));
  }
}, 400_000);
afterAll(() => rmSync(folder, {recursive: true, force: true}));

const WORD = /(?:tenkt|oppdikt)[a-z]+|su ?9\d{4}|5550\d+x/g;
const LENGTHS = new Set([...planted.digits].map(({length}) => length));

/** Where something planted stands, without what it is: every planted word has one of these shapes. */
function leaks(texts: readonly TextPart[]): string[] {
  return texts.flatMap(({part, text}) => {
    const words = text.normalize("NFC").toLowerCase().match(WORD) ?? [];
    const runs = text.replace(/[ .\u00a0\u202f-]/g, "").match(/\d{8,}/g) ?? [];
    const found = new Set([
      ...words.flatMap((word) => [...planted.words].filter((needle) => word.includes(needle))),
      ...runs.flatMap((run) => windowsOf(run).filter((digits) => planted.digits.has(digits))),
    ]);
    return [...found].map((needle) => `${part}: planted ${[...planted.words, ...planted.digits].indexOf(needle)}`);
  });
}

function windowsOf(run: string): string[] {
  return [...run].flatMap((_, at) => [...LENGTHS].map((length) => run.slice(at, at + length)));
}

describe("invented persons planted wherever a delivery has room for them", () => {
  it("are there to be found", () => {
    const given = textsUnder(place("deliveries")).concat(textsUnder(place("refused")));
    const found = new Set(leaks(given).map((leak) => leak.split(": ").at(-1)));
    expect(planted.words.size + planted.digits.size).toBeGreaterThan(250);
    expect(found.size).toBeGreaterThan(240);
  });

  it("went through every command, and what should have gone well did", () => {
    expect(codes.get("run")).toEqual([0]);
    expect(codes.get("ingest")?.every((code) => code === 2)).toBe(true);
    expect([codes.get("review"), codes.get("calibrate"), codes.get("verify")]).toEqual([[0], [0], [0]]);
    expect(printed.find(({part}) => part === "review stdout")?.text).toMatch(/ventar/);
    expect(existsSync(place("out", "2025", "open", "index.html"))).toBe(true);
  });

  it("are in nothing that was printed: no account, no quarantine list, no error", () => {
    expect(printed.map(({text}) => text.length).reduce((a, b) => a + b)).toBeGreaterThan(5000);
    expect(leaks(printed)).toEqual([]);
  });

  it("are in no file that was made, by text and by bytes: editions, warehouse, pages of review and calibration", () => {
    const made = filesUnder(folder).filter((path) => /^(?:out|warehouse)\//.test(path));
    expect(made.filter((path) => path.startsWith("warehouse/")).length).toBeGreaterThan(3);
    const bytes = made.flatMap((path) => {
      const content = readFileSync(place(path));
      return [
        {part: `${path} (UTF-8)`, text: content.toString("utf8")},
        {part: `${path} (Latin-1)`, text: content.toString("latin1")},
        {part: `${path} (UTF-16)`, text: content.toString("latin1").replaceAll("\0", "")},
      ];
    });
    expect(leaks([...bytes, ...textsUnder(place("out")), ...textsUnder(place("warehouse"))])).toEqual([]);
  });

  it("are in no column of the warehouse", async () => {
    const database = await openExisting(place("warehouse", "avvik.duckdb"));
    const tables = await readRows<{name: string}>(
      database,
      "select table_schema || '.' || table_name as name from information_schema.tables order by all",
    );
    const texts: TextPart[] = [];
    for (const {name} of tables) {
      const rows = await readRows<object>(database, `select columns(*)::varchar from ${name}`);
      texts.push({part: name, text: rows.map((row) => Object.values(row).join("\n")).join("\n")});
    }
    database.closeSync();
    expect(texts.length).toBeGreaterThan(20);
    expect(texts.find(({part}) => part === "deidentified.rad")?.text).toContain("[NAMN]");
    expect(leaks(texts)).toEqual([]);
  });
});
