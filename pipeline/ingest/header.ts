import type {ReasonKind} from "../contract/reasons.ts";
import type {TextRecord} from "./csv.ts";
import {isShared, type Layout} from "./layout.ts";

export const DEEPEST_HEADER_ROW = 20;
const NEAR = 0.7;
/** A row with more cells than this is no header of ours. */
export const MOST_COLUMNS = 512;

type LayoutColumn = Layout["columns"][number];

/** Where a layout's columns stand in a file: `columns[i]` is what column i of the file is. */
export interface Header {
  readonly layout: Layout;
  readonly row: number;
  readonly cells: readonly string[];
  readonly columns: readonly LayoutColumn[];
}

export interface HeaderFault {
  readonly kind: ReasonKind;
  readonly layout: string | null;
  readonly row: number | null;
  readonly columns: readonly string[];
}

interface Attempt extends HeaderFault {
  /** The share of the layout's columns that the row has. */
  readonly found: number;
  readonly shared: boolean;
}

/** The header row of this layout among the first rows, or what stands in the way of reading the file with it. */
export function findHeader(records: Iterable<TextRecord>, layout: Layout): Header | Attempt {
  let nearest: Attempt = {...nothingFound, kind: "header_missing"};
  let mostFound = 0;
  const named = columnsByKey(layout);
  for (const record of records) {
    if (record.row > DEEPEST_HEADER_ROW) break;
    const cells = withoutTrailingBlanks(record.cells);
    if (cells.length > MOST_COLUMNS) continue;
    const columns = cells.map((cell) => named.get(headerKey(cell)));
    const found = columns.filter((column) => column !== undefined).length;
    if (found <= mostFound) continue;
    mostFound = found;
    const fault = headerFault({...record, cells}, columns, layout);
    if (fault === null) return {layout, row: record.row, cells, columns: columns as LayoutColumn[]};
    nearest = {...fault, found: found / layout.columns.length, shared: isShared(layout)};
  }
  return nearest;
}

const nothingFound: Attempt = {
  kind: "not_tabular",
  layout: null,
  row: null,
  columns: [],
  found: 0,
  shared: false,
};

/**
 * The header that fits, or the fault of the layout that came nearest to fitting. A sender's own layout goes before the
 * shared one, also when the sender has changed it a little: a changed layout is told of, never read as something else.
 */
export function chooseHeader(found: readonly (Header | Attempt)[]): Header | HeaderFault {
  const fitting = found.filter((header): header is Header => "cells" in header);
  const own = longest(fitting.filter(({layout}) => !isShared(layout)));
  if (own !== undefined) return own;
  const faults = found.filter((header): header is Attempt => "kind" in header && header.layout !== null);
  const changed = faults.filter((fault) => !fault.shared && fault.found >= NEAR);
  if (changed.length > 0) return nearestFault(changed);
  return longest(fitting) ?? nearestFault(faults);
}

function longest(headers: readonly Header[]): Header | undefined {
  return [...headers].sort((a, b) => b.columns.length - a.columns.length)[0];
}

function nearestFault(faults: readonly Attempt[]): HeaderFault {
  const severity = (fault: HeaderFault): number =>
    (fault.kind === "header_missing" ? 1 : 0) * 1000 + fault.columns.length;
  const [nearest = nothingFound] = [...faults].sort((a, b) => severity(a) - severity(b));
  const {kind, layout, row, columns} = nearest;
  return {kind, layout, row, columns};
}

function headerFault(
  record: TextRecord,
  columns: readonly (LayoutColumn | undefined)[],
  layout: Layout,
): HeaderFault | null {
  const fault = (kind: ReasonKind, names: readonly string[]) =>
    names.length > 0 ? {kind, layout: layout.id, row: record.row, columns: names.map(shownCell)} : null;
  const missing = layout.columns.filter((column) => column.required && !columns.includes(column));
  const unknown = record.cells.filter((cell, index) => columns[index] === undefined && headerKey(cell) !== "");
  const twice = layout.columns.filter((column) => columns.indexOf(column) !== columns.lastIndexOf(column));
  return (
    fault(
      "header_missing",
      missing.map((column) => column.header),
    ) ??
    fault("header_unknown", unknown) ??
    fault(
      "header_duplicate",
      twice.map((column) => column.header),
    ) ??
    fault(
      "header_unknown",
      record.cells.flatMap((cell, index) => (columns[index] === undefined ? [cell] : [])),
    )
  );
}

function withoutTrailingBlanks(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => headerKey(cell) !== "") + 1);
}

function columnsByKey({columns}: Layout): ReadonlyMap<string, LayoutColumn> {
  const named = columns.flatMap((column) =>
    [column.header, ...column.aliases].map((name) => [headerKey(name), column] as const),
  );
  return new Map(named.reverse());
}

/** A header as it stands in the file, on one line and without what cannot be seen. */
export function shownCell(cell = ""): string {
  return cell
    .replace(/[\u00ad\u200b\ufeff]/g, "")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
}

/** Headers are compared without case, signs, byte order mark, soft breaks and surplus space. */
export function headerKey(cell: string): string {
  const plain = cell
    .normalize("NFC")
    .replace(/[\ufeff\u200b\u00ad]+/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .toLocaleLowerCase("nb");
  return plain.replace(/[^\p{L}\p{N}]+/gu, "") || plain;
}
