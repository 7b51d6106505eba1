import {readdirSync, readFileSync} from "node:fs";
import {join, relative} from "node:path";
import {unzipSync} from "fflate";
import papaparse from "papaparse";

/** A row of a published CSV table, every cell as the text that stands there. */
export type CsvRow = Readonly<Record<string, string>>;

/** Every file under a folder, as paths with `/` from that folder, sorted. */
export function filesUnder(folder: string): string[] {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort();
}

export function readCsv(file: string): CsvRow[] {
  return parseCsv(readFileSync(file, "utf8"), ";");
}

export function parseCsv(text: string, delimiter: string): CsvRow[] {
  const {data} = papaparse.parse<Record<string, string>>(text.replace(/^\ufeff/, ""), {
    header: true,
    delimiter,
    skipEmptyLines: "greedy",
  });
  return data;
}

/** The names of an edition's tables. */
export function tableNamesIn(edition: string): string[] {
  return readdirSync(join(edition, "tabellar"))
    .filter((name) => name.endsWith(".csv"))
    .map((name) => name.slice(0, -".csv".length))
    .sort();
}

/** A number as the CSV writes it, with a decimal comma. */
export function numberIn(cell: string): number {
  return Number(cell.replace(",", "."));
}

export interface Page {
  readonly title: string;
  readonly facts: Readonly<Record<string, unknown>>;
  /** Arrow bytes by table name. */
  readonly tables: ReadonlyMap<string, Uint8Array>;
  /** The page without its data and without pictures and fonts: what the program itself is. */
  readonly program: string;
}

const ISLAND = /<script type="application\/[^"]*" id="avvik-(facts|table-)([a-z_]*)">([^<]*)<\/script>/g;

export function readPage(html: string): Page {
  const islands = [...html.matchAll(ISLAND)].map(([, kind = "", name = "", text = ""]) => ({kind, name, text}));
  const facts = islands.find(({kind}) => kind === "facts")?.text ?? "{}";
  const tables = islands
    .filter(({kind}) => kind === "table-")
    .map(({name, text}) => [name, Buffer.from(text, "base64")] as const);
  return {
    title: /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? "",
    facts: JSON.parse(facts) as Record<string, unknown>,
    tables: new Map(tables),
    program: html
      .replace(ISLAND, "")
      .replace(/<title>[^<]*<\/title>/, "")
      .replace(/;base64,[A-Za-z0-9+/=]+/g, ""),
  };
}

export interface TextPart {
  readonly part: string;
  readonly text: string;
}

/** Every text a file carries: itself, the parts of a zipped document, and a page with its data islands decoded. */
export function textsIn(path: string, bytes: Uint8Array): TextPart[] {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    return Object.entries(unzipSync(bytes)).flatMap(([part, content]) => [
      {part: `${path}/${part}`, text: decoded(content)},
      ...(/\.(xlsx|docx)$/.test(part) ? textsIn(`${path}/${part}`, content) : []),
    ]);
  }
  if (!/(^|\/)index\.html$/.test(path)) return [{part: path, text: decoded(bytes)}];
  const {title, facts, tables, program} = readPage(decoded(bytes));
  return [
    {part: `${path} (title)`, text: title},
    {part: `${path} (program)`, text: program},
    {part: `${path} (facts)`, text: JSON.stringify(facts)},
    ...[...tables].map(([name, table]) => ({part: `${path} (${name})`, text: decoded(table)})),
  ];
}

/** As `textsIn`, for every file under a folder; the path itself is a text too. */
export function textsUnder(folder: string): TextPart[] {
  return filesUnder(folder).flatMap((path) => [
    {part: `${path} (path)`, text: path},
    ...textsIn(path, readFileSync(join(folder, path))),
  ]);
}

function decoded(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
}
