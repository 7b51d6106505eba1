import {readFileSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, describe, expect, inject, it} from "vitest";
import {traceBook} from "../../pipeline/deidentify/traces.ts";
import {openExisting} from "../../pipeline/duckdb/open.ts";
import {readRows} from "../../pipeline/duckdb/rows.ts";
import {root} from "../../pipeline/project.ts";
import {contentsOf} from "../../pipeline/verify/carriers/carriers.ts";
import {readOwn} from "../../pipeline/verify/own.ts";
import {avvik, type Ended} from "../support/command-line.ts";
import {filesUnder, type TextPart, textsUnder} from "../support/outputs.ts";
import {plantedStrings} from "../support/persons.ts";

const county = inject("county");
const planted = plantedStrings();

/** Where a planted string stands, without the string itself. */
function leaks(texts: readonly TextPart[]): string[] {
  return texts.flatMap(({part, text}) =>
    planted.flatMap((string, index) => (text.includes(string) ? [`${part}: planted string ${index}`] : [])),
  );
}

/** What the command line prints about the deliveries: plain, and as JSON. */
let ingested: readonly Ended[];
beforeAll(async () => {
  const files = filesUnder(county.deliveries).map((file) => join(county.deliveries, file));
  ingested = await Promise.all([avvik(["ingest", ...files]), avvik(["ingest", ...files, "--json"])]);
});

describe("the persons planted in the synthetic deliveries", () => {
  it("are there to be found", () => {
    expect(planted.length).toBeGreaterThan(40);
    const {length} = leaks(textsUnder(county.deliveries));
    expect(length).toBeGreaterThan(20);
  });

  it("are in no output: page, data, table, document or manifest", () => {
    const texts = textsUnder(county.out);
    expect(texts.length).toBeGreaterThan(100);
    expect(leaks(texts)).toEqual([]);
  });

  it("are in no text column of the warehouse, in any schema", async () => {
    const database = await openExisting(county.warehouse);
    const columns = await readRows<{table_schema: string; table_name: string; column_name: string}>(
      database,
      "select table_schema, table_name, column_name from information_schema.columns where data_type = 'VARCHAR' order by all",
    );
    const texts: TextPart[] = [];
    for (const {table_schema, table_name, column_name} of columns) {
      const part = `${table_schema}.${table_name}.${column_name}`;
      const rows = await readRows<{text: string}>(
        database,
        `select distinct "${column_name}" as text from ${table_schema}.${table_name} where "${column_name}" is not null`,
      );
      texts.push({part, text: rows.map(({text}) => text).join("\n")});
    }
    database.closeSync();
    expect(new Set(columns.map(({table_schema}) => table_schema)).size).toBe(6);
    expect(leaks(texts)).toEqual([]);
    const digits = texts.map(({part, text}) => ({part: `${part} (digits)`, text: text.replace(/[ .\u00a0-]/g, "")}));
    expect(leaks(digits)).toEqual([]);
  });

  it("are in nothing that the command line prints about the deliveries", () => {
    const texts = ingested.flatMap(({stdout, stderr}, index) => [
      {part: `stdout ${index}`, text: stdout},
      {part: `stderr ${index}`, text: stderr},
    ]);
    expect(ingested.map(({code}) => code)).toEqual([2, 2]);
    expect(leaks(texts)).toEqual([]);
  });
});

describe("the last check", () => {
  it("is stopped by no word that the program writes itself, were it taken for a name in a text", async () => {
    const template = readFileSync(join(root, ".build", "dashboard", "index.html"), "utf8");
    const own = await readOwn(template, join(root, "data", "registers"));
    const files = filesUnder(county.out).filter((path) => !/\.arrow$/.test(path));
    const carried = files.flatMap(
      (path) => contentsOf(path, readFileSync(join(county.out, path)), own.stretches).carried,
    );
    const texts = carried.filter(({part}) => /\.(?:csv|json|xml|rels)$/.test(part)).map(({text}) => text);
    const words = new Set(texts.flatMap((text) => text.toLowerCase().match(/(?<!\p{L})[a-zæøå]{4,}(?!\p{L})/gu) ?? []));
    expect(words.size).toBeGreaterThan(800);
    const book = traceBook(() => false);
    for (const word of words) book.add(word, "PERSON");
    const foreign = book.without(own.texts);
    const stopping = [...words].filter((word) => /[aeiouyæøå]/.test(word) && foreign.countIn([word]) > 0);
    expect(stopping).toEqual([]);
    book.add("Synnolv", "PERSON");
    expect(book.without(own.texts).countIn(["Meldt av Synnolv"])).toBe(1);
  });
});

describe("a value that waits in quarantine", () => {
  it.each(["Kr.sunndal", "31.02.2025", "15.03.2099"])("is not quoted (%s)", (value) => {
    for (const {stdout, stderr} of ingested) expect(stdout + stderr).not.toContain(value);
  });
});
