import {existsSync, mkdirSync, rmSync} from "node:fs";
import {dirname} from "node:path";
import {DeliveryError} from "./contract/delivery-error.ts";
import {lock} from "./disk/lock.ts";
import {finishReplacement, type Replacement, replaceAll} from "./disk/replace.ts";
import {closeDatabase, type Database, openDatabase, readExisting, type Schema} from "./duckdb/open.ts";
import {readRows} from "./duckdb/rows.ts";
import {warehouseProgramId} from "./program.ts";

/** What a build wants to change place together with the warehouse: all of it does, or none. */
export type Together = (replacement: Replacement) => void;

/**
 * Builds the warehouse in a new file and puts it in place of the old one, together with what the build says, only when
 * everything has gone well and the result is good. A run that fails or is killed leaves the last good ones. A second run is refused.
 */
export async function buildWarehouse<T>(
  file: string,
  build: (database: Database, together: Together) => Promise<T>,
  isGood: (result: T) => boolean = () => true,
): Promise<T> {
  return aloneWith(file, async () => {
    const fresh = `${file}.ny`;
    const others: Replacement[] = [];
    try {
      remove(fresh);
      const database = await openDatabase(fresh);
      const result = await closing(database, async (open) => {
        await open.run(`create table register.program as select '${warehouseProgramId()}' as id`);
        return build(open, (other) => others.push(other));
      });
      if (isGood(result)) replaceAll(journalOf(file), [...others, {fresh, target: file}]);
      return result;
    } finally {
      remove(fresh);
      for (const other of others) rmSync(other.fresh, {recursive: true, force: true});
    }
  });
}

/** Replaces folders made from the warehouse as it stands. */
export async function replaceBeside<T>(file: string, build: (together: Together) => Promise<T>): Promise<T> {
  return aloneWith(file, async () => {
    const others: Replacement[] = [];
    try {
      const result = await build((other) => others.push(other));
      replaceAll(journalOf(file), others);
      return result;
    } finally {
      for (const other of others) rmSync(other.fresh, {recursive: true, force: true});
    }
  });
}

/**
 * Reads a warehouse that this program has made as far as `stage`. Throws a DeliveryError that says what to do when there
 * is none, when it cannot be opened, when another version of the program made it, or when it is not made that far.
 */
export async function readWarehouse<T>(file: string, stage: Schema, read: (database: Database) => Promise<T>) {
  if (!existsSync(file)) throw new DeliveryError(["Det finst ikkje noko lager enno. Køyr «avvik run» først."]);
  const made = await readExisting(file, async (database) => ({
    program: await programIn(database),
    isThatFar: await holds(database, stage),
  })).catch(() => null);
  if (made === null) throw new DeliveryError([`Lageret let seg ikkje opne. ${RUN_AGAIN}`]);
  if (made.program !== warehouseProgramId())
    throw new DeliveryError([`Lageret er laga av ein annan versjon av programmet. ${RUN_AGAIN}`]);
  if (!made.isThatFar)
    throw new DeliveryError(["Lageret har leveringane, men ikkje tala. Køyr «avvik run», så blir dei rekna ut."]);
  return readExisting(file, read);
}

const RUN_AGAIN = "Køyr «avvik run», så blir det laga på nytt av leveringane.";

async function programIn(database: Database): Promise<string | null> {
  if (!(await holds(database, "register", "program"))) return null;
  const [made] = await readRows<{id: string}>(database, "select id from register.program");
  return made?.id ?? null;
}

async function holds(database: Database, schema: Schema, table = "%"): Promise<boolean> {
  const found = await readRows(
    database,
    `select table_name from information_schema.tables where table_schema = '${schema}' and table_name like '${table}'`,
  );
  return found.length > 0;
}

/** Does the work while no other run can, after ending what a killed run left. */
export async function aloneWith<T>(file: string, work: () => Promise<T>): Promise<T> {
  mkdirSync(dirname(file), {recursive: true});
  const release = lock(`${file}.laas`);
  try {
    finishReplacement(journalOf(file));
    return await work();
  } finally {
    release();
  }
}

const journalOf = (file: string): string => `${file}.byte`;

function remove(fresh: string): void {
  for (const path of [fresh, `${fresh}.wal`, `${fresh}.tmp`]) rmSync(path, {recursive: true, force: true});
}

async function closing<T>(database: Database, build: (database: Database) => Promise<T>): Promise<T> {
  let built: T;
  try {
    built = await build(database);
  } catch (error) {
    database.closeSync();
    throw error;
  }
  await closeDatabase(database);
  return built;
}
