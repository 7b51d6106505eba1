import {join} from "node:path";
import {beforeAll, describe, expect, inject, it} from "vitest";
import type {EditionName} from "../../pipeline/contract/edition.ts";
import {tableNames, tables} from "../../pipeline/contract/tables.ts";
import {readDisclosed} from "../../pipeline/duckdb/disclosed.ts";
import {type Database, openExisting} from "../../pipeline/duckdb/open.ts";
import {readRows} from "../../pipeline/duckdb/rows.ts";
import {discloseFjordland} from "../support/fjordland.ts";
import {type CsvRow, readCsv} from "../support/outputs.ts";
import {attack, cellsOf, contradictions, type Published, type Secret, together} from "../support/published-reader.ts";

const MOST_TARGETS = 150;

interface Case {
  readonly published: Readonly<Record<"moete" | "open", Published>>;
  /** What the hidden numbers really are. */
  readonly truth: ReturnType<typeof cellsOf>;
  readonly thresholds: Readonly<Record<string, number>>;
}

async function caseOf(
  database: Database,
  read: (edition: EditionName) => Promise<Published> | Published,
): Promise<Case> {
  const published = {moete: await read("moete"), open: await read("open")};
  const measured: Record<string, readonly CsvRow[]> = {...published.moete};
  for (const name of tableNames.filter((each) => "status" in tables[each].columns)) {
    const status = "case when tilstand = 'ikkje_aktuell' then 'not_applicable' else 'published' end as status";
    measured[name] = textRows(await readRows<object>(database, `select *, ${status} from measured.${name}`));
  }
  const thresholds = await readRows<{utgaave: string; terskel: number}>(
    database,
    "select utgaave, terskel from register.terskel",
  );
  database.closeSync();
  const byEdition = Object.fromEntries(thresholds.map(({utgaave, terskel}) => [utgaave, terskel]));
  return {published, truth: cellsOf(measured), thresholds: byEdition};
}

function textRows(rows: readonly object[]): CsvRow[] {
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([column, value]) => [column, String(value ?? "")])),
  );
}

/** The county from the files a reader has; Fjordland from the rows that its files would be made from. */
async function countyCase(): Promise<Case> {
  const {out, warehouse} = inject("county");
  return caseOf(await openExisting(warehouse), (edition) => {
    const folder = join(out, "2025", edition);
    return Object.fromEntries(tableNames.map((name) => [name, readCsv(join(folder, "tabellar", `${name}.csv`))]));
  });
}

async function fjordlandCase(): Promise<Case> {
  const {database} = await discloseFjordland();
  return caseOf(database, async (edition) => {
    const disclosed = await readDisclosed(database, edition);
    return Object.fromEntries(tableNames.map((name) => [name, textRows(disclosed[name])]));
  });
}

/** The hidden numbers that are small, or a sample of them that is the same each time. */
function targetsIn({truth}: Case, cells: ReturnType<typeof cellsOf>, threshold: number): string[] {
  const small = [...cells.values()].flatMap(({name, value}) => {
    const real = truth.get(name)?.value ?? 0;
    return value === null && real > 0 && real < threshold ? [name] : [];
  });
  const step = Math.max(1, small.length / MOST_TARGETS);
  return small.sort().filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}

/** What one who knows these numbers from before sees: they are no secret to him. */
function knowing(all: Case, cells: ReturnType<typeof cellsOf>, isKnown: (name: string) => boolean): typeof cells {
  return new Map(
    [...cells].map(([name, cell]) => [
      name,
      isKnown(name) ? {...cell, value: cell.value ?? all.truth.get(name)?.value ?? null} : cell,
    ]),
  );
}

const few = (names: readonly string[], most: number): string[] =>
  names.filter((_, index) => index % Math.ceil(names.length / most) === 0);

function narrow(secrets: readonly Secret[], threshold: number): string[] {
  return secrets
    .filter(({lower, upper}) => upper - lower < threshold - 1e-6)
    .map(({name, lower, upper}) => `${name}: ${lower}–${upper}`);
}

function wrong(secrets: readonly Secret[], {truth}: Case): string[] {
  return secrets
    .filter(({name, lower, upper}) => {
      const real = truth.get(name)?.value ?? Number.NaN;
      return !(real >= lower - 1e-6 && real <= upper + 1e-6);
    })
    .map(({name, lower, upper}) => `${name}: ${lower}–${upper}, but it is ${truth.get(name)?.value}`);
}

const cases = [
  ["the synthetic county", countyCase],
  ["Fjordland", fjordlandCase],
] as const;

describe.each(cases)("whoever reads the tables of %s", (_name, load) => {
  let all: Case;
  beforeAll(async () => {
    all = await load();
  });

  it.each(["moete", "open"] as const)("finds no sum that does not come out (%s)", (edition) => {
    expect(contradictions(cellsOf(all.published[edition]), all.published[edition])).toEqual([]);
  });

  it.each(["moete", "open"] as const)(
    "[2] [3] [19] cannot place a small hidden number more closely than the threshold (%s)",
    async (edition) => {
      const threshold = all.thresholds[edition] ?? 0;
      const cells = cellsOf(all.published[edition]);
      const targets = targetsIn(all, cells, threshold);
      expect(targets.length).toBeGreaterThan(100);
      const secrets = await attack(cells, all.published[edition], targets);
      expect({wrong: wrong(secrets, all), narrow: narrow(secrets, threshold)}).toEqual({wrong: [], narrow: []});
    },
  );

  it.each(["moete", "open"] as const)(
    "[5] cannot either with the numbers that a municipality or the trust knows of itself (%s)",
    async (edition) => {
      const threshold = all.thresholds[edition] ?? 0;
      const published = cellsOf(all.published[edition]);
      const kommunar = [...new Set([...published.keys()].flatMap((name) => /område (\d{4});/.exec(name)?.[1] ?? []))];
      // Asked about what is surely not their own: the trust about what it was sent, a municipality about the others.
      const units = [
        {
          isKnown: (name: string) => name.includes("; retn H2K;"),
          isOther: (name: string) => name.includes("retn K2H;"),
        },
        ...few(kommunar, 8).map((kommune) => ({
          isKnown: (name: string) => name.includes(`; område ${kommune};`),
          isOther: (name: string) => /område \d{4};/.test(name),
        })),
      ];
      for (const {isKnown, isOther} of units) {
        const cells = knowing(all, published, isKnown);
        const targets = few(targetsIn(all, cells, threshold).filter(isOther), 12);
        const secrets = await attack(cells, all.published[edition], targets);
        expect({wrong: wrong(secrets, all), narrow: narrow(secrets, threshold)}).toEqual({wrong: [], narrow: []});
      }
    },
  );

  it.each(["moete", "open"] as const)("[6] cannot as the one behind a number that is 1 (%s)", async (edition) => {
    const threshold = all.thresholds[edition] ?? 0;
    const published = cellsOf(all.published[edition]);
    const single = targetsIn(all, published, threshold).filter((name) => all.truth.get(name)?.value === 1);
    expect(single.length).toBeGreaterThan(10);
    for (const own of few(single, 12)) {
      const cells = knowing(all, published, (name) => name === own);
      // What is 1 elsewhere may be the same report, and is no secret to the one who sent it.
      const others = targetsIn(all, cells, threshold).filter((name) => all.truth.get(name)?.value !== 1);
      const secrets = await attack(cells, all.published[edition], few(others, 12));
      expect({wrong: wrong(secrets, all), narrow: narrow(secrets, threshold)}).toEqual({wrong: [], narrow: []});
    }
  });

  it("[21] finds no group of municipalities but LSU and county, and none of a single municipality", () => {
    const areas = all.published.open.omraade ?? [];
    expect(new Set(areas.map(({type}) => type))).toEqual(new Set(["fylke", "lsu", "kommune"]));
    for (const {aar, id} of areas.filter(({type}) => type === "lsu"))
      expect(areas.filter((area) => area.aar === aar && area.lsu === id).length, id).toBeGreaterThan(1);
  });

  it("[23] cannot with both editions either, for what is small in the meeting edition", async () => {
    const threshold = all.thresholds.moete ?? 0;
    const cells = together(cellsOf(all.published.moete), cellsOf(all.published.open));
    const secrets = await attack(cells, all.published.moete, targetsIn(all, cells, threshold));
    expect({wrong: wrong(secrets, all), narrow: narrow(secrets, threshold)}).toEqual({wrong: [], narrow: []});
  });
});

describe("the attack itself", () => {
  it("finds a number that follows from one sum", async () => {
    const row = (omraade: string, n: string): CsvRow => ({
      aar: "2025",
      omraade,
      kategori: "alle",
      retning: "alle",
      n,
      status: n === ":" ? "hidden" : "published",
    });
    const area = (id: string, type: string): CsvRow => ({aar: "2025", id, type, lsu: ""});
    const tables = {
      melding_per_kategori: [row("fylke", "12"), row("lsu-a", "10"), row("lsu-b", ":")],
      omraade: [area("fylke", "fylke"), area("lsu-a", "lsu"), area("lsu-b", "lsu")],
    };
    const cells = cellsOf(tables);
    const [hidden = ""] = [...cells.values()].flatMap(({name, value}) => (value === null ? [name] : []));
    expect(await attack(cells, tables, [hidden])).toEqual([{name: hidden, lower: 2, upper: 2}]);
  });
});
