import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import type {Database, Schema} from "./open.ts";

export interface Model {
  readonly name: string;
  readonly sql: string;
  readonly check: string | null;
  readonly reads: readonly string[];
}

/** The models of a stage's folder, each with the tables DuckDB says it reads, in an order that can be run. */
export async function readModels(database: Database, folder: string, schema: Schema): Promise<Model[]> {
  const files = readdirSync(folder).filter((file) => file.endsWith(".sql"));
  const stems = files
    .filter((file) => !/\.(check|macro)\.sql$/.test(file))
    .map((file) => file.slice(0, -".sql".length));
  const models: Model[] = [];
  for (const name of stems.sort()) {
    const sql = readFileSync(join(folder, `${name}.sql`), "utf8");
    const check = files.includes(`${name}.check.sql`) ? readFileSync(join(folder, `${name}.check.sql`), "utf8") : null;
    models.push({name, sql, check, reads: await tablesRead(database, sql)});
  }
  return inOrder(models, schema);
}

/**
 * The tables with a schema that a select names, from DuckDB's own syntax tree. `getTableNames` binds first and gives
 * an empty list for a `join … using` on tables that do not exist yet, so it cannot order models.
 */
export function tablesRead(database: Database, sql: string): Promise<readonly string[]> {
  const known = readBefore.get(sql) ?? tablesParsed(database, sql);
  readBefore.set(sql, known);
  return known;
}

/** By the text of the select, which is all the answer depends on: a process asks for the same ones again and again. */
const readBefore = new Map<string, Promise<readonly string[]>>();

async function tablesParsed(database: Database, sql: string): Promise<readonly string[]> {
  const reader = await database.runAndReadAll("select json_serialize_sql($1::varchar)::varchar as tree", [sql]);
  const tree = JSON.parse(String(reader.getRowObjectsJS()[0]?.tree));
  if (tree.error) throw new Error(`sql not parsed: ${tree.error_message}`);
  const names = new Set<string>();
  const visit = (node: unknown): void => {
    if (node === null || typeof node !== "object") return;
    const {type, schema_name, table_name} = node as Record<string, unknown>;
    if (type === "BASE_TABLE" && schema_name) names.add(`${schema_name}.${table_name}`);
    for (const child of Object.values(node)) visit(child);
  };
  visit(tree);
  return [...names].sort();
}

/** Makes every macro and then every table of a stage in order, and asks each `*.check.sql` for broken promises. */
export async function runModels(database: Database, folder: string, schema: Schema): Promise<string[]> {
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".macro.sql"))) {
    await database.run(readFileSync(join(folder, file), "utf8"));
  }
  const models = await readModels(database, folder, schema);
  for (const {name, sql, check} of models) {
    await database.run(`create or replace table ${schema}.${name} as ${sql}`);
    if (check !== null) await assertPromises(database, `${schema}.${name}`, check);
  }
  return models.map(({name}) => name);
}

async function assertPromises(database: Database, table: string, check: string): Promise<void> {
  const broken = await database.runAndReadAll(check);
  const messages = broken.getRowObjectsJS().map((row) => String(row.message));
  if (messages.length > 0) throw new Error(`broken promise: ${table}: ${messages.slice(0, 5).join("; ")}`);
}

function inOrder(models: readonly Model[], schema: Schema): Model[] {
  const ordered: Model[] = [];
  const visit = (model: Model, path: readonly string[]): void => {
    if (ordered.includes(model)) return;
    if (path.includes(model.name)) throw new Error(`circular model: ${[...path, model.name].join(" → ")}`);
    for (const needed of models) {
      if (model.reads.includes(`${schema}.${needed.name}`)) visit(needed, [...path, model.name]);
    }
    ordered.push(model);
  };
  for (const model of models) visit(model, []);
  return ordered;
}
