import papaparse from "papaparse";
import {encodeTable} from "../contract/arrow.ts";
import {type CellStatus, cellSign} from "../contract/cell.ts";
import type {OutputFile} from "../contract/output.ts";
import {type Row, type Table, type TableName, type Tables, tableNames, tables} from "../contract/tables.ts";

/** Every published table as CSV (semicolon and byte order mark, as Norwegian Excel opens it) and as Arrow. */
export function tableFiles(published: Tables, datagrunnlag: string): OutputFile[] {
  return tableNames.flatMap((name) => [
    {path: `tabellar/${name}.csv`, bytes: Buffer.from(csvOf(name, published[name], datagrunnlag), "utf8")},
    {path: `tabellar/${name}.arrow`, bytes: encodeTable(name, published[name], datagrunnlag)},
  ]);
}

/** One table as text for a spreadsheet. */
export function csvOf<N extends TableName>(name: N, rows: readonly Row<N>[], datagrunnlag: string): string {
  const columns = Object.keys(tables[name].columns);
  const data = rows.map((row) => [
    ...columns.map((column) => csvCell(name, row as Readonly<Record<string, unknown>>, column)),
    datagrunnlag,
  ]);
  return `\ufeff${papaparse.unparse({fields: [...columns, "datagrunnlag"], data}, {delimiter: ";", newline: "\r\n", escapeFormulae: true})}\r\n`;
}

/** A measure that is not published is its sign; a number has a decimal comma. */
function csvCell(name: TableName, row: Readonly<Record<string, unknown>>, column: string): string {
  const {measure} = (tables[name] as Table).columns[column] ?? {};
  const status = row.status as CellStatus | undefined;
  if (measure && status !== undefined && status !== "published") return cellSign[status];
  const value = row[column];
  if (typeof value === "number")
    return (Number.isInteger(value) ? value : Number(value.toFixed(4))).toString().replace(".", ",");
  return value === null || value === undefined ? "" : String(value);
}
