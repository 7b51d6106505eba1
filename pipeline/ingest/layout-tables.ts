import type {Database} from "../duckdb/open.ts";
import {writeTable} from "../duckdb/rows.ts";
import {codesInTime, isShared, type Layout} from "./layout.ts";

/** What SQL needs to know of the layouts: date formats, separators, which fields exist, and the code maps. */
export async function writeLayouts(database: Database, layouts: readonly Layout[]): Promise<void> {
  const layout = {
    layout: "VARCHAR",
    avsendar: "VARCHAR",
    formatar: "VARCHAR",
    kategori_skilje: "VARCHAR",
    felles: "BOOLEAN",
  };
  await writeTable(database, {schema: "register", table: "layout", columns: layout}, layouts.map(layoutRow));
  const code = {
    layout: "VARCHAR",
    felt: "VARCHAR",
    original: "VARCHAR",
    kode: "VARCHAR",
    gyldig_fra: "VARCHAR",
    gyldig_til: "VARCHAR",
  };
  await writeTable(database, {schema: "register", table: "layout_kode", columns: code}, layouts.flatMap(codeRows));
}

function layoutRow(layout: Layout) {
  return {
    layout: layout.id,
    avsendar: layout.avsendar,
    formatar: layout.dateFormats.join("|"),
    kategori_skilje: layout.multiselect.kategori ?? null,
    felles: isShared(layout),
  };
}

function codeRows(layout: Layout) {
  return Object.entries(layout.codes).flatMap(([felt, codes]) =>
    Object.entries(codes).flatMap(([original, spec]) =>
      codesInTime(spec).map((code) => ({
        layout: layout.id,
        felt,
        original: original.trim().toLocaleLowerCase("nb"),
        ...code,
      })),
    ),
  );
}
