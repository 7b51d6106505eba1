import {mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import papaparse from "papaparse";
import {reasons} from "./contract/reasons.ts";
import type {FilledTable, Given} from "./decide/decision-files.ts";
import {tableKind} from "./decide/follow-up-entries.ts";
import type {Template} from "./decide/follow-up-rows.ts";
import {bytesSource} from "./ingest/byte-source.ts";
import {csvRecords} from "./ingest/csv.ts";
import {decode, inspect} from "./ingest/encoding.ts";
import {openFile} from "./ingest/read-files.ts";
import {readWorkbook} from "./ingest/xlsx.ts";
import {xlsxBytes} from "./report/writers/xlsx.ts";

/** More than any table of a committee; a larger one is refused unread. */
const MOST_BYTES = 8 * 1024 * 1024;
const TOO_LARGE = "fila er altfor stor til å vere ein slik tabell.";
const HEADER_WITHIN = 40;

/** A møtefil stays a path; a table (CSV or Excel) is read as ingest reads a delivery, whatever program saved it. */
export async function readGiven(path: string): Promise<Given> {
  const ending = /\.(csv|xlsx)$/i.exec(path)?.[1]?.toLowerCase();
  if (ending === undefined) return path;
  const file = openFile(path);
  if ("kind" in file) return {fault: reasonOf(file.kind)};
  file.close();
  if (file.size > MOST_BYTES) return {fault: TOO_LARGE};
  const bytes = readFileSync(path);
  return ending === "xlsx" ? readBook(bytes) : readText(bytes);
}

function readText(bytes: Uint8Array): Given {
  const source = bytesSource(bytes);
  const {coding} = inspect(source);
  if ("kind" in coding) return {fault: reasonOf(coding.kind)};
  const text = decode(bytes.subarray(coding.mark), coding.encoding);
  const delimiter = [";", ",", "\t"].find((sign) =>
    text.split("\n", HEADER_WITHIN).some((line) => isHeader(line, sign)),
  );
  const records = [...csvRecords(text, delimiter ?? ";")];
  const broken = records.find(({kind}) => kind !== undefined)?.kind;
  return broken === undefined ? tableOf(records) : {fault: reasonOf(broken)};
}

const isHeader = (line: string, sign: string): boolean => tableKind(line.replaceAll('"', "").split(sign)) !== null;

async function readBook(bytes: Uint8Array): Promise<Given> {
  const book = await readWorkbook(bytes);
  if ("kind" in book) return {fault: reasonOf(book.kind)};
  for (const sheet of book.sheets) {
    const records = await sheet.records();
    if ("kind" in records) return {fault: reasonOf(records.kind)};
    const table = tableOf(records);
    if (table.kind !== null) return table;
  }
  return {kind: null, rows: []};
}

interface Line {
  readonly row: number;
  readonly cells: readonly string[];
}

/** The rows under the header, wherever it stands; empty rows are no rows. */
function tableOf(records: readonly Line[]): FilledTable {
  const at = records.slice(0, HEADER_WITHIN).findIndex(({cells}) => tableKind(cells) !== null);
  const header = records[at]?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];
  return {
    kind: tableKind(header),
    rows: records
      .slice(at + 1)
      .filter(({cells}) => cells.some((cell) => cell.trim() !== ""))
      .map(({row, cells}) => ({
        row,
        cells: Object.fromEntries(header.map((name, place) => [name, cells[place] ?? ""])),
      })),
  };
}

function reasonOf(kind: keyof typeof reasons): string {
  return `${reasons[kind].what}. ${reasons[kind].todo}`;
}

/** Writes each table as CSV and as a workbook, and gives back the paths. Same decisions and day, same bytes. */
export async function writeTemplates(
  folder: string,
  templates: readonly Template[],
  {today, synthetic}: {readonly today: string; readonly synthetic: boolean},
): Promise<string[]> {
  mkdirSync(folder, {recursive: true});
  const mark = synthetic ? "SYNTETISK-" : "";
  const paths: string[] = [];
  for (const template of templates) {
    const path = join(folder, `${mark}${template.name}`);
    writeFileSync(`${path}.csv`, csvOf(template));
    writeFileSync(`${path}.xlsx`, await bookOf(template, today, synthetic));
    paths.push(`${path}.csv`, `${path}.xlsx`);
  }
  return paths;
}

/** Explanations stand in the first column over the header: a spreadsheet shows them, and reading passes them by. */
function csvOf({heading, columns, rows}: Template): string {
  const data = [...heading.map((line) => [line]), [...columns], ...rows.map((row) => [...row])];
  return `\ufeff${papaparse.unparse(data, {delimiter: ";", newline: "\r\n", escapeFormulae: true})}\r\n`;
}

function bookOf({name, heading, columns, rows}: Template, today: string, synthetic: boolean): Promise<Uint8Array> {
  return xlsxBytes({
    title: heading[0] ?? name,
    author: "",
    date: today,
    marks: synthetic ? ["SYNTETISK"] : [],
    foot: heading[0] ?? name,
    sheets: [
      {
        name: "tabell",
        heading,
        columns: columns.map((title) => ({title, kind: ["teljar", "nemnar"].includes(title) ? "plain" : "text"})),
        rows: rows.map((row) => row.map((cell, place) => (isCount(columns[place], cell) ? Number(cell) : cell))),
      },
    ],
  });
}

const isCount = (column: string | undefined, cell: string): boolean =>
  (column === "teljar" || column === "nemnar") && /^\d+$/.test(cell);
