import {date, quarter} from "../../dashboard/text/dates.ts";
import {number, percent, rate} from "../../dashboard/text/numbers.ts";
import {texts} from "../../dashboard/text/text.ts";
import {type CellStatus, cellSign} from "../contract/cell.ts";
import type {Row} from "../contract/tables.ts";
import type {Cell, Dom, Form, Range} from "./document.ts";
import type {View} from "./view.ts";

interface Counted {
  readonly status: CellStatus;
  readonly n: number | null;
}

interface Limits {
  readonly status: CellStatus;
  readonly nedre: number | null;
  readonly oevre: number | null;
}

export const text = (value: string): Cell => ({kind: "text", text: value});

/** A row that should be there and is not, is missing; it is never zero. */
export function countCell(row: Counted | undefined): Cell {
  return valueCell(row, row?.n ?? null, "count");
}

export function valueCell(row: {readonly status: CellStatus} | undefined, value: number | null, form: Form): Cell {
  if (row?.status === "published") {
    return value === null ? {kind: "sign", status: "not_applicable"} : {kind: "number", value, form};
  }
  return {kind: "sign", status: row?.status ?? "missing"};
}

export function rangeCell(row: Limits | undefined, form: Form): Cell {
  const range = rangeOf(row);
  if (range) return {kind: "range", form, ...range};
  return valueCell(row, null, form);
}

export function rangeOf(row: Limits | undefined): Range | null {
  if (row?.status !== "published" || row.nedre === null || row.oevre === null) return null;
  return {lower: row.nedre, upper: row.oevre};
}

const forms: Readonly<Record<Form, (value: number) => string>> = {count: number, rate, percent};

function formatted(value: number, form: Form): string {
  return forms[form](value);
}

export function formattedRange({lower, upper}: Range, form: Form): string {
  const first = form === "percent" ? number(lower * 100) : formatted(lower, form);
  return `${first}–${formatted(upper, form)}`;
}

/** A cell as text; a hidden, missing or inapplicable one is its standard sign. */
export function written(cell: Exclude<Cell, {kind: "drawing"}>): string {
  if (cell.kind === "sign") return cellSign[cell.status];
  if (cell.kind === "number") return formatted(cell.value, cell.form);
  return cell.kind === "range" ? formattedRange(cell, cell.form) : cell.text;
}

/** The shape of a change, so that it is read without colour. */
export const glyph: Readonly<Record<Dom, string>> = {auke: "▲", nedgang: "▼", uviss: "●"};

/** Signs of Statistics Norway beside a year. */
export const yearMarks = {provisional: "*", broken: "|"} as const;

/** n as it stands in a subtitle: the number, or the sign of a hidden one. */
export function shownCount(row: Counted | undefined): string {
  return row?.status === "published" && row.n !== null ? number(row.n) : cellSign.hidden;
}

/** As `shownCount`, where the period is more than the year. */
export function yearCount(row: Counted | undefined, year: number): string {
  return `${shownCount(row)} i ${year}`;
}

/** A count as it is said aloud: the number, or why there is none. */
export function spoken(view: View, row: Counted | undefined): string {
  const t = texts[view.language];
  if (row?.status === "published" && row.n !== null) return number(row.n);
  const why: Readonly<Record<string, string>> = {hidden: t.hidden, missing: t.missing};
  return why[row?.status ?? "missing"] ?? t.notApplicable;
}

export function quarterName(row: {readonly aar: number; readonly kvartal: number}): string {
  return quarter(row.kvartal, row.aar);
}

/** What the dashed lines are, numbered as in the drawing when they are several; nothing when there are none. */
export function breakNotes(view: View, rows: readonly Row<"brot">[], label = ""): string[] {
  const t = texts[view.language];
  const numbered = label !== "" && rows.length > 1;
  const named = rows.map(
    (row, index) => `${numbered ? `${label} ${index + 1}, ` : ""}${date(row.dato)} ${row[view.language]}`,
  );
  return rows.length === 0 ? [] : [t.breakNotes(named)];
}
