import {
  Table as ArrowTable,
  bool,
  columnFromArray,
  type DataType,
  dictionary,
  float64,
  int16,
  int32,
  tableFromColumns,
  tableFromIPC,
  tableToIPC,
  utf8,
} from "@uwdata/flechette";
import {type ColumnType, type Row, type Table, type TableName, tables} from "./tables.ts";

const arrowType: Readonly<Record<ColumnType, () => DataType>> = {
  SMALLINT: int16,
  INTEGER: int32,
  DOUBLE: float64,
  BOOLEAN: bool,
  VARCHAR: () => dictionary(utf8(), int16()),
};

/** Rows of a published table as an Arrow IPC stream, uncompressed, with where they come from. Same rows, same bytes. */
export function encodeTable<N extends TableName>(
  name: N,
  rows: readonly Row<N>[],
  datagrunnlag = "leveringar",
): Uint8Array {
  const table: Table = tables[name];
  const columns = Object.entries(table.columns).map(([column, {type}]) => {
    const values = rows.map((row) => (row as Record<string, unknown>)[column] ?? null);
    return [column, columnFromArray(values, arrowType[type]())] as const;
  });
  const arrow = tableFromColumns(columns.map(([column, data]) => [column, data]));
  const metadata = new Map([["datagrunnlag", datagrunnlag]]);
  const bytes = tableToIPC(new ArrowTable({...arrow.schema, metadata}, arrow.children), {format: "stream"});
  if (bytes === null) throw new Error(`arrow not encoded: ${name}`);
  return bytes;
}

/** The inverse of `encodeTable`. */
export function decodeTable<N extends TableName>(name: N, bytes: Uint8Array): Row<N>[] {
  const decoded = tableFromIPC(bytes);
  const columns = Object.keys(tables[name].columns);
  return decoded.toArray().map((row: Record<string, unknown>) => {
    return Object.fromEntries(columns.map((column) => [column, row[column] ?? null])) as unknown as Row<N>;
  });
}
