import {type TableName, tables} from "../contract/tables.ts";
import {alle, areaName, fylke, hf, type View} from "./view.ts";

type AnyRow = Readonly<Record<string, string | number | boolean | null>>;
type Compare = (a: AnyRow, b: AnyRow) => number;

const alphabet = new Intl.Collator("nb");

/** Rows as a reader looks for them: by the keys of the table, areas by name, categories in their print order, totals last. */
export function inPrintOrder(view: View, name: TableName, rows: readonly AnyRow[]): AnyRow[] {
  const comparisons = "nr" in (rows[0] ?? {}) ? numbered : tables[name].key.map((column) => comparedBy(view, column));
  return [...rows].sort((a, b) => comparisons.map((compare) => compare(a, b)).find((order) => order !== 0) ?? 0);
}

/** Tables that carry their order: what went wrong before the field of service, then by number. */
const numbered: readonly Compare[] = [
  (a, b) => String(b.akse ?? "").localeCompare(String(a.akse ?? "")),
  (a, b) => Number(a.nr) - Number(b.nr),
];

function comparedBy(view: View, column: string): Compare {
  const by =
    (rank: (value: string) => number): Compare =>
    (a, b) =>
      rank(String(a[column])) - rank(String(b[column]));
  const areas: Compare = (a, b) => comparePlaces(view, String(a[column]), String(b[column]));
  const found: Readonly<Record<string, Compare>> = {
    aar: by(Number),
    kvartal: by(Number),
    retning: by((value) => ["K2H", "H2K", alle].indexOf(value)),
    kategori: by(placeOf(view, "feiltype")),
    fagomraade: by(placeOf(view, "fagomraade")),
    omraade: areas,
    kommune: areas,
    part: areas,
    id: areas,
  };
  return found[column] ?? (() => 0);
}

function placeOf({tables: {kategori}}: View, akse: string): (kode: string) => number {
  const places = new Map(kategori.filter((row) => row.akse === akse).map(({kode, nr}) => [kode, nr]));
  return (kode) => (kode === alle ? Number.MAX_SAFE_INTEGER : (places.get(kode) ?? 0));
}

const placeRank = (id: string): number => (id === fylke || id === hf ? 0 : id.startsWith("lsu-") ? 1 : 2);

export function comparePlaces(view: View, a: string, b: string): number {
  return placeRank(a) - placeRank(b) || alphabet.compare(areaName(view, a), areaName(view, b));
}
