import type {tillitFinding} from "../../dashboard/findings/tillit.ts";
import type {PageFacts} from "../contract/edition.ts";
import type {Row, TableName, Tables} from "../contract/tables.ts";

/** The trust, among the parties. */
export const hf = "hf";

/** What a finding is said about: tables and facts, seen for one area in one language. */
export type View = Parameters<typeof tillitFinding>[0];

export const alle = "alle";
export const fylke = "fylke";
export const retningar = ["K2H", "H2K"] as const;
export type Retning = (typeof retningar)[number];

export function viewOf(tables: Tables, facts: PageFacts): View {
  const {omraade, language} = facts.audience;
  return {tables, facts, omraade, language};
}

export function seenFrom(view: View, omraade: string): View {
  return {...view, omraade};
}

export type Quarter = Row<"melding_per_kvartal">;

function areas(view: View, type: string): Row<"omraade">[] {
  return view.tables.omraade
    .filter((row) => row.aar === view.facts.year && row.type === type)
    .sort((a, b) => a.namn.localeCompare(b.namn, "nb"));
}

export function lsuIds(view: View): string[] {
  return areas(view, "lsu").map(({id}) => id);
}

/** The name of the view's area in running text. */
export function areaName(view: View, id = view.omraade): string {
  const row = view.tables.omraade.filter((row) => row.id === id).at(-1);
  if (row?.type === "fylke") return view.facts.county[view.language];
  return row?.type === "lsu" ? `LSU ${row.namn}` : (row?.namn ?? id);
}

export function areaShort(view: View, id = view.omraade): string {
  return view.tables.omraade.filter((row) => row.id === id).at(-1)?.namn ?? id;
}

export function categoryName(view: View, kode: string, akse = "feiltype"): string {
  return view.tables.kategori.find((row) => row.akse === akse && row.kode === kode)?.[view.language] ?? kode;
}

/** The committee behind a route, or the secretariat when the route is no professional committee. */
export function committeeFor(view: View, kode: string): string {
  const {rute} = view.tables.kategori.find((row) => row.akse === "feiltype" && row.kode === kode) ?? {};
  const routed = view.tables.utval.find(({id, type}) => id === rute && type === "fsu");
  return routed?.[view.language] ?? committee(view, "sekretariat");
}

export function committee(view: View, type: "ssu" | "sekretariat"): string {
  const row = view.tables.utval.find((row) => row.type === type);
  return row?.[view.language] ?? {ssu: "SSU", sekretariat: "Sekretariatet"}[type];
}

export function melding(
  view: View,
  {kategori = alle, retning = alle, aar = view.facts.year}: {kategori?: string; retning?: string; aar?: number} = {},
): Row<"melding_per_kategori"> | undefined {
  return inArea(view, "melding_per_kategori").find(
    (row) => row.aar === aar && row.kategori === kategori && row.retning === retning,
  );
}

/** The quarters of all years of one category and direction, in order. */
export function quarters(view: View, kategori: string, retning: string): Quarter[] {
  return inArea(view, "melding_per_kvartal")
    .filter((row) => row.kategori === kategori && row.retning === retning)
    .sort((a, b) => a.aar - b.aar || a.kvartal - b.kvartal);
}

export function inArea<N extends TableName>(view: View, table: N): readonly Row<N>[] {
  const rows = view.tables[table] as readonly Row<N>[];
  return rows.filter((row) => (row as {omraade?: string}).omraade === view.omraade);
}

/** Categories by the count of the report year; hidden ones keep the print order, the residual ones stand last. */
export function categories(view: View): string[] {
  const size = (kode: string) => melding(view, {kategori: kode})?.n ?? -1;
  const residual = (kode: string) => ["ANN", "UKJ"].indexOf(kode);
  return view.tables.kategori
    .filter(({akse}) => akse === "feiltype")
    .sort((a, b) => residual(a.kode) - residual(b.kode) || size(b.kode) - size(a.kode) || a.nr - b.nr)
    .map(({kode}) => kode);
}

/** True when the trust or a municipality of the view's area has not delivered for the year. */
export function isIncomplete(view: View, aar: number): boolean {
  const own = view.tables.omraade.filter((row) => row.aar === aar && row.type === "kommune");
  const parts = own.filter(({lsu}) => view.omraade === fylke || lsu === view.omraade).map(({id}) => id);
  const wanted = new Set([...parts, hf]);
  return view.tables.levering_per_part.some(
    (row) => row.aar === aar && row.levering === "manglar" && wanted.has(row.part),
  );
}

/** Breaks in the years shown that touch the view's area, and all categories or `kategori`. */
export function breaks(view: View, kategori?: string): readonly Row<"brot">[] {
  const own = new Set(
    areas(view, "kommune")
      .filter(({lsu}) => view.omraade === fylke || lsu === view.omraade)
      .map(({id}) => id),
  );
  return view.tables.brot.filter(
    (row) =>
      view.facts.years.includes(Number(row.dato.slice(0, 4))) &&
      (row.kommune === null || row.kommune.split(" ").some((id) => own.has(id))) &&
      (row.kategori === null || (kategori !== undefined && row.kategori.split(" ").includes(kategori))),
  );
}
