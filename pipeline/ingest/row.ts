import type {Aside, Field} from "../contract/delivery.ts";
import type {Reason, ReasonKind} from "../contract/reasons.ts";
import type {TextRecord} from "./csv.ts";
import {type Header, headerKey} from "./header.ts";

const LONGEST_CELL = 32_767;
const CONTROL = /(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u;
const MOJIBAKE = /Ã[\u0080-\u00bf¤¥¦¸†˜…]|Â[\u00a0-\u00bf]|â€[œ™\u009d“”˜]/;

export type RowOutcome = Aside | {readonly outcome: "row"; readonly values: ReadonlyMap<Field, string>};

/** What a record below the header is: a row of data, a row to skip, or a row that waits. */
export function classify(record: TextRecord, header: Header): RowOutcome {
  const skipped = skipKind(record, header);
  if (skipped !== null) return {outcome: "skipped", reason: {row: record.row, column: null, kind: skipped}};
  if (surplus(record, header).some((cell) => cell.trim() !== "") || isCut(record, header)) {
    return {outcome: "quarantined", reason: {row: record.row, column: null, kind: "ragged_row"}};
  }
  const values = valuesOf(record, header);
  const fault = faultOf(record, header);
  if (fault !== null) return {outcome: "quarantined", reason: fault};
  if ([...values.values()].some((value) => startsWithAny(value, header.layout.testMarks))) {
    return {outcome: "skipped", reason: {row: record.row, column: null, kind: "test_row"}};
  }
  return {outcome: "row", values};
}

function skipKind(record: TextRecord, header: Header): ReasonKind | null {
  const first = record.cells.find((cell) => cell.trim() !== "");
  if (first === undefined) return "blank_rows";
  if (record.cells.every((cell, index) => headerKey(cell) === headerKey(header.cells[index] ?? "")))
    return "repeated_header";
  return startsWithAny(first, header.layout.footers) ? "footer_row" : null;
}

function surplus(record: TextRecord, header: Header): readonly string[] {
  return record.cells.slice(header.columns.length);
}

/** A workbook leaves out empty cells at the end of a row; a delimited file does not. */
function isCut(record: TextRecord, header: Header): boolean {
  return header.layout.format === "csv" && record.cells.length < header.columns.length;
}

function valuesOf(record: TextRecord, header: Header): Map<Field, string> {
  const values = new Map<Field, string>();
  for (const [field, value] of Object.entries(header.layout.fixed)) values.set(field as Field, value);
  for (const [index, column] of header.columns.entries()) {
    if (column.field === undefined || column.role === "drop" || column.role === "pseudonym") continue;
    const value = clean(record.cells[index] ?? "");
    if (value !== "") values.set(column.field, value);
  }
  return values;
}

function faultOf(record: TextRecord, header: Header): Reason | null {
  if (record.kind === "formula_cell") return {row: record.row, column: null, kind: record.kind};
  for (const [index, column] of header.columns.entries()) {
    const cell = record.cells[index] ?? "";
    const kind =
      cellFault(cell) ?? (record.kind === "error_cell" && /^#[A-Z0-9/]+[!?A]?$/.test(cell) ? "error_cell" : null);
    if (kind !== null && column.role !== "drop") return {row: record.row, column: column.header, kind};
    if (column.required && clean(cell) === "")
      return {row: record.row, column: column.header, kind: "missing_required"};
  }
  return null;
}

function cellFault(cell: string): ReasonKind | null {
  if (cell.length > LONGEST_CELL) return "oversize_cell";
  if (cell.includes("\ufffd")) return "encoding";
  if (CONTROL.test(cell)) return "control_chars";
  return MOJIBAKE.test(cell) ? "mojibake" : null;
}

function clean(cell: string): string {
  return cell
    .normalize("NFC")
    .replace(/[\u00a0\u200b\ufeff]/g, " ")
    .trim();
}

function startsWithAny(value: string, marks: readonly string[]): boolean {
  const key = value.trim().toLocaleLowerCase("nb");
  return marks.some((mark) => key.startsWith(mark.toLocaleLowerCase("nb")));
}
