import {beforeAll, describe, expect, it} from "vitest";
import {type EditionName, editionNames} from "../../pipeline/contract/edition.ts";
import {type Row, type TableName, type Tables, tableNames} from "../../pipeline/contract/tables.ts";
import {disclose} from "../../pipeline/disclose/disclose.ts";
import {readDisclosed} from "../../pipeline/duckdb/disclosed.ts";
import {assertTogether} from "../../pipeline/verify/verify.ts";
import {editionOf, pageFacts} from "../support/edition.ts";
import {measured} from "../support/flow.ts";
import type {TextTable} from "../support/table.ts";

type Editions = Readonly<Record<EditionName, Tables>>;

const rows = (n: number, prefix: string, line: Readonly<Record<string, string>>): TextTable =>
  Array.from({length: n}, (_, index) => ({"hf-sak": `${prefix}${index}`, retning: "H2K", ...line}));

/** Two years alike but for their numbers, with small ones in both. */
const yearOf = (aar: number, more: number): TextTable => [
  ...rows(20 + more, `${aar}a`, {kommune: "1508", kategori: "Anna", registrert: `02.03.${aar}`}),
  ...rows(4, `${aar}b`, {kommune: "1508", kategori: "Epikrise manglar", registrert: `02.05.${aar}`}),
  ...rows(2, `${aar}c`, {kommune: "1508", kategori: "Tilvising avvist", registrert: `02.08.${aar}`}),
  ...rows(11, `${aar}d`, {kommune: "1506", kategori: "Tilvising avvist", registrert: `02.08.${aar}`}),
  ...rows(9, `${aar}e`, {kommune: "1532", kategori: "Epikrise manglar", registrert: `02.11.${aar}`}),
];
const first = yearOf(2024, 0);
const both = [...first, ...yearOf(2025, 5)];
const late = rows(1, "sein", {kommune: "1506", kategori: "Epikrise manglar", registrert: "29.12.2024"});
const corrected = both.map((row) => (row["hf-sak"] === "2024c0" ? {...row, kategori: "Epikrise manglar"} : row));

async function editions(deliveries: TextTable, year: number, earlier: Editions | null = null): Promise<Editions> {
  const {database} = await measured({deliveries: {"hf.csv": deliveries}, year});
  await disclose(database, earlier);
  const read = {moete: await readDisclosed(database, "moete"), open: await readDisclosed(database, "open")};
  database.closeSync();
  return read;
}

const rowsOf = (tables: Tables, name: TableName, aar: number): readonly Row<TableName>[] =>
  (tables[name] as readonly Row<TableName>[]).filter((row) => "aar" in row && row.aar === aar);

/** Tables that tell of the report year, and in the next edition of the next. */
const reportYearAlone: ReadonlySet<TableName> = new Set(["andel_per_kategori", "breidde_per_kategori"]);

const dated = (tables: Editions, year: number) =>
  editionNames.map((name) =>
    editionOf(name, tables[name], {facts: pageFacts({year, threshold: name === "open" ? 5 : 3})}),
  );

let before: Editions;
beforeAll(async () => {
  before = await editions(first, 2024);
});

describe("an edition that follows another", () => {
  it.each([
    ["[14] a report that came late", [...both, ...late]],
    ["[15] a category that was corrected", corrected],
  ])("%s changes nothing in the old year, and the reader of both finds nothing", async (_name, deliveries) => {
    const after = await editions(deliveries, 2025, before);
    for (const edition of editionNames) {
      for (const name of tableNames) {
        const kept = reportYearAlone.has(name) ? [] : rowsOf(before[edition], name, 2024);
        expect(rowsOf(after[edition], name, 2024), name).toEqual(kept);
      }
      const hidden = after[edition].melding_per_kategori.filter(({status}) => status === "hidden");
      expect(hidden.length).toBeGreaterThan(5);
    }
    expect(() => assertTogether(dated(after, 2025), dated(before, 2024))).not.toThrow();
  });

  it("[14] [15] is stopped when the old year is made anew", async () => {
    const anew = await editions([...both, ...late], 2025);
    expect(() => assertTogether(dated(anew, 2025), dated(before, 2024))).toThrow(
      /er endra med mindre enn grensa|kan reknast ut av fleire utgåver/,
    );
  });

  it("[16] hides what was hidden and shows what was shown, also where the new year is told against the old", async () => {
    const after = await editions([...both, ...late], 2025, before);
    for (const edition of editionNames) {
      const old = new Map(
        before[edition].melding_per_kategori
          .filter(({aar, retning}) => aar === 2024 && retning === "alle")
          .map((row) => [`${row.omraade}|${row.kategori}`, row]),
      );
      const changes = after[edition].endring_per_kategori.filter(({aar}) => aar === 2025);
      expect(changes.some(({status}) => status === "published")).toBe(true);
      for (const {omraade, kategori, status, n_foer} of changes) {
        const shown = old.get(`${omraade}|${kategori}`);
        if (status === "published") expect(n_foer).toBe(shown?.n);
        if (shown?.status === "hidden") expect(status).toBe("hidden");
      }
    }
  });
});
