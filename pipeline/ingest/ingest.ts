import {createHash} from "node:crypto";
import type {Aside, Field, RefusedFile, TakenFile, TextRow} from "../contract/delivery.ts";
import type {ReasonKind} from "../contract/reasons.ts";
import {csvRecords, type TextRecord} from "./csv.ts";
import {decode} from "./encoding.ts";
import {chooseHeader, findHeader, type Header, type HeaderFault} from "./header.ts";
import {delimitedReadings, type Layout, workbookReadings} from "./layout.ts";
import {classify} from "./row.ts";
import {readWorkbook} from "./xlsx.ts";

/** A file as received; `name` is its name without folder. */
export interface DeliveryFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Given when the file is too large to have been read. */
  readonly size?: number;
}

/** Larger files are refused unread. */
export const LARGEST_FILE = 512 * 1024 * 1024;

/** Bytes to rows of text. Nothing is stored and nothing is guessed: the layout that fits decides, or the file is refused. */
export async function ingest(file: DeliveryFile, layouts: readonly Layout[]): Promise<TakenFile | RefusedFile> {
  const sha256 = createHash("sha256").update(file.bytes).digest("hex");
  const refused = (fault: Partial<RefusedFile> & {kind: ReasonKind}): RefusedFile => {
    return {outcome: "refused", name: file.name, sha256, layout: null, row: null, columns: [], ...fault};
  };
  const source = await openSource(file, layouts);
  if ("kind" in source) return refused(source);
  const {header, records} = source;
  const layout = header.layout.id;
  const rows: TextRow[] = [];
  const aside: Aside[] = [];
  for (const record of records) {
    if (record.row <= header.row) continue;
    if (record.kind === "unclosed_quote") return refused({kind: record.kind, row: record.row, layout});
    const outcome = classify(record, header);
    if (outcome.outcome === "row")
      rows.push({
        row: record.row,
        values: outcome.values,
        identity: identityOf(record, header),
        persons: personsIn(record, header),
      });
    else aside.push(outcome);
  }
  if (rows.length + aside.length === 0) return refused({kind: "no_rows", layout});
  return {
    outcome: "taken",
    name: file.name,
    sha256,
    bytes: file.bytes.length,
    layout,
    sender: header.layout.avsendar,
    fields: fieldsOf(header),
    rows,
    aside,
  };
}

function fieldsOf({layout, columns}: Header): Field[] {
  const own = columns.flatMap(({field, role}) =>
    field !== undefined && (role === "keep" || role === "freetext") ? [field] : [],
  );
  return [...new Set([...own, ...(Object.keys(layout.fixed) as Field[])])];
}

type Source =
  | {readonly header: Header; readonly records: Iterable<TextRecord>}
  | (Partial<HeaderFault> & {readonly kind: ReasonKind});

function openSource(file: DeliveryFile, layouts: readonly Layout[]): Promise<Source> | Source {
  if ((file.size ?? 0) > LARGEST_FILE) return {kind: "too_large"};
  const begins = (...signature: number[]): boolean => signature.every((byte, index) => file.bytes[index] === byte);
  const isZip = begins(0x50, 0x4b, 0x03, 0x04) || begins(0x50, 0x4b, 0x05, 0x06);
  const isCompound = begins(0xd0, 0xcf, 0x11, 0xe0);
  return isZip || isCompound ? openWorkbook(file, layouts) : openText(file, layouts);
}

function openText(file: DeliveryFile, layouts: readonly Layout[]): Source {
  const decoded = decode(file.bytes);
  if ("kind" in decoded) return decoded;
  if (/\.(xlsx?|xlsm|ods|pdf|docx?)$/i.test(file.name)) return {kind: "wrong_type"};
  const {text} = decoded;
  if (text.trim() === "") return {kind: "empty"};
  const candidates = layouts.flatMap(delimitedReadings);
  const chosen = chooseHeader(
    candidates.map((layout) => findHeader(csvRecords(text, layout.delimiter ?? ";"), layout)),
  );
  return "kind" in chosen ? chosen : {header: chosen, records: csvRecords(text, chosen.layout.delimiter ?? ";")};
}

async function openWorkbook(file: DeliveryFile, layouts: readonly Layout[]): Promise<Source> {
  const book = await readWorkbook(file.bytes);
  if ("kind" in book) return book;
  const found = book.sheets.flatMap((sheet) =>
    layouts
      .flatMap((layout) => workbookReadings(layout, sheet.name))
      .map((layout) => ({sheet, header: findHeader(sheet.records, layout)})),
  );
  const fitting = found.filter(({header}) => "cells" in header);
  if (new Set(fitting.map(({sheet}) => sheet.name)).size > 1) return {kind: "sheet_choice_needed"};
  const chosen = chooseHeader(found.map(({header}) => header));
  if ("kind" in chosen) return chosen;
  const sheet = found.find(({header}) => header === chosen)?.sheet;
  return {header: chosen, records: sheet?.records ?? []};
}

function personsIn(record: TextRecord, {columns}: Header): string[] {
  return columns.flatMap(({role}, index) => {
    const cell = record.cells[index]?.trim() ?? "";
    return cell !== "" && (role === "drop" || role === "pseudonym") ? [cell] : [];
  });
}

function identityOf(record: TextRecord, header: Header): string {
  const parts = header.columns.map((column, index) => (column.role === "pseudonym" ? (record.cells[index] ?? "") : ""));
  return parts.join("").replace(/[^\p{L}\p{N}]/gu, "");
}
