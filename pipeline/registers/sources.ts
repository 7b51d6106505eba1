import {createHash} from "node:crypto";
import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import type {FileHash} from "../contract/manifest.ts";
import type {Database} from "../duckdb/open.ts";
import {readRows, writeTable} from "../duckdb/rows.ts";

type SourceKind = "register" | "oppsett";

/** Keeps the fingerprints of the registers and layouts a run was made with, whatever happens to the files afterwards. */
export async function writeSources(
  database: Database,
  folders: {readonly registers: string; readonly layouts: string},
): Promise<void> {
  const columns = {slag: "VARCHAR", fil: "VARCHAR", sha256: "VARCHAR", storleik: "INTEGER"};
  const rows = [...sources("register", folders.registers), ...sources("oppsett", folders.layouts)];
  await writeTable(database, {schema: "register", table: "kjeldefil", columns}, rows);
}

export async function readSources(database: Database, kind: SourceKind): Promise<FileHash[]> {
  return readRows<FileHash>(
    database,
    "select fil as file, sha256, storleik as bytes from register.kjeldefil where slag = $1 order by fil",
    [kind],
  );
}

function sources(slag: SourceKind, folder: string) {
  return readdirSync(folder)
    .filter((name) => /\.(csv|json)$/.test(name))
    .sort()
    .map((fil) => {
      const bytes = readFileSync(join(folder, fil));
      return {slag, fil, sha256: createHash("sha256").update(bytes).digest("hex"), storleik: bytes.length};
    });
}
