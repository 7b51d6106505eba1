import {execFileSync} from "node:child_process";
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, inject, it} from "vitest";
import {decodeTable} from "../../pipeline/contract/arrow.ts";
import type {PageFacts} from "../../pipeline/contract/edition.ts";
import {type Table, type TableName, type Tables, tableNames, tables} from "../../pipeline/contract/tables.ts";
import {openExisting} from "../../pipeline/duckdb/open.ts";
import {readRows} from "../../pipeline/duckdb/rows.ts";
import {root} from "../../pipeline/project.ts";
import {countyReport} from "../../pipeline/report/county-report.ts";
import {databok} from "../../pipeline/report/databok.ts";
import {viewOf} from "../../pipeline/report/view.ts";
import {type CsvRow, filesUnder, numberIn, readCsv, readPage} from "../support/outputs.ts";

const county = inject("county");
const year = join(county.out, "2025");
const editions = [
  ["moete", 3, "moete/ssu/index.html"],
  ["open", 5, "open/index.html"],
] as const;

const csvOf = (edition: string, name: TableName): CsvRow[] => readCsv(join(year, edition, "tabellar", `${name}.csv`));
const at = (row: CsvRow, column: string): number => numberIn(row[column] ?? "");
const placeOf = ({aar, omraade, kommune, retning, maal, kategori}: CsvRow): string =>
  [aar, omraade ?? kommune, kategori, retning, maal].filter(Boolean).join(" ");

/** Chance of at most `n` when `mean` is to be expected: the sum itself. */
function poissonAtMost(n: number, mean: number): number {
  let term = Math.exp(-mean);
  let sum = term;
  for (let k = 1; k <= n; k += 1) {
    term *= mean / k;
    sum += term;
  }
  return sum;
}

/** The count whose exact 95 % interval ends nearest to `upper`, looked for among the small ones. */
function countBehind(upper: number): number {
  const miss = (n: number): number => Math.abs(poissonAtMost(n, upper) - 0.025);
  return Array.from({length: 9}, (_, n) => n).reduce((best, n) => (miss(n) < miss(best) ? n : best), 0);
}

/** Part and whole behind a Wilson interval (z = 1.96): two limits give two unknowns. */
function shareBehind(lower: number, upper: number): {part: number; whole: number} {
  const z2 = 1.959963984540054 ** 2;
  // With c = z²/N: lower · upper = p² / (1 + c) and lower + upper = (2p + c) / (1 + c).
  let [low, high] = [1e-9, 1e9];
  for (let step = 0; step < 200; step += 1) {
    const c = Math.sqrt(low * high);
    const p = Math.sqrt(lower * upper * (1 + c));
    if ((2 * p + c) / (1 + c) < lower + upper) low = c;
    else high = c;
  }
  const whole = z2 / low;
  return {part: Math.sqrt(lower * upper * (1 + low)) * whole, whole};
}

describe.each(editions)("a reader of %s who turns derived numbers round", (edition, threshold) => {
  const isSmall = (n: number): boolean => Math.round(n) > 0 && Math.round(n) < threshold;

  it("[34] finds no small count behind a rate and a population, nor behind the limits of a rate", () => {
    const shown = csvOf(edition, "melding_per_kommune").filter(
      ({rate, folketal}) => /^\d/.test(rate ?? "") && /^\d/.test(folketal ?? ""),
    );
    expect(shown.length).toBeGreaterThan(20);
    for (const row of shown) {
      const people = at(row, "folketal") / 1000;
      expect(isSmall(at(row, "rate") * people), placeOf(row)).toBe(false);
      const upper = at(row, "oevre") * people;
      if (upper < 16) expect(isSmall(countBehind(upper)), placeOf(row)).toBe(false);
    }
  });

  it("[34] finds none behind the limits of a count", () => {
    const shown = csvOf(edition, "melding_per_kategori").filter(({oevre}) => /^\d/.test(oevre ?? ""));
    for (const row of shown.filter((one) => at(one, "oevre") < 16))
      expect(isSmall(countBehind(at(row, "oevre"))), placeOf(row)).toBe(false);
    expect(shown.length).toBeGreaterThan(50);
  });

  it("[34] finds no small part, rest or whole behind a share and its limits", () => {
    const shown = csvOf(edition, "andel_per_omraade").filter(({andel}) => /^\d/.test(andel ?? ""));
    expect(shown.length).toBeGreaterThan(5);
    for (const row of shown) {
      const whole = at(row, "nemnar");
      for (const n of [at(row, "andel") * whole, whole - at(row, "andel") * whole, whole])
        expect(isSmall(n), placeOf(row)).toBe(false);
      const [lower, upper] = [at(row, "nedre"), at(row, "oevre")];
      if (lower === 0 || upper === 1) continue;
      const behind = shareBehind(lower, upper);
      for (const n of [behind.part, behind.whole - behind.part]) expect(isSmall(n), placeOf(row)).toBe(false);
    }
  });

  it("[34] finds no median of fewer than the threshold, and no measure beside the sign of a hidden one", () => {
    for (const row of csvOf(edition, "median_per_omraade").filter(({median}) => /^\d/.test(median ?? "")))
      expect(at(row, "n"), placeOf(row)).toBeGreaterThanOrEqual(threshold);
    for (const name of tableNames.filter((each) => "status" in tables[each].columns)) {
      for (const row of csvOf(edition, name).filter(({status}) => status === "hidden")) {
        const beside = Object.entries((tables[name] as Table).columns)
          .filter(([, {measure}]) => measure)
          .map(([column]) => row[column]);
        expect(new Set(beside), `${name} ${placeOf(row)}`).toEqual(new Set([":"]));
      }
    }
  });

  it("[34] meets no point of a series in which more than half are too small", async () => {
    const database = await openExisting(county.warehouse);
    const weak = await readRows<{omraade: string; kategori: string}>(
      database,
      `select omraade, kategori from measured.melding_per_kvartal where kategori <> 'alle' and retning = 'alle'
       group by omraade, kategori having count(*) filter (n < ${threshold}) * 2 > count(*) and max(n) > 0`,
    );
    database.closeSync();
    expect(weak.length).toBeGreaterThan(5);
    const points = csvOf(edition, "melding_per_kvartal").filter(
      ({status, retning}) => status === "published" && retning === "alle",
    );
    expect(
      points
        .filter((point) => weak.some(({omraade, kategori}) => point.omraade === omraade && point.kategori === kategori))
        .map(placeOf),
    ).toEqual([]);
  });
});

describe("the reader's arithmetic itself", () => {
  it("finds the counts behind limits that are known", () => {
    // Exact limits of 1, 2, 3 and 4 (Garwood 1936): 5.572, 7.225, 8.767, 10.242.
    expect([3.689, 5.572, 7.225, 8.767, 10.242].map(countBehind)).toEqual([0, 1, 2, 3, 4]);
  });

  it("finds part and whole behind a Wilson interval that is known", () => {
    // 81 of 263 (Newcombe 1998, table I): 0.2553 to 0.3662.
    const {part, whole} = shareBehind(0.25529, 0.36622);
    expect([Math.round(part), Math.round(whole)]).toEqual([81, 263]);
  });
});

/** The tables of a page, with a number behind the sign of every hidden cell. */
function leaking(path: string, n: number | null): {facts: PageFacts; all: Tables} {
  const {facts, tables: islands} = readPage(readFileSync(join(year, path), "utf8"));
  const read = tableNames.map((name) => {
    const measures = Object.entries((tables[name] as Table).columns).filter(
      ([, {measure, type}]) => measure && type !== "VARCHAR",
    );
    const behind = Object.fromEntries(measures.map(([column]) => [column, n]));
    const rows = decodeTable(name, islands.get(name) ?? new Uint8Array());
    return [name, rows.map((row) => ("status" in row && row.status === "hidden" ? {...row, ...behind} : row))];
  });
  return {facts: facts as unknown as PageFacts, all: Object.fromEntries(read) as unknown as Tables};
}

describe.each(editions)("the report and the data book of %s", (_edition, _threshold, path) => {
  it("[28] [29] [31] [32] [35] say, draw and sort the same whatever number might stand behind the sign of a hidden cell", () => {
    const made = (n: number | null): string => {
      const {facts, all} = leaking(path, n);
      return JSON.stringify([countyReport(all, facts), databok(viewOf(all, facts))]);
    };
    const none = made(null);
    expect(none.length).toBeGreaterThan(100_000);
    for (const n of [1, 2, 3, 4]) expect(made(n) === none, `with ${n} behind the sign`).toBe(true);
  });
});

describe("what lies beside the editions", () => {
  it("[33] has PDFs with no file, script or form inside them", () => {
    const paths = filesUnder(county.out).filter((path) => path.endsWith(".pdf"));
    expect(paths.length).toBeGreaterThan(1);
    for (const path of paths) {
      const text = readFileSync(join(county.out, path), "latin1");
      expect(text, path).not.toMatch(/\/(?:EmbeddedFiles?|Filespec|JavaScript|JS|AcroForm|Launch|Annot\/Popup)\b/);
    }
  });

  it("[36] holds no output, delivery, warehouse or snapshot in what is kept of the source", () => {
    const kept = execFileSync("git", ["ls-files"], {cwd: root, encoding: "utf8"}).split("\n");
    const outputs = kept.filter((path) =>
      /(^|\/)(out|__snapshots__|warehouse)\/|^data\/(deliveries|warehouse|decisions)\/|\.(snap|duckdb|log)$/.test(path),
    );
    expect(
      outputs.filter((path) => !path.startsWith("tests/golden/fjordland/") && !path.endsWith("/.gitkeep")),
    ).toEqual([]);
    expect(readFileSync(join(root, ".ci", "run"), "utf8")).not.toMatch(/artifact|upload/i);
  });
});
