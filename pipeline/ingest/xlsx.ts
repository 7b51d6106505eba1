import {unzipSync} from "fflate";
import {type CellValue, readXlsx, type Sheet} from "hucre/xlsx";
import type {ReasonKind} from "../contract/reasons.ts";
import type {TextRecord} from "./csv.ts";

const MOST_INFLATED_BYTES = 200 * 1024 * 1024;
const SIGNATURE_CENTRAL = 0x02014b50;

type SheetRecords = {readonly name: string; readonly records: readonly TextRecord[]};
export type Workbook = {readonly sheets: readonly SheetRecords[]} | {readonly kind: ReasonKind};

/** The visible sheets of a workbook as records of text; dates become ISO text. The only file that knows hucre. */
export async function readWorkbook(bytes: Uint8Array): Promise<Workbook> {
  if (isCompoundFile(bytes)) return {kind: "encrypted"};
  const parts = zipParts(bytes);
  if (parts === null) return {kind: "truncated"};
  if (parts.inflated > MOST_INFLATED_BYTES) return {kind: "zip_bomb"};
  if (parts.names.some((name) => name.endsWith("vbaProject.bin"))) return {kind: "macro"};
  if (!parts.names.includes("xl/workbook.xml")) return {kind: "wrong_type"};
  try {
    if (hasDoctype(bytes)) return {kind: "xml_doctype"};
    const book = await readXlsx(bytes, {sheets: (info) => !info.hidden && !info.veryHidden});
    return {sheets: book.sheets.map((sheet) => ({name: sheet.name, records: sheetRecords(sheet)}))};
  } catch {
    return {kind: "truncated"};
  }
}

/** No workbook needs a document type, and a reader that follows one can be made to read or to swell. */
function hasDoctype(bytes: Uint8Array): boolean {
  const parts = unzipSync(bytes, {filter: ({name}) => /\.(xml|rels)$/.test(name)});
  return Object.values(parts).some((part) => /<!DOCTYPE/i.test(Buffer.from(part.subarray(0, 4096)).toString("latin1")));
}

const ERROR_VALUE = /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)$/;

function sheetRecords(sheet: Sheet): TextRecord[] {
  const unsolved = rowsWithUnsolvedFormula(sheet);
  return sheet.rows.map((cells, index) => {
    const record = {row: index + 1, line: index + 1, byte: null, cells: cells.map(cellText)};
    if (unsolved.has(index)) return {...record, kind: "formula_cell"};
    return record.cells.some((cell) => ERROR_VALUE.test(cell)) ? {...record, kind: "error_cell"} : record;
  });
}

function rowsWithUnsolvedFormula({cells}: Sheet): Set<number> {
  const unsolved = [...(cells ?? [])].filter(
    ([, {formula, value, formulaResult}]) => formula && (formulaResult ?? value ?? null) === null,
  );
  return new Set(unsolved.map(([place]) => Number(place.split(",")[0])));
}

function cellText(value: CellValue | undefined): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return dateText(value);
  return String(value);
}

function dateText(date: Date): string {
  const [day = "", time = ""] = date.toISOString().split("T");
  const clock = time.slice(0, 8);
  if (date.getUTCFullYear() < 1900) return clock;
  return clock === "00:00:00" ? day : `${day} ${clock}`;
}

function isCompoundFile(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;
}

interface ZipParts {
  readonly names: readonly string[];
  readonly inflated: number;
}

/** Names and declared sizes from the central directory, read before anything is inflated; null when it is not there. */
function zipParts(bytes: Uint8Array): ZipParts | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfCentralDirectory(view);
  if (end === null) return null;
  const names: string[] = [];
  let inflated = 0;
  let at = view.getUint32(end + 16, true);
  for (let entry = view.getUint16(end + 10, true); entry > 0; entry -= 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== SIGNATURE_CENTRAL) return null;
    inflated += view.getUint32(at + 24, true);
    const nameLength = view.getUint16(at + 28, true);
    names.push(Buffer.from(bytes.subarray(at + 46, at + 46 + nameLength)).toString("utf8"));
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return {names, inflated};
}

function endOfCentralDirectory(view: DataView): number | null {
  const earliest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= earliest; at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  return null;
}
