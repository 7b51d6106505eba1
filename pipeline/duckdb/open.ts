import {tmpdir} from "node:os";
import {join} from "node:path";
import {type DuckDBConnection, DuckDBInstance} from "@duckdb/node-api";

export type Database = DuckDBConnection;

/** The participles of the stages, in order; a stage's SQL may read its own schema and those before it. */
export const schemas = ["register", "deidentified", "normalised", "linked", "measured", "disclosed"] as const;
export type Schema = (typeof schemas)[number];

/**
 * A database with one thread (sums are the same each time), no access to files or network and no extension that is
 * not built in. `file` is `:memory:` or a path that does not exist yet.
 */
export async function openDatabase(file = ":memory:"): Promise<Database> {
  const database = await connectionOf(await instanceOf(file, {}));
  for (const schema of schemas) await database.run(`create schema if not exists ${schema}`);
  return database;
}

/** A warehouse that is there already, to read from. */
export async function openExisting(file: string): Promise<Database> {
  return connectionOf(await instanceOf(file, readOnly));
}

/** Reads from a warehouse that is there, and lets go of its file again, so that another can take its place. */
export async function readExisting<T>(file: string, read: (database: Database) => Promise<T>): Promise<T> {
  const instance = await instanceOf(file, readOnly);
  const database = await connectionOf(instance);
  try {
    return await read(database);
  } finally {
    database.closeSync();
    instance.closeSync();
  }
}

/** What does not fit is kept on disk meanwhile: beside the file, or among the temporary files of the system. */
const MEMORY = "512MB";

/** A warehouse is read by the version that made it and no other, so it may be packed in the newest ways. */
const NEWEST = "latest";

const readOnly = {access_mode: "READ_ONLY"};

function instanceOf(file: string, options: Readonly<Record<string, string>>): Promise<DuckDBInstance> {
  return DuckDBInstance.create(file, {
    threads: "1",
    memory_limit: MEMORY,
    storage_compatibility_version: NEWEST,
    ...(file === ":memory:" ? {temp_directory: join(tmpdir(), `avvik-${process.pid}`)} : {}),
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    ...options,
  });
}

async function connectionOf(instance: DuckDBInstance): Promise<Database> {
  const database = await instance.connect();
  await database.run("set TimeZone = 'Europe/Oslo'");
  await database.run("set enable_external_access = false");
  await database.run("set lock_configuration = true");
  return database;
}

export async function closeDatabase(database: Database): Promise<void> {
  await database.run("checkpoint");
  database.closeSync();
}
