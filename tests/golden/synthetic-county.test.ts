import {readFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, inject, it} from "vitest";
import {type Table, type TableName, tableNames, tables} from "../../pipeline/contract/tables.ts";
import {type Database, openExisting} from "../../pipeline/duckdb/open.ts";
import {readRows} from "../../pipeline/duckdb/rows.ts";
import {root} from "../../pipeline/project.ts";
import {avvik} from "../support/command-line.ts";
import {filesUnder} from "../support/outputs.ts";

const synthetic = join(root, "data", "synthetic");
const fasit = JSON.parse(readFileSync(join(synthetic, "fasit.json"), "utf8")) as Fasit;
const truths = JSON.parse(readFileSync(join(synthetic, "truths.json"), "utf8")) as Truths;
const county = inject("county");
const years = fasit.aar.map(({aar}) => aar);

let database: Database;
const rowsOf = <R>(sql: string): Promise<R[]> => readRows<R>(database, sql);

beforeAll(async () => {
  database = await openExisting(county.warehouse);
});
afterAll(() => database.closeSync());

describe("every file", () => {
  it("has the account that was planned", async () => {
    const found = await rowsOf(
      "select fil as file, avsendar, received as rows, accepted, quarantined, duplicates, skipped from normalised.rekneskap_per_levering",
    );
    const planned = fasit.filer.map(({file, avsendar, rows, accepted, quarantined, duplicates, skipped}) => {
      return {file, avsendar, rows, accepted, quarantined, duplicates, skipped};
    });
    expect(sorted(found)).toEqual(sorted(planned));
  });

  it("has the planned rows in quarantine, by row, column and reason, and no others", async () => {
    const deliveries = filesUnder(county.deliveries).map((file) => join(county.deliveries, file));
    const {code, stdout} = await avvik(["ingest", ...deliveries, "--json"]);
    const {files} = JSON.parse(stdout) as {
      files: {file: string; reasons: {row: number; column: string | null; kind: string}[]}[];
    };
    const leftOut = ["blank_rows", "footer_row", "repeated_header", "duplicate_id"];
    const found = files
      .flatMap(({file, reasons}) => reasons.map((reason) => ({file, ...reason})))
      .filter(({column, kind}) => column !== null || !leftOut.includes(kind));
    const planned = fasit.filer.flatMap(({file, aside}) =>
      aside.filter(({outcome}) => outcome === "quarantined").map(({row, column, kind}) => ({file, row, column, kind})),
    );
    expect(sorted(found)).toEqual(sorted(planned));
    expect(code).toBe(2);
  });

  it("has the planned rows skipped", async () => {
    const found = await rowsOf(
      `select levering.fil as file, rad as row, grunn as kind from deidentified.til_side
         join deidentified.levering using (levering) where utfall = 'skipped'
       union all
       select levering.fil, rad, 'out_of_scope' from normalised.rad_utfall
         join deidentified.levering using (levering) where utfall = 'skipped'`,
    );
    const planned = fasit.filer.flatMap(({file, aside}) =>
      aside.filter(({outcome}) => outcome === "skipped").map(({row, kind}) => ({file, row, kind})),
    );
    expect(sorted(found)).toEqual(sorted(planned));
  });

  it("has its proposals for improvement taken in, but not counted", async () => {
    const found = await rowsOf(
      "select aar, count(*)::integer as n from linked.melding where type = 'forbetringsforslag' group by aar order by aar",
    );
    expect(found).toEqual(fasit.aar.map(({aar, forbetringsforslag}) => ({aar, n: forbetringsforslag})));
    const counted = await rowsOf<{n: number}>("select sum(n)::integer as n from measured.kube");
    expect(counted).toEqual([{n: sum(fasit.aar.map(({meldingar}) => meldingar))}]);
  });
});

describe("every year", () => {
  it("has the planned reports, directions, pairs and events", async () => {
    const found = await rowsOf(
      `select melding.aar, count(*)::integer as meldingar, count(*) filter (retning = 'K2H')::integer as K2H,
         count(*) filter (retning = 'H2K')::integer as H2K, count(distinct hending)::integer as hendingar
       from linked.melding where type = 'avvik' group by melding.aar order by melding.aar`,
    );
    expect(found).toEqual(
      fasit.aar.map(({aar, meldingar, K2H, H2K, hendingar}) => ({aar, meldingar, K2H, H2K, hendingar})),
    );
    const pairs = await rowsOf(
      "select aar, teljar as par from measured.andel_per_omraade where omraade = 'fylke' and maal = 'meldt_av_begge' order by aar",
    );
    expect(pairs).toEqual(fasit.aar.map(({aar, par}) => ({aar, par})));
  });

  it("has the planted pairs linked, and no others", async () => {
    const found = await rowsOf<{a: string; b: string}>(
      `select a.avsendar || ' ' || a.saksnr as a, b.avsendar || ' ' || b.saksnr as b from linked.par
         join normalised.melding as a on a.melding = par.ein join normalised.melding as b on b.melding = par.annan`,
    );
    const names = (pair: Pair): string[] => pair.saker.map(({avsendar, saksnr}) => `${avsendar} ${saksnr}`).sort();
    expect(sorted(found.map(({a, b}) => [a, b].sort()))).toEqual(sorted(fasit.par.map(names)));
    expect(fasit.ikkjePar.length).toBeGreaterThan(0);
  });

  it("has the planned answers, and those in time", async () => {
    const found = await rowsOf(
      `select aar, retning, count(*) filter (svar_foert)::integer as "svarFoert", count(svart)::integer as svart,
         count(*) filter (svart - coalesce(sendt, registrert) <= 28)::integer as "innanFrist"
       from linked.melding where type = 'avvik' group by aar, retning`,
    );
    expect(sorted(found)).toEqual(sorted(fasit.svar));
    const cube = await rowsOf(
      "select aar, retning, sum(svart)::integer as svart from measured.kube group by aar, retning",
    );
    expect(sorted(cube)).toEqual(sorted(fasit.svar.map(({aar, retning, svart}) => ({aar, retning, svart}))));
  });
});

describe("every count", () => {
  it("of LSU, category and direction is the planned one, zeros too", async () => {
    const planned = tally(fasit.kategori, ({aar, lsu, kategori, retning}) => [
      aar,
      ["fylke", lsu],
      ["alle", kategori],
      ["alle", retning],
    ]);
    const found = await rowsOf<Record<string, string | number>>(
      "select aar, omraade, kategori, retning, n from measured.melding_per_kategori",
    );
    expect(found).toHaveLength(years.length * 5 * 13 * 3);
    const wrong = found.filter(
      ({aar, omraade, kategori, retning, n}) => (planned.get(`${aar} ${omraade} ${kategori} ${retning}`) ?? 0) !== n,
    );
    expect(wrong).toEqual([]);
    expect(sum(found.map(({n}) => Number(n)))).toBe(sum([...planned.values()]));
  });

  it("of municipality and direction is the planned one, zeros too", async () => {
    const planned = tally(fasit.kommune, ({aar, kommune, retning}) => [aar, [kommune], ["alle", retning]]);
    const found = await rowsOf<Record<string, string | number>>(
      "select aar, kommune, retning, n from measured.melding_per_kommune",
    );
    const wrong = found.filter(
      ({aar, kommune, retning, n}) => (planned.get(`${aar} ${kommune} ${retning}`) ?? 0) !== n,
    );
    expect(wrong).toEqual([]);
    expect(sum(found.map(({n}) => Number(n)))).toBe(sum([...planned.values()]));
  });

  it("has no row for a municipality in a year it did not exist", async () => {
    const found = await rowsOf(
      "select distinct aar, kommune from measured.melding_per_kommune where kommune in ('1507', '1508', '1580') order by aar, kommune",
    );
    expect(found).toEqual([
      {aar: 2023, kommune: "1507"},
      {aar: 2024, kommune: "1508"},
      {aar: 2024, kommune: "1580"},
      {aar: 2025, kommune: "1508"},
      {aar: 2025, kommune: "1580"},
    ]);
  });

  it("says of every party whether it delivered, is missing or has confirmed zero", async () => {
    const found = await rowsOf("select aar, part, kanal, levering from measured.levering_per_part");
    expect(sorted(found)).toEqual(sorted(fasit.levering));
  });

  it("has reports without a category as UKJ, and the first of several categories", async () => {
    const unknown = await rowsOf(
      "select sum(n)::integer as n from measured.melding_per_kategori where omraade = 'fylke' and kategori = 'UKJ' and retning = 'alle'",
    );
    expect(unknown).toEqual([{n: fasit.utanKategori}]);
    const several = await rowsOf(
      "select count(*)::integer as n from linked.melding where type = 'avvik' and contains(kategori_original, '|')",
    );
    expect(several).toEqual([{n: fasit.fleireKategoriar}]);
  });
});

describe("what is planted", () => {
  const stopped = new Set(["EPI", "LEG", "MLD"]);
  const verdicts: Readonly<Record<string, string>> = {auke: "auke", nedgang: "nedgang", stabil: "uviss"};
  const planted = truths.sanningar.celler.filter(({kategori}) => !stopped.has(kategori));

  it.each(planted)("$tekst", async ({lsu, kategori, venta, tal}) => {
    const [row] = await rowsOf<{n_foer: number; n_no: number; dom: string; tilstand: string}>(
      `select n_foer, n_no, dom, tilstand from measured.endring_per_kategori where aar = 2025 and omraade = '${lsu}' and kategori = '${kategori}'`,
    );
    const total = (aar: number): number => sum(Object.values(tal[aar] ?? {}));
    expect(row).toMatchObject({n_foer: total(2024), n_no: total(2025), tilstand: "kjend"});
    // Two years of fewer than ten reports together say nothing about change; a still series may be one of them.
    if (venta === "stabil") expect(["uviss", "for_faa"]).toContain(row?.dom);
    else expect(row?.dom).toBe(verdicts[venta]);
  });

  it("is not compared across a break", async () => {
    const rows = await rowsOf<{kategori: string; grunn: string | null}>(
      "select distinct kategori, grunn from measured.endring_per_kategori where aar = 2025 and omraade = 'fylke' and grunn is not null order by kategori",
    );
    expect(rows).toEqual([...stopped].sort().map((kategori) => ({kategori, grunn: "brot"})));
  });

  it("shows the late sender by its median, and the others as they are", async () => {
    const found = await rowsOf<{aar: number; id: string; n: number; median: number}>(
      `select aar, avsendar as id, count(*)::integer as n, median(registrert - hendingsdato)::double as median
       from linked.melding where type = 'avvik' and hendingsdato is not null group by aar, avsendar`,
    );
    const planned = fasit.dagarTilMelding
      .filter(({gruppe}) => gruppe === "avsendar")
      .map(({aar, id, n, median}) => ({aar, id, n, median}));
    expect(sorted(found)).toEqual(sorted(planned));
    for (const {avsendar, aar, medianDagar} of truths.sanningar.seine) {
      const late = found.find((row) => row.aar === aar && row.id === avsendar);
      expect(Math.abs((late?.median ?? 0) - medianDagar)).toBeLessThanOrEqual(3);
    }
  });

  it("gives each LSU the planned median", async () => {
    const found = await rowsOf(
      "select aar, omraade as id, n, median from measured.median_per_omraade where maal = 'dagar_til_melding' and omraade <> 'fylke'",
    );
    const planned = fasit.dagarTilMelding
      .filter(({gruppe}) => gruppe === "lsu")
      .map(({aar, id, n, median}) => ({aar, id, n, median: Math.round(median)}));
    expect(sorted(found)).toEqual(sorted(planned));
  });

  it("is one category before and after it was renamed", async () => {
    const found = await rowsOf(
      `select kategori_original as namn, kategori, min(registrert) >= date '2024-07-01' as "etter", max(registrert) < date '2024-07-01' as "foer"
       from linked.melding where avsendar = 'kommune-alesund' and kategori = 'MLD' group by kategori_original, kategori order by namn`,
    );
    expect(found).toEqual([
      {namn: "E-meldinger og IKT", kategori: "MLD", etter: true, foer: false},
      {namn: "Elektroniske meldinger", kategori: "MLD", etter: false, foer: true},
    ]);
  });
});

describe("what is shown", () => {
  const withStatus = tableNames.filter((name) => "status" in tables[name].columns);

  it.each(withStatus)("%s: is the measured number where published, and nothing elsewhere", async (name) => {
    for (const edition of ["moete", "open"]) {
      const measured = byKey(name, await rowsOf(`select * from measured.${name}`));
      const disclosed = byKey(name, await rowsOf(`select * from disclosed.${name} where utgaave = '${edition}'`));
      expect([...disclosed.keys()].sort()).toEqual([...measured.keys()].sort());
      for (const [key, row] of disclosed) {
        for (const column of measuresOf(name)) {
          const expected = row.status === "published" ? measured.get(key)?.[column] : null;
          if (row[column] !== expected)
            throw new Error(`${edition} ${name} ${key} ${column}: ${row[column]}, not ${expected}`);
        }
      }
    }
  });

  it.each(tableNames.filter((name) => !withStatus.includes(name)))("%s: is the same in both editions", async (name) => {
    const columns = Object.keys(tables[name].columns).join(", ");
    const measured = await rowsOf(`select ${columns} from measured.${name} order by all`);
    for (const edition of ["moete", "open"]) {
      expect(
        await rowsOf(`select ${columns} from disclosed.${name} where utgaave = '${edition}' order by all`),
      ).toEqual(measured);
    }
  });
});

type Value = string | number | null;

function byKey(name: TableName, rows: readonly Record<string, Value>[]): Map<string, Record<string, Value>> {
  return new Map(rows.map((row) => [(tables[name] as Table).key.map((column) => row[column]).join("|"), row]));
}

function measuresOf(name: TableName): string[] {
  return Object.entries((tables[name] as Table).columns).flatMap(([column, {measure}]) => (measure ? [column] : []));
}

/** Counts from the plan summed into every total they belong to. */
function tally<R extends {readonly n: number}>(
  rows: readonly R[],
  placesOf: (row: R) => (number | readonly (string | number)[])[],
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const places = placesOf(row).map((place) => (Array.isArray(place) ? place : [place]) as (string | number)[]);
    const keys = places.reduce<string[]>(
      (found, members) => found.flatMap((key) => members.map((member) => `${key} ${member}`.trim())),
      [""],
    );
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + row.n);
  }
  return counts;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function sorted<T>(rows: readonly T[]): T[] {
  return [...rows].sort((a, b) => (stable(a) < stable(b) ? -1 : 1));
}

function stable(row: unknown): string {
  if (row === null || typeof row !== "object" || Array.isArray(row)) return JSON.stringify(row);
  return JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));
}

interface Pair {
  readonly saker: readonly {readonly avsendar: string; readonly saksnr: string}[];
}

interface Fasit {
  readonly filer: readonly {
    readonly file: string;
    readonly avsendar: string;
    readonly rows: number;
    readonly accepted: number;
    readonly quarantined: number;
    readonly duplicates: number;
    readonly skipped: number;
    readonly aside: readonly {
      readonly row: number;
      readonly outcome: string;
      readonly kind: string;
      readonly column: string | null;
    }[];
  }[];
  readonly aar: readonly {
    readonly aar: number;
    readonly meldingar: number;
    readonly K2H: number;
    readonly H2K: number;
    readonly par: number;
    readonly hendingar: number;
    readonly forbetringsforslag: number;
  }[];
  readonly kategori: readonly {
    readonly aar: number;
    readonly lsu: string;
    readonly kategori: string;
    readonly retning: string;
    readonly n: number;
  }[];
  readonly kommune: readonly {
    readonly aar: number;
    readonly lsu: string;
    readonly kommune: string;
    readonly retning: string;
    readonly n: number;
  }[];
  readonly levering: readonly {
    readonly aar: number;
    readonly part: string;
    readonly kanal: string;
    readonly levering: string;
  }[];
  readonly dagarTilMelding: readonly {
    readonly aar: number;
    readonly gruppe: string;
    readonly id: string;
    readonly n: number;
    readonly median: number;
  }[];
  readonly svar: readonly {
    readonly aar: number;
    readonly retning: string;
    readonly svarFoert: number;
    readonly svart: number;
    readonly innanFrist: number;
  }[];
  readonly utanKategori: number;
  readonly fleireKategoriar: number;
  readonly par: readonly Pair[];
  readonly ikkjePar: readonly Pair[];
}

interface Truths {
  readonly sanningar: {
    readonly celler: readonly {
      readonly tekst: string;
      readonly lsu: string;
      readonly kategori: string;
      readonly venta: string;
      readonly tal: Readonly<Record<string, Readonly<Record<string, number>>>>;
    }[];
    readonly seine: readonly {readonly avsendar: string; readonly aar: number; readonly medianDagar: number}[];
  };
}
