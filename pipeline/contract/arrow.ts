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

/** The inverse of `encodeTable`. Column by column: a row at a time takes twice as long, and a large page has hundreds of thousands. */
export function decodeTable<N extends TableName>(name: N, bytes: Uint8Array): Row<N>[] {
  const decoded = tableFromIPC(bytes);
  const rows: Record<string, unknown>[] = Array.from({length: decoded.numRows}, () => ({}));
  for (const column of Object.keys(tables[name].columns)) {
    const values: ArrayLike<unknown> = decoded.getChild(column)?.toArray() ?? [];
    for (const [index, row] of rows.entries()) row[column] = values[index] ?? null;
  }
  return rows as unknown as Row<N>[];
}

/** Whether bytes begin as Arrow IPC: a stream, or a file. */
export function isArrow(bytes: Uint8Array): boolean {
  const isStream = [0xff, 0xff, 0xff, 0xff].every((byte, index) => bytes[index] === byte);
  return isStream || String.fromCharCode(...bytes.subarray(0, 6)) === "ARROW1";
}

/**
 * Every word in Arrow bytes: names, metadata, values (those behind a null too) and the values of dictionaries (those no
 * row points to as well). None when the bytes cannot be decoded.
 */
export function wordsInArrow(bytes: Uint8Array): string[] {
  try {
    const {schema, children} = tableFromIPC(bytes);
    const metadata = [schema.metadata, ...schema.fields.map((field) => field.metadata)];
    const told = metadata.flatMap((pairs) => [...(pairs ?? new Map<string, string>())].flat());
    const names = schema.fields.map(({name}) => name);
    return [
      ...new Set(
        [...told, ...names, ...children.flatMap(({data}) => (data as readonly WordBatch[]).flatMap(wordsInBatch))].map(
          String,
        ),
      ),
    ];
  } catch {
    return [];
  }
}

/** What a batch of words is made of: bytes and where each word ends; a dictionary has its words in batches of its own. */
interface WordBatch {
  readonly values?: unknown;
  readonly offsets?: ArrayLike<number | bigint>;
  readonly children?: readonly WordBatch[];
  readonly dictionary?: {readonly data: readonly WordBatch[]};
}

function wordsInBatch({values, offsets, children, dictionary}: WordBatch): string[] {
  const inner = [...(children ?? []), ...(dictionary?.data ?? [])].filter(Boolean).flatMap(wordsInBatch);
  if (!(values instanceof Uint8Array) || offsets === undefined) return inner;
  const ends = Array.from(offsets, Number);
  const decoder = new TextDecoder();
  return [...inner, ...ends.slice(1).map((end, index) => decoder.decode(values.subarray(ends[index], end)))];
}
