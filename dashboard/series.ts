import type {Row} from "../pipeline/contract/tables.ts";
import {type Aar, spanOfYears} from "./charts/aarsrad.ts";
import {type Kvartal, spanOf} from "./charts/signalrad.ts";
import type {Spegelrad} from "./charts/spegel.ts";
import {date, quarter} from "./text/dates.ts";
import {number} from "./text/numbers.ts";
import {texts} from "./text/text.ts";
import {alle, breaks, categories, indexBy, melding, type Retning, retningar, rowsIn, shown, type View} from "./view.ts";

const byCourse = indexBy(({kategori, retning}: Row<"melding_per_kvartal">) => `${kategori} ${retning}`);

/** The quarters of one category and direction in the view's area, in order. */
export function quarters(view: View, kategori: string, retning: string): Kvartal[] {
  return byCourse(rowsIn(view.tables.melding_per_kvartal, view.omraade), `${kategori} ${retning}`)
    .map(({aar, kvartal, n, status}) => ({aar, kvartal, n, status}))
    .sort((a, b) => a.aar - b.aar || a.kvartal - b.kvartal);
}

/** A course with more than a third of its quarters hidden is not drawn at all. */
export function isDrawable(rows: readonly Kvartal[]): boolean {
  return rows.filter((row) => row.status === "published").length * 3 >= rows.length * 2;
}

/** The years of one category in the view's area, in order. */
export function years(view: View, kategori: string): Aar[] {
  return view.facts.years.map((aar) => {
    const row = melding(view, kategori, alle, aar);
    return {aar, n: row?.n ?? null, status: row?.status ?? "missing"};
  });
}

/** Both directions of all reports, for `spegel`. */
export function spegelrader(view: View): Spegelrad[] {
  return retningar.flatMap((retning) => quarters(view, alle, retning).map((row) => ({...row, retning})));
}

/** What stands beside each half of `spegel`: the direction and its total, when that is shown. */
export function spegelLabel(view: View, retning: Retning): string {
  const name = texts[view.language].retning[retning](view.facts.trustShort);
  const total = shown(melding(view, alle, retning));
  return total === null ? name : `${name}: ${number(total)} i ${view.facts.year}`;
}

/** Breaks for a drawing: one is called «brot», several are numbered to match the note under it. */
export function breakMarks(view: View): {dato: string; label: string}[] {
  const all = breaks(view);
  const word = texts[view.language].break;
  return all.map(({dato}, index) => ({dato, label: all.length === 1 ? word : `${word} ${index + 1}`}));
}

/** What the dashed lines of `breakMarks` are; empty when there are none. */
export function breakNote(view: View): string {
  const marks = breakMarks(view);
  return noteOf(
    view,
    breaks(view).map((row, index) => ({...row, label: marks.length > 1 ? `${marks[index]?.label}, ` : ""})),
  );
}

/** As `breakNote`, with the breaks that touch one category only. */
export function rowBreakNote(view: View): string {
  const rows = new Set(categories(view).flatMap((kode) => breaks(view, kode)));
  return noteOf(
    view,
    [...rows].sort((a, b) => a.dato.localeCompare(b.dato)).map((row) => ({...row, label: ""})),
  );
}

function noteOf(view: View, rows: readonly (Row<"brot"> & {label: string})[]): string {
  if (rows.length === 0) return "";
  return texts[view.language].breakNotes(rows.map((row) => `${row.label}${date(row.dato)} ${row[view.language]}`));
}

/** A count as it is said: the number, or why there is none. */
export function spoken(view: View, row: {readonly status: string; readonly n: number | null} | undefined): string {
  const t = texts[view.language];
  if (row?.status === "published" && row.n !== null) return number(row.n);
  return {hidden: t.hidden, missing: t.missing}[row?.status ?? "missing"] ?? t.notApplicable;
}

export function quarterName(row: {readonly aar: number; readonly kvartal: number}): string {
  return quarter(row.kvartal, row.aar);
}

/** The sum of the years' totals, and nothing when one of them is not shown. */
export function totalOfYears(view: View): number | null {
  const totals = view.facts.years.map((aar) => shown(melding(view, alle, alle, aar)));
  return totals.reduce<number | null>((sum, n) => (sum === null || n === null ? null : sum + n), 0);
}

/** n as it is written in a subtitle. */
export function written(n: number | null): string {
  return n === null ? ":" : number(n);
}

/** The scales that all rows of the category table share. */
export function rowScales(view: View): {span: number; year: number; direction: number} {
  const all = categories(view);
  const most = (values: readonly (number | null | undefined)[]) => Math.max(1, ...values.map((value) => value ?? 0));
  return {
    span: Math.max(...all.map((kode) => Math.max(spanOf(quarters(view, kode, alle)), spanOfYears(years(view, kode))))),
    year: most(all.map((kode) => publishedUpper(view, kode))),
    direction: most(all.flatMap((kode) => retningar.map((retning) => shown(melding(view, kode, retning))))),
  };
}

function publishedUpper(view: View, kode: string): number | null {
  const row = melding(view, kode, alle);
  return row?.status === "published" ? row.oevre : null;
}
