import {decodeTable} from "../contract/arrow.ts";
import type {OutputFile} from "../contract/output.ts";
import {type Row, type TableName, type Tables, tableNames} from "../contract/tables.ts";
import {solvableCells} from "../disclose/published-attack.ts";
import type {Edition} from "./edition.ts";

/** The hidden numbers that can be worked out from the tables of an edition. */
export function solvedFaults({name, manifest, files}: Edition): string[] {
  const tables = readTables(files);
  return tables === null
    ? [`${name}: tabellane manglar eller let seg ikkje lese.`]
    : solvableCells(tables, manifest.threshold).map(
        (cell) => `${name}: eit skjult tal kan reknast ut (${cell}). Utgåva er stoppa.`,
      );
}

function readTables(files: readonly OutputFile[]): Tables | null {
  const read: Partial<Record<TableName, readonly Row<TableName>[]>> = {};
  for (const name of tableNames) {
    const rows = readTable(name, files);
    if (rows === null) return null;
    read[name] = rows;
  }
  return read as unknown as Tables;
}

function readTable(name: TableName, files: readonly OutputFile[]): Row<TableName>[] | null {
  const file = files.find(({path}) => path === `tabellar/${name}.arrow`);
  try {
    return file === undefined ? null : decodeTable(name, file.bytes);
  } catch {
    return null;
  }
}
