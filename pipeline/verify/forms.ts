import type {Manifest} from "../contract/manifest.ts";
import type {OutputFile} from "../contract/output.ts";
import {type TableName, tableNames} from "../contract/tables.ts";
import {csvOf} from "../publish/write-tables.ts";
import type {PageParts} from "./pages.ts";
import {holdsOnlyRows, rowsIn} from "./tables.ts";

/** Where a table says one thing as Arrow and another as CSV or inside a page, by file. One that is gone is told elsewhere. */
export function formFaults(
  {edition, datagrunnlag}: Pick<Manifest, "edition" | "datagrunnlag">,
  files: readonly OutputFile[],
  pages: readonly PageParts[],
): string[] {
  const byPath = new Map(files.map(({path, bytes}) => [path, bytes]));
  const tables = tableNames.flatMap((table) => {
    const arrow = byPath.get(`tabellar/${table}.arrow`);
    if (arrow === undefined) return [];
    const csv = byPath.get(`tabellar/${table}.csv`);
    const where = `${edition}/tabellar/${table}`;
    return [
      ...(holdsOnlyRows(table, arrow, datagrunnlag) ? [] : [`${where}.arrow: fila har meir i seg enn radene sine.`]),
      ...(csv === undefined || csvBytes(table, arrow, datagrunnlag).equals(csv)
        ? []
        : [`${where}: CSV og Arrow seier ikkje det same.`]),
    ];
  });
  const unknown = pages
    .filter((page) => !holdsOnlyPublished(page, byPath, datagrunnlag))
    .map(({path}) => `${edition}/${path}: sida har tal som ikkje står i tabellane.`);
  return [...tables, ...unknown];
}

function csvBytes(table: TableName, arrow: Uint8Array, datagrunnlag: string): Buffer {
  const rows = rowsIn(table, arrow);
  return rows === null ? Buffer.of() : Buffer.from(csvOf(table, rows, datagrunnlag), "utf8");
}

/** A page may hold fewer rows than the edition, never others, and every table once. */
function holdsOnlyPublished(
  {tables}: PageParts,
  files: ReadonlyMap<string, Uint8Array>,
  datagrunnlag: string,
): boolean {
  return tableNames.every((table) => {
    const [own, arrow] = [tables.get(table), files.get(`tabellar/${table}.arrow`)];
    if (own === undefined || arrow === undefined || !holdsOnlyRows(table, own, datagrunnlag)) return false;
    const published = new Set(rowsIn(table, arrow)?.map((row) => JSON.stringify(row)));
    return rowsIn(table, own)?.every((row) => published.has(JSON.stringify(row))) ?? false;
  });
}
