import {readFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {strFromU8, unzipSync} from "fflate";
import {parseHTML} from "linkedom";
import {describe, expect, inject, it} from "vitest";
import {type Table, type TableName, tableNames, tables} from "../../pipeline/contract/tables.ts";
import {type CsvRow, filesUnder, numberIn, readCsv} from "../support/outputs.ts";

const county = inject("county");
const year = join(county.out, "2025");
const files = filesUnder(year);
const workbooks = files.filter((path) => path.endsWith(".xlsx"));
const documents = files.filter((path) => path.endsWith(".docx"));
const signs: ReadonlySet<string> = new Set([":", "..", "."]);

const editionOf = (path: string): string => path.split("/")[0] ?? "";
const csvOf = (edition: string, name: string): CsvRow[] => readCsv(join(year, edition, "tabellar", `${name}.csv`));
const withStatus = tableNames.filter((name) => "status" in tables[name].columns);

/** The numbers and signs of a row of a published table, in order; words are left out. */
function numbersOf(name: TableName, row: CsvRow): string {
  const columns = Object.entries((tables[name] as Table).columns);
  const cells = columns.flatMap(([column, {type}]) => {
    const text = row[column] ?? "";
    // An empty cell of the CSV is written as «not applicable» in the workbook.
    if (text === "") return ["."];
    if (signs.has(text)) return [text];
    return type === "VARCHAR" ? [] : [numberIn(text).toFixed(4)];
  });
  return cells.join(" ");
}

interface Sheet {
  readonly name: string;
  /** Numbers as numbers, words as words, row by row. */
  readonly rows: readonly (readonly (string | number)[])[];
}

function sheetsOf(path: string): Sheet[] {
  const parts = unzipSync(readFileSync(join(year, path)));
  const xml = (part: string): Document =>
    parseHTML(`<x>${strFromU8(parts[part] ?? new Uint8Array()).replace(/<\?xml[^>]*>/, "")}</x>`)
      .document as unknown as Document;
  const words = [...xml("xl/sharedStrings.xml").querySelectorAll("si")].map((item) => item.textContent ?? "");
  const names = [...xml("xl/workbook.xml").querySelectorAll("sheet")].map((sheet) => sheet.getAttribute("name") ?? "");
  return names.map((name, index) => ({
    name,
    rows: [...xml(`xl/worksheets/sheet${index + 1}.xml`).querySelectorAll("row")].map((row) =>
      [...row.querySelectorAll("c")].flatMap((cell): (string | number)[] => {
        const value = cell.querySelector("v")?.textContent ?? cell.querySelector("t")?.textContent ?? "";
        if (value === "") return [];
        if (cell.getAttribute("t") === "s") return [words[Number(value)] ?? ""];
        return cell.getAttribute("t") === "inlineStr" || cell.getAttribute("t") === "str" ? [value] : [Number(value)];
      }),
    ),
  }));
}

describe("the data book", () => {
  it("is there in both editions", () => {
    expect(new Set(workbooks.map(editionOf))).toEqual(new Set(["moete", "open"]));
  });

  it.each(workbooks)("[32] %s has the numbers and the signs of the tables of its edition, row for row", (path) => {
    const sheets = sheetsOf(path).slice(1);
    expect(sheets).toHaveLength(tableNames.length);
    for (const name of withStatus) {
      const sheet = sheets[tableNames.indexOf(name)];
      const found = (sheet?.rows ?? [])
        .map((row) =>
          row
            .flatMap((cell) => (typeof cell === "number" ? [cell.toFixed(4)] : signs.has(cell) ? [cell] : []))
            .join(" "),
        )
        .filter((row) => /^20\d\d\.0000 /.test(row));
      const expected = csvOf(editionOf(path), name).map((row) => numbersOf(name, row));
      expect({sheet: sheet?.name, rows: [...found].sort()}).toEqual({sheet: sheet?.name, rows: [...expected].sort()});
    }
  });

  it.each(workbooks)("[32] %s hides no sheet, keeps no formula and no cache of a pivot table", (path) => {
    const parts = unzipSync(readFileSync(join(year, path)));
    expect(Object.keys(parts).filter((part) => /pivot|externalLink|vba|comments/i.test(part))).toEqual([]);
    const text = Object.values(parts)
      .map((part) => strFromU8(part))
      .join("\n");
    expect(text).not.toMatch(/state="(hidden|veryHidden)"|<f[ >]|hidden="(1|true)"/);
  });
});

interface DocumentTable {
  readonly rows: readonly (readonly string[])[];
}

function tablesOf(path: string): DocumentTable[] {
  const xml = strFromU8(unzipSync(readFileSync(join(year, path)))["word/document.xml"] ?? new Uint8Array());
  return [...xml.matchAll(/<w:tbl>[\s\S]*?<\/w:tbl>/g)].map(([table]) => ({
    rows: [...table.matchAll(/<w:tr[ >][\s\S]*?<\/w:tr>/g)].map(([row]) =>
      [...row.matchAll(/<w:tc>[\s\S]*?<\/w:tc>/g)].map(([cell]) => {
        const paragraphs = [...cell.matchAll(/<w:p[ >][\s\S]*?<\/w:p>/g)].map(([paragraph]) =>
          [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)</g)].map(([, text]) => text).join(""),
        );
        return paragraphs.join("\n");
      }),
    ),
  }));
}

/** Every number a document may print: what is published, as it is rounded for reading. */
function printable(folder: string, edition: string): ReadonlySet<string> {
  const allowed = new Set<string>();
  const allow = (value: number): void => {
    for (const decimals of [0, 1, 2]) allowed.add(Math.abs(value).toFixed(decimals).replace(".", ","));
  };
  for (const name of tableNames) {
    for (const row of csvOf(edition, name)) {
      for (const [column, {type}] of Object.entries((tables[name] as Table).columns)) {
        const text = row[column] ?? "";
        if (type === "VARCHAR" || text === "" || signs.has(text)) continue;
        allow(numberIn(text));
        allow(numberIn(text) * 100);
      }
    }
  }
  const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as {threshold: number};
  allow(manifest.threshold);
  // Events are reports less those that tell of an event told before: both are published.
  for (const {aar, omraade, teljar = "", nemnar = "", maal, status} of csvOf(edition, "andel_per_omraade")) {
    if (maal === "meldt_av_begge" && status === "published" && aar && omraade) allow(Number(nemnar) - Number(teljar));
  }
  return allowed;
}

describe("the report", () => {
  it("is there in both editions", () => {
    expect(new Set(documents.map(editionOf))).toEqual(new Set(["moete", "open"]));
  });

  it.each(documents)("%s has no number in a table that is not published in its edition", (path) => {
    const edition = editionOf(path);
    const allowed = printable(join(year, edition), edition);
    const cells = tablesOf(path).flatMap(({rows}) => rows.flat());
    const unknown = cells.flatMap((cell) => {
      const plain = cell.replace(/\d{1,2}\.\d{1,2}\.(\d{4})?|\d\.\s?kv\.?|\d+[.)](?=\s|$)|\d+\s?%-/g, " ");
      const numbers = plain.match(/\d(?:[\d\u202f\u2009]|\u00a0(?=\d{3}))*(?:,\d+)?/g) ?? [];
      return numbers
        .map((number) => number.replace(/[\u202f\u2009\u00a0]/g, ""))
        .filter((number) => !allowed.has(number))
        .map((number) => `${number} in «${cell}»`);
    });
    expect(unknown).toEqual([]);
    expect(cells.length).toBeGreaterThan(100);
  });

  it.each(documents)("%s gives each category a count that some area of its edition has", (path) => {
    const edition = editionOf(path);
    const categories = csvOf(edition, "kategori").filter(({akse}) => akse === "feiltype");
    const counts = csvOf(edition, "melding_per_kategori").filter(
      ({aar, retning}) => aar === "2025" && retning === "alle",
    );
    let checked = 0;
    for (const {rows} of tablesOf(path)) {
      const column = rows[0]?.indexOf("2025") ?? -1;
      if (column < 0) continue;
      for (const row of rows) {
        const category = categories.find(({nn, nb}) => row[0] === nn || row[0] === nb);
        if (category === undefined) continue;
        const known = counts.filter(({kategori}) => kategori === category.kode).map(({n}) => n);
        expect(known).toContain(row[column]?.replace(/[\u202f\u00a0]/g, ""));
        checked += 1;
      }
    }
    expect(checked).toBeGreaterThan(path.includes("moetegrunnlag") ? 5 : 10);
  });

  it.each([...documents, ...workbooks])("[31] %s holds no embedded workbook, comment or tracked change", (path) => {
    const parts = unzipSync(readFileSync(join(year, path)));
    expect(Object.keys(parts).filter((part) => /embeddings|comments|customXml|people/.test(part))).toEqual([]);
    const body = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
    expect(body).not.toMatch(/<w:(ins|del|moveFrom) /);
    expect(dirname(path)).not.toBe(".");
  });
});
