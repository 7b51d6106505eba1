import {mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {dirname} from "node:path";
import {DeliveryError} from "./contract/delivery-error.ts";
import {closeDatabase, type Database, openDatabase} from "./duckdb/open.ts";

/**
 * Builds the warehouse in a new file and puts it in place of the old one only when everything has gone well, so that a
 * run that fails or is killed leaves the last good warehouse. A second run at the same time is refused.
 */
export async function buildWarehouse<T>(file: string, build: (database: Database) => Promise<T>): Promise<T> {
  mkdirSync(dirname(file), {recursive: true});
  const fresh = `${file}.ny`;
  const release = lock(`${file}.laas`);
  try {
    for (const path of [fresh, `${fresh}.wal`]) rmSync(path, {force: true});
    const database = await openDatabase(fresh);
    const result = await closing(database, build);
    renameSync(fresh, file);
    return result;
  } finally {
    for (const path of [fresh, `${fresh}.wal`]) rmSync(path, {force: true});
    release();
  }
}

async function closing<T>(database: Database, build: (database: Database) => Promise<T>): Promise<T> {
  try {
    return await build(database);
  } finally {
    await closeDatabase(database);
  }
}

function lock(path: string): () => void {
  try {
    writeFileSync(path, String(process.pid), {flag: "wx"});
  } catch {
    if (holderIsAlive(path)) {
      throw new DeliveryError(["Ei anna køyring held på. Vent til ho er ferdig, og prøv igjen."]);
    }
    writeFileSync(path, String(process.pid));
  }
  return () => rmSync(path, {force: true});
}

/** A lock left by a run that was killed names a process that is gone. */
function holderIsAlive(path: string): boolean {
  try {
    process.kill(Number(readFileSync(path, "utf8")), 0);
    return true;
  } catch {
    return false;
  }
}
