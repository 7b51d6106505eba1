import type {Database, Schema} from "./open.ts";

export type Scalar = string | number | boolean | null;
export type ColumnTypes = Readonly<Record<string, string>>;

/** Rows of a query as plain objects; every bigint must have been cast in the SQL. */
export async function readRows<R>(database: Database, sql: string, values: readonly Scalar[] = []): Promise<R[]> {
  const reader = await database.runAndReadAll(sql, [...values]);
  return reader.getRowObjectsJS() as R[];
}

/** Creates `schema.table` with these columns and appends the rows. */
export async function writeTable(
  database: Database,
  {schema, table, columns}: {schema: Schema; table: string; columns: ColumnTypes},
  rows: Iterable<Readonly<Record<string, Scalar>>>,
): Promise<number> {
  const definition = Object.entries(columns).map(([name, type]) => `"${name}" ${type}`);
  await database.run(`create or replace table ${schema}.${table} (${definition.join(", ")})`);
  const appender = await database.createAppender(table, schema);
  const kinds = Object.entries(columns);
  let count = 0;
  for (const row of rows) {
    for (const [name, type] of kinds) appendScalar(appender, type, row[name] ?? null);
    appender.endRow();
    count += 1;
  }
  appender.closeSync();
  return count;
}

type Appender = Awaited<ReturnType<Database["createAppender"]>>;

function appendScalar(appender: Appender, type: string, value: Scalar): void {
  if (value === null) appender.appendNull();
  else if (type.startsWith("SMALLINT")) appender.appendSmallInt(Number(value));
  else if (type.startsWith("INTEGER")) appender.appendInteger(Number(value));
  else if (type.startsWith("DOUBLE")) appender.appendDouble(Number(value));
  else if (type.startsWith("BOOLEAN")) appender.appendBoolean(Boolean(value));
  else appender.appendVarchar(String(value));
}
