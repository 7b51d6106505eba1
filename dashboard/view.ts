import type {CellStatus} from "../pipeline/contract/cell.ts";
import type {Language, PageFacts} from "../pipeline/contract/edition.ts";
import type {Row, Tables} from "../pipeline/contract/tables.ts";

/** What was published to this page. */
export interface Published {
  readonly facts: PageFacts;
  readonly tables: Tables;
}

/** One state of the page: what was published, seen for one area in one language. */
export interface View extends Published {
  readonly language: Language;
  readonly omraade: string;
}

export type Retning = "K2H" | "H2K";
export const retningar = ["K2H", "H2K"] as const satisfies readonly Retning[];
export const alle = "alle";
export const fylke = "fylke";
export const hf = "hf";

/** No category, or no field of service, was given. */
export const unclassified = "UKJ";
const residual: readonly string[] = ["ANN", unclassified];

/** True for the categories that hold what fits nowhere else; they stand last whatever their size. */
export function isResidual(kategori: string): boolean {
  return residual.includes(kategori);
}

export function viewOf(published: Published, state: Partial<Pick<View, "language" | "omraade">> = {}): View {
  const {language, omraade} = {...published.facts.audience, ...state};
  return {...published, language, omraade};
}

/** The number of a published cell, null for every other status. */
export function shown(row: {readonly status: CellStatus; readonly n: number | null} | undefined): number | null {
  return row?.status === "published" ? row.n : null;
}

/** Who the page is for; the public edition is for everybody and carries the name of the whole. */
export function audienceName({audience, county}: PageFacts, language: Language): string {
  return (audience.name ?? county)[language];
}

/** The name of an area in running text: the county, `LSU` with its name, or a municipality. */
export function areaName(view: View, id = view.omraade): string {
  const row = areaRow(view, id);
  if (row?.type === "fylke") return view.facts.county[view.language];
  return row?.type === "lsu" ? `LSU ${row.namn}` : (row?.namn ?? id);
}

/** The name of an area where its type is plain from the place: a column head. */
export function areaShort(view: View, id = view.omraade): string {
  return areaRow(view, id)?.namn ?? id;
}

function areaRow(view: View, id: string): Row<"omraade"> | undefined {
  const rows = view.tables.omraade.filter((row) => row.id === id);
  return rows.find((row) => row.aar === view.facts.year) ?? rows.at(-1);
}

function areasOfType(view: View, type: string): readonly Row<"omraade">[] {
  return view.tables.omraade.filter((row) => row.aar === view.facts.year && row.type === type);
}

export function lsuIds(view: View): string[] {
  return byName(areasOfType(view, "lsu")).map((row) => row.id);
}

/** Municipalities of the view's area in the report year, by name. */
export function kommunar(view: View): readonly Row<"omraade">[] {
  return byName(kommunarOf(view));
}

function kommunarOf(view: View): readonly Row<"omraade">[] {
  const rows = areasOfType(view, "kommune");
  return view.omraade === fylke ? rows : rows.filter((row) => row.lsu === view.omraade);
}

/** The areas a reader may choose between: all for the county, else the own area and the county. */
export function areaChoices(view: View): string[] {
  const own = view.facts.audience.omraade;
  return own === fylke ? [fylke, ...lsuIds(view)] : [own, fylke];
}

const alphabet = new Intl.Collator("nb");

function byName<T extends {readonly namn: string}>(rows: readonly T[]): T[] {
  return [...rows].sort((a, b) => alphabet.compare(a.namn, b.namn));
}

export function categoryName(view: View, kode: string, akse = "feiltype"): string {
  return view.tables.kategori.find((row) => row.akse === akse && row.kode === kode)?.[view.language] ?? kode;
}

/** Finds the rows of a key, and walks through a table once for it, however many numbers of it are shown. */
export function indexBy<R extends object>(
  key: (row: R) => string,
): (rows: readonly R[], wanted: string) => readonly R[] {
  const known = new WeakMap<readonly R[], ReadonlyMap<string, readonly R[]>>();
  return (rows, wanted) => {
    const groups = known.get(rows) ?? grouped(rows, key);
    known.set(rows, groups);
    return groups.get(wanted) ?? none;
  };
}

const none: readonly never[] = [];

function grouped<R>(rows: readonly R[], key: (row: R) => string): ReadonlyMap<string, readonly R[]> {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const name = key(row);
    const own = groups.get(name);
    if (own) own.push(row);
    else groups.set(name, [row]);
  }
  return groups;
}

type OfArea = {readonly omraade: string};

const byArea = indexBy((row: OfArea) => row.omraade);

/** The rows of one area; the same array every time. */
export function rowsIn<R extends OfArea>(rows: readonly R[], omraade: string): readonly R[] {
  return byArea(rows, omraade) as readonly R[];
}

const byCount = indexBy(({aar, kategori, retning}: Row<"melding_per_kategori">) => `${aar} ${kategori} ${retning}`);

export function melding(
  view: View,
  kategori: string,
  retning: string,
  aar = view.facts.year,
): Row<"melding_per_kategori"> | undefined {
  return byCount(rowsIn(view.tables.melding_per_kategori, view.omraade), `${aar} ${kategori} ${retning}`)[0];
}

/** Categories by the count of the report year; hidden ones keep the print order, so that their place tells nothing. */
export function categories(view: View): string[] {
  const rows = view.tables.kategori.filter((row) => row.akse === "feiltype");
  const size = (kode: string) => shown(melding(view, kode, alle)) ?? -1;
  return [...rows]
    .sort((a, b) => rank(a.kode) - rank(b.kode) || size(b.kode) - size(a.kode) || a.nr - b.nr)
    .map((row) => row.kode);
}

function rank(kode: string): number {
  return residual.indexOf(kode);
}

export function endring(view: View, kategori: string): Row<"endring_per_kategori"> | undefined {
  return rowsIn(view.tables.endring_per_kategori, view.omraade).find(
    (row) => row.aar === view.facts.year && row.kategori === kategori,
  );
}

export function andel(view: View, maal: string): Row<"andel_per_omraade"> | undefined {
  return rowsIn(view.tables.andel_per_omraade, view.omraade).find(
    (row) => row.aar === view.facts.year && row.maal === maal,
  );
}

export function median(view: View, maal: string): Row<"median_per_omraade"> | undefined {
  return rowsIn(view.tables.median_per_omraade, view.omraade).find(
    (row) => row.aar === view.facts.year && row.maal === maal,
  );
}

/**
 * Breaks in the years shown that touch the view's area, and all categories or `kategori`.
 * Several categories or municipalities stand with a space between.
 */
export function breaks(view: View, kategori?: string): readonly Row<"brot">[] {
  const inArea = kommunarOf(view).map((row) => row.id);
  const touching = view.tables.brot.filter(
    (row) =>
      view.facts.years.includes(Number(row.dato.slice(0, 4))) &&
      (row.kommune === null || row.kommune.split(" ").some((id) => inArea.includes(id))) &&
      (row.kategori === null || (kategori !== undefined && row.kategori.split(" ").includes(kategori))),
  );
  return touching.sort((a, b) => a.dato.localeCompare(b.dato));
}
