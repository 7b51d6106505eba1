import {decodeTable} from "../contract/arrow.ts";
import type {OutputFile} from "../contract/output.ts";
import {type TableName, tableNames} from "../contract/tables.ts";
import {csvOf} from "../publish/write-tables.ts";

const ISLAND = /id="avvik-table-([a-z_]+)">([^<]*)</g;

/** Where a table says one thing as Arrow and another as CSV or inside a page, by file. One that is gone is told elsewhere. */
export function formFaults(name: string, datagrunnlag: string, files: readonly OutputFile[]): string[] {
  const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString("utf8");
  const arrow = new Map(files.map(({path, bytes}) => [path, bytes]));
  const tables = tableNames.flatMap((table) => {
    const csv = files.find(({path}) => path === `tabellar/${table}.csv`);
    const bytes = arrow.get(`tabellar/${table}.arrow`);
    if (csv === undefined || bytes === undefined) return [];
    const agree = isSameTable(table, bytes, {csv: textOf(csv.bytes), datagrunnlag});
    return agree ? [] : [`${name}/tabellar/${table}: CSV og Arrow seier ikkje det same.`];
  });
  const pages = files
    .filter(({path}) => path.endsWith(".html"))
    .filter(({bytes}) => !holdsOnlyPublished(textOf(bytes), arrow))
    .map(({path}) => `${name}/${path}: sida har tal som ikkje står i tabellane.`);
  return [...tables, ...pages];
}

function isSameTable(
  table: TableName,
  bytes: Uint8Array,
  {csv, datagrunnlag}: {csv: string; datagrunnlag: string},
): boolean {
  const rows = rowsOf(table, bytes);
  return rows !== null && csvOf(table, rows, datagrunnlag) === csv;
}

/** A page may hold fewer rows than the edition, never others. */
function holdsOnlyPublished(html: string, arrow: ReadonlyMap<string, Uint8Array>): boolean {
  return [...html.matchAll(ISLAND)].every(([, id = "", data = ""]) => {
    const table = tableNames.find((name) => name === id);
    const bytes = arrow.get(`tabellar/${id}.arrow`);
    if (table === undefined || bytes === undefined) return false;
    const published = new Set(rowsOf(table, bytes)?.map((row) => JSON.stringify(row)));
    return rowsOf(table, Buffer.from(data, "base64"))?.every((row) => published.has(JSON.stringify(row))) ?? false;
  });
}

function rowsOf(table: TableName, bytes: Uint8Array) {
  try {
    return decodeTable(table, bytes);
  } catch {
    return null;
  }
}
