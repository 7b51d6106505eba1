import {decodeTable, encodeTable} from "../contract/arrow.ts";
import type {OutputFile} from "../contract/output.ts";
import {type Row, type TableName, type Tables, tableNames} from "../contract/tables.ts";

/** All tables of an edition; null when one of them is gone or cannot be read. */
export function readTables(files: readonly OutputFile[]): Tables | null {
  const read: Partial<Record<TableName, readonly Row<TableName>[]>> = {};
  for (const name of tableNames) {
    const file = files.find(({path}) => path === `tabellar/${name}.arrow`);
    const rows = file === undefined ? null : rowsIn(name, file.bytes);
    if (rows === null) return null;
    read[name] = rows;
  }
  return read as unknown as Tables;
}

/** The rows of an Arrow table; null when it cannot be read. */
export function rowsIn<N extends TableName>(name: N, bytes: Uint8Array): Row<N>[] | null {
  try {
    return decodeTable(name, bytes);
  } catch {
    return null;
  }
}

/** True when the bytes hold these rows and nothing else: no value behind a null, no word too many, nothing in the padding. */
export function holdsOnlyRows(name: TableName, bytes: Uint8Array, datagrunnlag: string): boolean {
  const rows = rowsIn(name, bytes);
  return rows !== null && Buffer.from(encodeTable(name, rows, datagrunnlag)).equals(bytes);
}
