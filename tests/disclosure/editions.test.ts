import {readFileSync} from "node:fs";
import {join} from "node:path";
import {tableFromIPC} from "@uwdata/flechette";
import {describe, expect, inject, it} from "vitest";
import {isCellStatus} from "../../pipeline/contract/cell.ts";
import {type Table, type TableName, tableNames, tables} from "../../pipeline/contract/tables.ts";
import {type CsvRow, filesUnder, numberIn, readCsv, readPage, textsIn, textsUnder} from "../support/outputs.ts";

const county = inject("county");
const year = join(county.out, "2025");
const editions = ["moete", "open"] as const;
const pages = filesUnder(year).filter((path) => path.endsWith("index.html"));
const withStatus = tableNames.filter((name) => "status" in tables[name].columns);
const signs: Readonly<Record<string, string>> = {hidden: ":", missing: "..", not_applicable: "."};

type Value = string | number | boolean | null;
type Decoded = Readonly<Record<string, Value>>;

const csvOf = (edition: string, name: TableName): CsvRow[] => readCsv(join(year, edition, "tabellar", `${name}.csv`));
const arrowOf = (edition: string, name: TableName): Uint8Array =>
  readFileSync(join(year, edition, "tabellar", `${name}.arrow`));
const pageAt = (path: string) => readPage(readFileSync(join(year, path), "utf8"));

function decode(bytes: Uint8Array): Decoded[] {
  const table = tableFromIPC(bytes);
  return table
    .toArray()
    .map((row: Record<string, Value>) =>
      Object.fromEntries(table.names.map((name) => [String(name), row[String(name)] ?? null])),
    );
}

function measuresOf(name: TableName): string[] {
  return Object.entries((tables[name] as Table).columns).flatMap(([column, {measure}]) => (measure ? [column] : []));
}

/** Every Arrow table of the editions: those in files and those in pages. */
function arrowTables(): {where: string; name: TableName; bytes: Uint8Array}[] {
  const files = editions.flatMap((edition) =>
    tableNames.map((name) => ({where: `${edition}/${name}.arrow`, name, bytes: arrowOf(edition, name)})),
  );
  const islands = pages.flatMap((path) =>
    [...pageAt(path).tables].map(([name, bytes]) => ({where: `${path} ${name}`, name: name as TableName, bytes})),
  );
  return [...files, ...islands];
}

describe("a cell that is not published", () => {
  it.each(editions)("[26] is its sign in every column of the CSV (%s)", (edition) => {
    let hidden = 0;
    for (const name of withStatus) {
      for (const row of csvOf(edition, name)) {
        const status = row.status ?? "";
        expect(isCellStatus(status)).toBe(true);
        if (status === "published") continue;
        hidden += 1;
        for (const column of measuresOf(name)) {
          if (row[column] !== signs[status])
            throw new Error(`${edition} ${name}: ${column} of a ${status} row is not its sign`);
        }
      }
    }
    expect(hidden).toBeGreaterThan(300);
  });

  it("[27] is null in every column of every Arrow table, in files and in pages", () => {
    const found = arrowTables().flatMap(({where, name, bytes}) => {
      const rows = decode(bytes).filter((row) => "status" in row && row.status !== "published");
      return rows.flatMap((row) =>
        measuresOf(name).flatMap((column) => (row[column] === null ? [] : [`${where}: ${column}`])),
      );
    });
    expect(found).toEqual([]);
  });

  it("[27] has nothing behind the null in the bytes, and no word that only a hidden cell used", () => {
    const found = arrowTables().flatMap(({where, name, bytes}) =>
      rawFaults(bytes, measuresOf(name)).map((fault) => `${where}: ${fault}`),
    );
    expect(found).toEqual([]);
  });

  it("was a number: the columns hold numbers where they are shown", () => {
    const shown = decode(arrowOf("moete", "melding_per_kategori")).filter(({status}) => status === "published");
    expect(shown.every(({n}) => typeof n === "number")).toBe(true);
    expect(shown.some(({n}) => Number(n) >= 50)).toBe(true);
  });
});

interface Batch {
  readonly length: number;
  readonly nullCount: number;
  readonly values?: ArrayLike<number | bigint>;
  readonly validity?: Uint8Array;
  readonly dictionary?: Iterable<unknown>;
}

/** Slots whose value is not zero although the cell is null, and dictionary words that no cell uses. */
function rawFaults(bytes: Uint8Array, measures: readonly string[]): string[] {
  const table = tableFromIPC(bytes);
  return measures.flatMap((name) => {
    const column = table.getChild(name);
    const batches = column.data as unknown as readonly Batch[];
    const words = new Set<unknown>([...column].filter((value) => typeof value === "string"));
    const unused = [...(batches[0]?.dictionary ?? [])].filter((word) => !words.has(word));
    return [...batches.flatMap(nullFaults), ...(unused.length > 0 ? ["words that no cell uses"] : [])].map(
      (fault) => `${name}: ${fault}`,
    );
  });
}

function nullFaults({length, nullCount, values, validity = new Uint8Array()}: Batch): string[] {
  const isNull = (slot: number): boolean =>
    validity.length > 0 && (((validity[slot >> 3] ?? 0) >> (slot & 7)) & 1) === 0;
  const nulls = Array.from({length}, (_, slot) => slot).filter(isNull);
  if (nulls.length !== nullCount) return [`${nulls.length} nulls found, ${nullCount} told`];
  return nulls.some((slot) => Number(values?.[slot] ?? 0) !== 0) ? ["values behind nulls"] : [];
}

describe("the same numbers", () => {
  it.each(editions.flatMap((edition) => tableNames.map((name) => [edition, name] as const)))(
    "stand in the CSV and the Arrow of %s %s",
    (edition, name) => {
      const columns = Object.entries((tables[name] as Table).columns);
      const csv = csvOf(edition, name);
      const arrow = decode(arrowOf(edition, name));
      expect(arrow).toHaveLength(csv.length);
      const wrong = arrow.flatMap((row, index) =>
        columns.flatMap(([column, {measure}]) => {
          const own = row[column] ?? null;
          const text = csv[index]?.[column] ?? "";
          if (measure && row.status !== "published") return [];
          const same =
            typeof own === "number" ? Math.abs(numberIn(text) - own) <= 0.00005000001 : text === String(own ?? "");
          return same ? [] : [`row ${index} ${column}`];
        }),
      );
      expect(wrong).toEqual([]);
    },
  );

  it.each(pages)("stand in %s and in the tables of its edition", (path) => {
    const edition = path.startsWith("open/") ? "open" : "moete";
    const {tables: own} = pageAt(path);
    expect([...own.keys()].sort()).toEqual([...tableNames].sort());
    for (const name of tableNames) {
      const known = new Set(decode(arrowOf(edition, name)).map((row) => JSON.stringify(row)));
      const foreign = decode(own.get(name) ?? new Uint8Array()).filter((row) => !known.has(JSON.stringify(row)));
      expect(foreign).toEqual([]);
    }
  });

  it("stand all of them in the open page and in the page of SSU", () => {
    for (const [path, edition] of [
      ["open/index.html", "open"],
      ["moete/ssu/index.html", "moete"],
    ] as const) {
      const {tables: own} = pageAt(path);
      for (const name of tableNames)
        expect(decode(own.get(name) ?? new Uint8Array())).toEqual(decode(arrowOf(edition, name)));
    }
  });
});

describe("the page of an LSU", () => {
  const lsuPages = pages.filter((path) => path.startsWith("moete/lsu-"));

  it.each(lsuPages)("%s holds its own area, its municipalities and the county, and nothing of the others", (path) => {
    const lsu = path.split("/")[1] ?? "";
    const areas = csvOf("moete", "omraade");
    const own = new Set(["fylke", "hf", lsu, ...areas.filter((row) => row.lsu === lsu).map(({id}) => id ?? "")]);
    const all = new Set([...areas.map(({id}) => id ?? ""), "hf"]);
    const {tables: held} = pageAt(path);
    for (const name of tableNames.filter((each) => each !== "brot" && each !== "utval" && each !== "kategori")) {
      const rows = decode(held.get(name) ?? new Uint8Array());
      const named = rows.flatMap((row) =>
        ["omraade", "kommune", "part", "id", "lsu"]
          .map((column) => row[column])
          .filter((value) => typeof value === "string"),
      );
      expect(named.filter((value) => all.has(value) && !own.has(value))).toEqual([]);
    }
    expect(decode(held.get("melding_per_kategori") ?? new Uint8Array()).some(({omraade}) => omraade === lsu)).toBe(
      true,
    );
  });

  it("is one for each LSU", () => {
    expect(lsuPages).toHaveLength(4);
  });
});

describe("the open edition", () => {
  it.each(withStatus)("hides everything in %s that the meeting edition hides", (name) => {
    const keyOf = (row: CsvRow): string => (tables[name] as Table).key.map((column) => row[column]).join("|");
    const meeting = new Map(csvOf("moete", name).map((row) => [keyOf(row), row.status]));
    const shown = csvOf("open", name).filter(({status}) => status === "published");
    expect(shown.filter((row) => meeting.get(keyOf(row)) !== "published")).toEqual([]);
    expect(csvOf("open", name)).toHaveLength(meeting.size);
  });

  it("[1] shows no count from 1 to 4, and the meeting edition none of 1 and 2", () => {
    const counts = ["n", "teljar", "nemnar", "n_foer", "n_no"];
    const smallest = (edition: string): number =>
      Math.min(
        ...withStatus
          .flatMap((name) => csvOf(edition, name))
          .filter(({status}) => status === "published")
          .flatMap((row) => counts.flatMap((column) => (Number(row[column] ?? 0) > 0 ? [Number(row[column])] : [])))
          .filter((count) => !Number.isNaN(count)),
      );
    expect([smallest("open"), smallest("moete")]).toEqual([5, 3]);
  });

  it("does not name the meeting edition, its audiences or its folder in any data, manifest or document", () => {
    const texts = textsUnder(join(year, "open")).filter(({part}) => !part.endsWith("(program)"));
    expect(texts.flatMap(({part, text}) => (/moete/.test(text) ? [part] : []))).toEqual([]);
    const {facts} = pageAt("open/index.html");
    expect(facts.threshold).toBe(5);
    expect(facts.audience).toMatchObject({edition: "open"});
  });

  it("holds no free text and no row of a single report", () => {
    const texts = textsUnder(join(year, "open")).filter(({part}) => !part.endsWith("(program)"));
    const rowLevel = /SA-20\d\d-\d{5}|AVV\d\d-\d{4}|SYNTETISK: [a-zæøå]/;
    expect(texts.flatMap(({part, text}) => (rowLevel.test(text) ? [part] : []))).toEqual([]);
  });
});

describe("invented numbers", () => {
  it("are marked SYNTETISK in every file that a person may open", () => {
    const marked = filesUnder(year).filter((path) => !path.endsWith(".arrow"));
    const without = marked.filter(
      (path) =>
        !textsIn(path, readFileSync(join(year, path))).some(
          ({part, text}) => !part.endsWith("(program)") && text.includes("SYNTETISK"),
        ),
    );
    expect(without).toEqual([]);
    expect(marked.length).toBeGreaterThan(30);
  });

  it("are marked in the title and the facts of every page", () => {
    for (const path of pages) {
      const {title, facts} = pageAt(path);
      expect(title).toMatch(/^SYNTETISK/);
      expect(facts.synthetic).toBe(true);
    }
    expect(pages).toHaveLength(6);
  });

  it("are marked in every row of every CSV and in both manifests", () => {
    for (const edition of editions) {
      for (const name of tableNames)
        expect(csvOf(edition, name).every(({datagrunnlag}) => datagrunnlag === "SYNTETISK")).toBe(true);
      const manifest = JSON.parse(readFileSync(join(year, edition, "manifest.json"), "utf8")) as {datagrunnlag: string};
      expect(manifest.datagrunnlag).toBe("SYNTETISK");
    }
  });
});
