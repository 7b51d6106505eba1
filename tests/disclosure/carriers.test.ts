import {readFileSync} from "node:fs";
import {join} from "node:path";
import {strFromU8, unzipSync} from "fflate";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {editionNames} from "../../pipeline/contract/edition.ts";
import {type Column, tableNames, tables} from "../../pipeline/contract/tables.ts";
import {closeDatabase, type Database, openDatabase} from "../../pipeline/duckdb/open.ts";
import {makeEditions} from "../../pipeline/editions.ts";
import {projectIn} from "../../pipeline/project.ts";
import type {EditionFolder} from "../../pipeline/publish/write-edition.ts";
import {plannedFiles} from "../../pipeline/report/report.ts";
import {type RunResult, run} from "../../pipeline/run.ts";
import {runReport} from "../../pipeline/terminal.ts";
import {readPages} from "../../pipeline/verify/pages.ts";
import {readTables} from "../../pipeline/verify/tables.ts";
import {fjordlandToday, scratchFolder} from "../support/fjordland.ts";
import {filesUnder, textsIn, textsUnder} from "../support/outputs.ts";
import {variantProject, variants} from "../support/variants.ts";

const scratch = scratchFolder();
afterAll(scratch.remove);

interface Ran {
  readonly n: number;
  readonly data: string;
  readonly out: string;
  readonly warehouse: string;
  readonly result: RunResult;
  readonly files: ReadonlyMap<string, Buffer>;
}

/** As in `files`, made with one run id for all: in a PDF the letters of the id are packed among all the others. */
async function pdfsOf({files}: Ran): Promise<Map<string, Uint8Array>> {
  const pdfs = new Map<string, Uint8Array>();
  for (const name of editionNames) {
    const own = [...files].flatMap(([path, bytes]) =>
      path.startsWith(`2025/${name}/`) ? [{path: path.slice(`2025/${name}/`.length), bytes}] : [],
    );
    const tables = readTables(own);
    if (tables === null) throw new Error(`no tables: ${name}`);
    const facts = readPages(own).flatMap(({facts}) => (facts === null ? [] : [{...facts, runId: "2025-........"}]));
    for (const {path, write} of await plannedFiles(tables, facts)) {
      if (path.endsWith(".pdf")) pdfs.set(`2025/${name}/${path}`, await write());
    }
  }
  return pdfs;
}

const runs: Ran[] = [];
beforeAll(async () => {
  for (const n of variants) {
    const data = variantProject(scratch.folder, n);
    const [out, warehouse] = [join(data, "out"), join(data, "avvik.duckdb")];
    const result = await run(projectIn(data, {out, warehouse, today: fjordlandToday}));
    const files = new Map(filesUnder(out).map((path) => [path, readFileSync(join(out, path))]));
    runs.push({n, data, out, warehouse, result, files});
  }
}, 240_000);

const runIdOf = ({files}: Ran): string =>
  (JSON.parse(strFromU8(files.get("2025/open/manifest.json") ?? new Uint8Array())) as {runId: string}).runId;

const shownBy = ({files}: Ran): string =>
  [...files]
    .flatMap(([path, bytes]) => (path.endsWith(".csv") ? [`${path}\n${bytes.toString("utf8")}`] : []))
    .join("\n");

/** Two runs that show the same and differ in the number that nobody may see. */
function twins(): [Ran, Ran][] {
  return runs.flatMap((one, index) =>
    runs.slice(index + 1).flatMap((other): [Ran, Ran][] => (shownBy(one) === shownBy(other) ? [[one, other]] : [])),
  );
}

/** The parts of a file, with the run id, which is the fingerprint of the deliveries, made equal. */
function partsOf(run: Ran, path: string, pdfs: ReadonlyMap<string, Uint8Array>): [string, string][] {
  const bytes = run.files.get(path) ?? Buffer.of();
  const plain = (content: Uint8Array): string =>
    Buffer.from(content).toString("latin1").replaceAll(runIdOf(run), "2025-........");
  if (path.endsWith(".pdf")) return [[path, plain(pdfs.get(path) ?? Buffer.of())]];
  if (!/\.(docx|xlsx|pptx)$/.test(path)) return [[path, plain(bytes)]];
  return Object.entries(unzipSync(bytes)).map(([part, content]) => [`${path}/${part}`, plain(content)]);
}

/** Fingerprints of deliveries, and of what holds the run id. */
function withoutFingerprints(text: string): unknown {
  const manifest = JSON.parse(text) as {inputs: unknown[]; outputs: {file: string}[]};
  return {...manifest, inputs: manifest.inputs.length, outputs: manifest.outputs.map(({file}) => file)};
}

describe("four runs that differ in a hidden number, 1, 2, 3 and 4", () => {
  it("differ in what came in, and each number is too small to show", () => {
    const texts = runs.map(({data}) => readFileSync(join(data, "deliveries", "SYNTETISK_bygdenett_2025.csv"), "utf8"));
    expect(new Set(texts).size).toBe(4);
    for (const {result} of runs) expect(result.disclosure.map(({threshold}) => threshold)).toEqual([5, 5]);
  });

  it("give at least two that show the same", () => {
    expect(twins().length).toBeGreaterThan(0);
  });

  it("[26] [27] [28] [29] [30] [31] [32] [33] [35] then have every byte equal but the fingerprint of the deliveries: pages, islands, Arrow with its padding, CSV, documents with every part, pictures and the order of all", async () => {
    const pdfs = new Map<Ran, ReadonlyMap<string, Uint8Array>>();
    for (const ran of new Set(twins().flat())) pdfs.set(ran, await pdfsOf(ran));
    for (const [one, other] of twins()) {
      const [ownPdfs, samePdfs] = [pdfs.get(one) ?? new Map(), pdfs.get(other) ?? new Map()];
      expect([...one.files.keys()]).toEqual([...other.files.keys()]);
      expect([...ownPdfs.keys()].sort()).toEqual([...one.files.keys()].filter((path) => path.endsWith(".pdf")).sort());
      for (const path of one.files.keys()) {
        const [own, same] = [partsOf(one, path, ownPdfs), partsOf(other, path, samePdfs)];
        expect(own.map(([part]) => part)).toEqual(same.map(([part]) => part));
        if (path.endsWith("manifest.json")) {
          expect(withoutFingerprints(own[0]?.[1] ?? "")).toEqual(withoutFingerprints(same[0]?.[1] ?? ""));
          continue;
        }
        const different = own.filter(([, content], index) => content !== same[index]?.[1]).map(([part]) => part);
        expect(different, `${one.n} and ${other.n}`).toEqual([]);
      }
    }
  });

  it("[36] then print the same", () => {
    const printed = ({result, data, out}: Ran): string =>
      runReport({...result, files: [], folder: ""})
        .replaceAll(data, "")
        .replaceAll(out, "");
    for (const [one, other] of twins()) expect(printed(one)).toBe(printed(other));
  });

  it("[25] have one program in all pages of both editions, so that no name in it tells of the other edition", () => {
    const programs = runs.flatMap(({out}) => textsUnder(out).filter(({part}) => part.endsWith("(program)")));
    expect(programs.length).toBe(4 * 5);
    const bodies = programs.map(({text}) => text.replace(/content="[^"]*"/, ""));
    expect(new Set(bodies).size).toBe(1);
  });
});

/** Numbers that stand nowhere else, so that each can be looked for in every byte. */
const canary = (index: number): number => 70_000_019 + index * 101;

async function editionsOf(database: Database, {data, out, warehouse}: Ran): Promise<readonly EditionFolder[]> {
  const {editions} = await makeEditions(database, projectIn(data, {out, warehouse, today: fjordlandToday}), () => {});
  return editions;
}

/** Puts a canary into every measure of every row that some edition does not show, behind the gate. */
async function plant(database: Database): Promise<void> {
  for (const [index, name] of tableNames.entries()) {
    const {key, columns} = tables[name] as {key: readonly string[]; columns: Readonly<Record<string, Column>>};
    const measures = Object.entries(columns).filter(([, {measure, type}]) => measure && type !== "VARCHAR");
    if (measures.length === 0) continue;
    const sets = measures.map(([column], place) => `"${column}" = ${canary(index * 10 + place)}`);
    for (const [column, {type}] of measures)
      if (type === "SMALLINT") await database.run(`alter table measured.${name} alter "${column}" type INTEGER`);
    const same = key.map((column) => `d."${column}" = m."${column}"`).join(" and ");
    await database.run(
      `update measured.${name} as m set ${sets.join(", ")} where exists (select 1 from disclosed.${name} as d where ${same} and d.status <> 'published')`,
    );
  }
}

describe("numbers planted behind the gate", () => {
  let after: readonly EditionFolder[];
  let alone: readonly EditionFolder[];
  let planted = 0;
  beforeAll(async () => {
    const [ran] = runs;
    if (ran === undefined) throw new Error("no run");
    const database = await openDatabase(ran.warehouse);
    await plant(database);
    const found = await database.runAndReadAll(
      `select count(*)::integer from measured.melding_per_kategori where n > 70000000`,
    );
    planted = Number(found.getRows()[0]?.[0]);
    after = await editionsOf(database, ran);
    for (const name of tableNames) await database.run(`delete from disclosed.${name} where utgaave = 'moete'`);
    alone = await editionsOf(database, ran);
    await closeDatabase(database);
  }, 120_000);

  const filesOf = (editions: readonly EditionFolder[]): [string, Buffer][] =>
    editions.flatMap(({name, files}) =>
      files.map(({path, bytes}): [string, Buffer] => [`${name}/${path}`, Buffer.from(bytes)]),
    );
  /** What the run wrote before anything was planted, by edition and path. */
  const written = (): Map<string, Buffer> =>
    new Map(
      [...(runs[0]?.files ?? [])].flatMap(([path, bytes]) =>
        /^2025\/(?:open|moete)\/(?!manifest)/.test(path) ? [[path.slice("2025/".length), bytes]] : [],
      ),
    );

  it("are many, and are in the warehouse", () => {
    expect(planted).toBeGreaterThan(50);
  });

  it("[26] are in no byte of any file, as a number, a text or a coordinate: nothing reads behind what is disclosed", () => {
    const [own, same] = [written(), new Map(filesOf(after))];
    expect([...own.keys()].sort()).toEqual([...same.keys()].sort());
    expect(
      [...own].flatMap(([path, content]) => (content.equals(same.get(path) ?? Buffer.of()) ? [] : [path])),
    ).toEqual([]);
    const texts = [...same].flatMap(([path, content]) => textsIn(path, content));
    const numbers = tableNames.flatMap((_, index) => [0, 1, 2, 3].map((place) => String(canary(index * 10 + place))));
    expect(texts.filter(({text}) => numbers.some((number) => text.includes(number))).map(({part}) => part)).toEqual([]);
  });

  it("[24] nor does the open edition read what the committees may see: it is the same when that is gone", () => {
    const open = filesOf(alone).filter(([path]) => path.startsWith("open/"));
    expect(open.length).toBeGreaterThan(20);
    const own = written();
    expect(open.flatMap(([path, content]) => (content.equals(own.get(path) ?? Buffer.of()) ? [] : [path]))).toEqual([]);
  });

  it("would have been found: the search finds a number that is shown", () => {
    const shown = after.flatMap(({name, files}) => files.flatMap(({path, bytes}) => textsIn(`${name}/${path}`, bytes)));
    expect(shown.filter(({text}) => /\b8450\b/.test(text)).length).toBeGreaterThan(3);
    expect(after.map(({name}) => name)).toEqual([...editionNames]);
  });
});
