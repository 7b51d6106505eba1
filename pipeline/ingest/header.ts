import type {ReasonKind} from "../contract/reasons.ts";
import type {TextRecord} from "./csv.ts";
import type {Layout} from "./layout.ts";

const DEEPEST_HEADER_ROW = 20;

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

/** The header row of this layout among the first rows, or what stands in the way of reading the file with it. */
export function findHeader(records: Iterable<TextRecord>, layout: Layout): Header | HeaderFault {
  let nearest: HeaderFault = {kind: "header_missing", layout: null, row: null, columns: []};
  let mostFound = 0;
  for (const record of records) {
    if (record.row > DEEPEST_HEADER_ROW) break;
    const cells = withoutTrailingBlanks(record.cells);
    const columns = cells.map((cell) => columnNamed(layout, cell));
    const found = columns.filter((column) => column !== undefined).length;
    if (found <= mostFound) continue;
    mostFound = found;
    const fault = headerFault({...record, cells}, columns, layout);
    if (fault === null) return {layout, row: record.row, cells, columns: columns as LayoutColumn[]};
    nearest = fault;
  }
  return nearest;
}

/** The header that fits, or the fault of the layout that came nearest to fitting. */
export function chooseHeader(found: readonly (Header | HeaderFault)[]): Header | HeaderFault {
  const fitting = found.filter((header): header is Header => "cells" in header);
  const best = fitting.sort((a, b) => b.columns.length - a.columns.length)[0];
  if (best !== undefined) return best;
  const faults = found.filter((header): header is HeaderFault => "kind" in header && header.layout !== null);
  const severity = (fault: HeaderFault): number =>
    (fault.kind === "header_missing" ? 1 : 0) * 1000 + fault.columns.length;
  return (
    faults.sort((a, b) => severity(a) - severity(b))[0] ?? {kind: "not_tabular", layout: null, row: null, columns: []}
  );
}

function headerFault(
  record: TextRecord,
  columns: readonly (LayoutColumn | undefined)[],
  layout: Layout,
): HeaderFault | null {
  const fault = (kind: ReasonKind, names: readonly string[]): HeaderFault | null =>
    names.length > 0 ? {kind, layout: layout.id, row: record.row, columns: names} : null;
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

function columnNamed(layout: Layout, cell: string): LayoutColumn | undefined {
  const key = headerKey(cell);
  return layout.columns.find((column) => [column.header, ...column.aliases].some((name) => headerKey(name) === key));
}

/** Headers are compared without case, byte order mark, soft breaks and surplus space. */
export function headerKey(cell: string): string {
  return cell
    .normalize("NFC")
    .replace(/[\ufeff\u00a0\s]+/g, " ")
    .trim()
    .toLocaleLowerCase("nb");
}
