import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {decodeTable} from "../contract/arrow.ts";
import {type Row, type TableName, tableNames, tables} from "../contract/tables.ts";
import type {EditionFolder} from "./write-edition.ts";

/** How a table differs from the edition that lies there now. */
export interface TableChange {
  readonly edition: string;
  readonly table: TableName;
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
}

/** Every table that is not the same as in the year's folder; empty when nothing lies there or nothing has changed. */
export function changesSince(folder: string, editions: readonly EditionFolder[]): TableChange[] {
  return editions.flatMap(({name, files}) =>
    tableNames.flatMap((table) => {
      const path = `tabellar/${table}.arrow`;
      const before = join(folder, name, path);
      const now = files.find((file) => file.path === path)?.bytes;
      if (now === undefined || !existsSync(before)) return [];
      const change = tableChange(table, readFileSync(before), now);
      return change.added + change.removed + change.changed > 0 ? [{edition: name, table, ...change}] : [];
    }),
  );
}

function tableChange(table: TableName, before: Uint8Array, now: Uint8Array) {
  const old = rowsByKey(table, before);
  const fresh = rowsByKey(table, now);
  const shared = [...fresh.keys()].filter((key) => old.has(key));
  return {
    added: fresh.size - shared.length,
    removed: old.size - shared.length,
    changed: shared.filter((key) => old.get(key) !== fresh.get(key)).length,
  };
}

function rowsByKey(table: TableName, bytes: Uint8Array): Map<string, string> {
  const key = (row: Row<TableName>): string =>
    tables[table].key.map((column) => String((row as unknown as Record<string, unknown>)[column])).join("|");
  return new Map(decodeTable(table, bytes).map((row) => [key(row), JSON.stringify(row)]));
}
