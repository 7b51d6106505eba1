import type {EditionName} from "../contract/edition.ts";
import {type Row, type TableName, type Tables, tableNames, tables} from "../contract/tables.ts";
import type {Database} from "./open.ts";
import {readRows} from "./rows.ts";

/** Every published table of one edition. The only way from the database to a page or a document. */
export async function readDisclosed(database: Database, edition: EditionName): Promise<Tables> {
  const read: Partial<Record<TableName, readonly unknown[]>> = {};
  for (const name of tableNames) {
    const columns = Object.keys(tables[name].columns).join(", ");
    read[name] = await readRows<Row<TableName>>(
      database,
      `select ${columns} from disclosed.${name} where utgaave = $1 order by ${tables[name].key.join(", ")}`,
      [edition],
    );
  }
  return read as unknown as Tables;
}
