import type {Aside, Batch, Field, Place, TextRow} from "../contract/delivery.ts";
import type {ReasonKind} from "../contract/reasons.ts";
import {cellReader, freshCellReader, type ReadCell} from "./cell.ts";
import type {TextRecord} from "./csv.ts";
import {type Header, headerKey, shownCell} from "./header.ts";

/** What a record below the header is: a row of data, or one that goes no further. */
export type RowOutcome = {readonly outcome: "row"; readonly row: TextRow} | Aside;

/** Tells what each record below this header is. Values met before are not worked out again. */
export function rowReader(header: Header): (record: TextRecord) => RowOutcome {
  const reading = readingOf(header);
  return (record) => {
    const skipped = skipKind(record, reading);
    if (skipped !== null) return aside("skipped", record, {kind: skipped});
    const fault = recordFault(record, reading);
    return fault === null ? readRow(record, reading) : aside("quarantined", record, fault);
  };
}

/** What a cell holds by itself, "" when that is nothing, or null when its row has to be read whole. */
export type CellAlone = (cell: string) => string | null;

/**
 * A reader of cells for each column below this header, or null when rows cannot be put together of cells read one by
 * one. A row with as many cells as the header has columns, none of which is null, is a row of data for `rowReader` too,
 * with these values, no identity and no persons.
 */
export function cellsAlone(header: Header): readonly CellAlone[] | null {
  const fields = header.columns.flatMap(({field}) => field ?? []);
  const isOnce = new Set(fields).size === fields.length && fields.every((field) => !(field in header.layout.fixed));
  if (!isOnce || header.columns.length < 2) return null;
  const reading = readingOf(header);
  const read = freshCellReader(header.layout.testMarks);
  return header.columns.map((column, index) => {
    const alone = (cell: string): string | null => cellAlone(cell, column, read);
    return index > 0 ? alone : (cell) => (mayBeNoRow(cell, reading) ? null : alone(cell));
  });
}

/** The first cell of a record is all that has to be seen to tell that it is no header, no footer and not blank. */
const mayBeNoRow = (first: string, reading: Reading): boolean =>
  first.trim() === "" || mayBeHeader([first], reading.keys) || isFooter(first, reading);

function cellAlone(cell: string, {role, field, required}: Header["columns"][number], read: ReadCellOf): string | null {
  if (role === "drop") return cell.trim() === "" ? "" : null;
  const {value, kind, isTest} = read(cell);
  if (kind !== null || isTest || (required && value === "")) return null;
  if (role === "pseudonym") return cell === "" ? "" : null;
  return field === undefined ? "" : value;
}

export function batchOf(outcomes: Iterable<RowOutcome>): Batch {
  const rows: TextRow[] = [];
  const apart: Aside[] = [];
  for (const outcome of outcomes) {
    if (outcome.outcome === "row") rows.push(outcome.row);
    else apart.push(outcome);
  }
  return {rows, aside: apart};
}

interface Reading {
  readonly header: Header;
  readonly keys: readonly string[];
  readonly names: readonly string[];
  readonly footers: readonly string[];
  readonly fixed: readonly (readonly [Field, string])[];
  /** By column: what one holds is mostly not what another holds. */
  readonly readers: readonly ReadCellOf[];
}

function readingOf(header: Header): Reading {
  return {
    header,
    keys: header.cells.map(headerKey),
    names: header.cells.map(shownCell),
    footers: header.layout.footers.map((word) => word.toLowerCase()),
    fixed: Object.entries(header.layout.fixed) as [Field, string][],
    readers: header.columns.map(() => cellReader(header.layout.testMarks)),
  };
}

type ReadCellOf = (cell: string) => ReadCell;

interface RowFault {
  readonly kind: ReasonKind;
  readonly column?: string;
}

/** A record set aside; `column` is the header it is about, or null for the whole row. */
export function aside(outcome: Aside["outcome"], {row, line, byte}: Place, {kind, column}: RowFault): Aside {
  return {outcome, reason: {row, column: column ?? null, kind}, line, byte};
}

function skipKind({cells}: TextRecord, reading: Reading): ReasonKind | null {
  const {keys} = reading;
  const first = cells.find((cell) => cell.trim() !== "");
  if (first === undefined || isEndMark(cells)) return "blank_rows";
  if (mayBeHeader(cells, keys) && cells.every((cell, index) => headerKey(cell) === (keys[index] ?? "")))
    return "repeated_header";
  return isFooter(first, reading) && isThin(cells, reading) ? "footer_row" : null;
}

/** The first letter or digit after signs, when it is a plain one. */
const FIRST_LETTER = /^[^0-9A-Za-z\u0080-\uffff]*([0-9A-Za-z])(?![\u0300-\uffff])/;

/** Most rows are told from the header by the first letter or digit of their first cell, without working out its key. */
function mayBeHeader([first = ""]: readonly string[], [key = ""]: readonly string[]): boolean {
  const letter = FIRST_LETTER.exec(first)?.[1] ?? "";
  return (letter === "" || letter.toLowerCase() === key[0]) && headerKey(first) === key;
}

/** DOS programs end a file with this sign alone. */
export const isEndMark = (cells: readonly string[]): boolean => cells.length === 1 && cells[0] === "\u001a";

/** The word by itself or with something after it: «Sum», «Totalt: 5», but not «Summert». */
function isFooter(first: string, {footers}: Reading): boolean {
  if (footers.length === 0) return false;
  const key = first.trim().toLowerCase();
  return footers.some((footer) => key.startsWith(footer) && !/^\p{L}/u.test(key.slice(footer.length)));
}

/** A row of data may begin with any word; a row of sums has little else, or nothing where every report has something. */
function isThin(cells: readonly string[], {header: {columns}}: Reading): boolean {
  const isFilled = (index: number): boolean => (cells[index] ?? "").trim() !== "";
  const filled = columns.filter((_, index) => isFilled(index)).length;
  return filled * 2 < columns.length || columns.some(({required}, index) => required && !isFilled(index));
}

function recordFault({cells, kind}: TextRecord, {header}: Reading): RowFault | null {
  if (kind !== undefined) return {kind};
  for (let index = header.columns.length; index < cells.length; index += 1) {
    if (cells[index]?.trim() !== "") return {kind: "ragged_row"};
  }
  return isCut(cells, header) ? {kind: "ragged_row"} : null;
}

/** A workbook leaves out empty cells at the end of a row; a delimited file does not. */
function isCut(cells: readonly string[], {layout, columns}: Header): boolean {
  return layout.format === "csv" && cells.length < columns.length;
}

function readRow(record: TextRecord, {header, names, fixed, readers}: Reading): RowOutcome {
  const values = new Map<Field, string>(fixed);
  const persons: string[] = [];
  let identity = "";
  let isTest = false;
  for (let index = 0; index < header.columns.length; index += 1) {
    const {role, field, required} = header.columns[index] as Header["columns"][number];
    const column = names[index] ?? "";
    const cell = record.cells[index] ?? "";
    if (role === "drop" || role === "pseudonym") {
      const person = cell.trim();
      if (person !== "") persons.push(person);
      if (role === "drop") continue;
      identity += cell;
    }
    const read = readers[index] as ReadCellOf;
    const {value, kind: own, isTest: marked} = read(cell);
    const kind = record.faults?.get(index) ?? own;
    if (kind !== null) return aside("quarantined", record, {kind, column});
    if (required && value === "") return aside("quarantined", record, {kind: "missing_required", column});
    if (value === "" || field === undefined || role === "pseudonym") continue;
    values.set(field, value);
    isTest ||= marked;
  }
  if (isTest) return aside("skipped", record, {kind: "test_row"});
  const {row, line, byte} = record;
  return {outcome: "row", row: {row, line, byte, values, identity: identity.replace(/[^\p{L}\p{N}]/gu, ""), persons}};
}
