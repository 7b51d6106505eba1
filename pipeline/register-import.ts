import {readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {basename} from "node:path";
import papaparse from "papaparse";
import {DeliveryError} from "./contract/delivery-error.ts";
import type {ReasonKind} from "./contract/reasons.ts";
import {isTellableName} from "./deidentify/shown.ts";
import {type Database, openDatabase} from "./duckdb/open.ts";
import {readRows} from "./duckdb/rows.ts";
import type {TextRecord} from "./ingest/csv.ts";
import {fileReadings} from "./ingest/file-records.ts";
import {refusedFile} from "./ingest/ingest.ts";
import {openFile} from "./ingest/read-files.ts";
import {refusedMessage} from "./messages.ts";
import {readRegisters} from "./registers/read.ts";
import type {KnownMunicipality} from "./registers/region-match.ts";

/** The file's own name where it names nobody. */
export function toldName(path: string): string {
  const name = basename(path);
  return isTellableName(name, {isPlace: () => false}) ? name : "Fila";
}

/** Every way to read a file as a table. Throws a DeliveryError when it cannot be read at all. */
export async function tablesIn(path: string): Promise<readonly Iterable<TextRecord>[]> {
  const file = openFile(path);
  if ("kind" in file) throw refused(toldName(path), file.kind);
  try {
    const readings = await fileReadings(file);
    if ("kind" in readings) throw refused(toldName(path), readings.kind);
    return readings.map(({records}) => [...records()]);
  } finally {
    file.close();
  }
}

function refused(name: string, kind: ReasonKind): DeliveryError {
  return new DeliveryError([refusedMessage(refusedFile({name, sha256: ""}, {kind}))]);
}

/** What `read` says of the registers of a folder. */
export async function fromRegisters<T>(registers: string, read: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase();
  try {
    await readRegisters(database, registers);
    return await read(database);
  } finally {
    database.closeSync();
  }
}

/** Every municipality there has been, with its names and the years on whose 1 January it was there. */
export async function readKnown(database: Database): Promise<KnownMunicipality[]> {
  const rows = await readRows<Omit<KnownMunicipality, "namn"> & {namn: string}>(
    database,
    `select kommunenr,
       concat_ws('\n', namn, (select string_agg(alias, '\n' order by alias) from register.kommune_alias where kommune_alias.kommunenr = kommune.kommunenr)) as namn,
       year(gyldig_fra::date + interval 1 year - interval 1 day)::integer as fraa,
       year(coalesce(gyldig_til::date, date '9999-12-31'))::integer as til,
       kommunenr in (select kommunenr from register.lsu_medlem where lsu <> 'utanfor') as "erMedlem"
     from register.kommune order by kommunenr, gyldig_fra`,
  );
  return rows.map(({namn, ...row}) => ({...row, namn: namn.split("\n")}));
}

export type RegisterRow = Readonly<Record<string, string>>;

export interface Replaced {
  readonly added: number;
  readonly changed: readonly {readonly before: RegisterRow; readonly after: RegisterRow}[];
  readonly same: number;
}

interface Identity {
  readonly keyOf: (row: RegisterRow) => string;
  readonly isSame: (before: RegisterRow, after: RegisterRow) => boolean;
}

/** The register with these rows in it, in order of their keys; a row that says the same stands as it was. */
export function replaceRows(register: string, fresh: readonly RegisterRow[], {keyOf, isSame}: Identity): Replaced {
  const text = readFileSync(register, "utf8");
  const delimiter = (text.split("\n", 1)[0] ?? "").includes(";") ? ";" : ",";
  const {data, meta} = papaparse.parse<RegisterRow>(text, {header: true, delimiter, skipEmptyLines: "greedy"});
  const rows = new Map(data.map((row) => [keyOf(row), row]));
  const changed: Replaced["changed"][number][] = [];
  let added = 0;
  for (const after of fresh) {
    const before = rows.get(keyOf(after));
    if (before !== undefined && isSame(before, after)) continue;
    rows.set(keyOf(after), after);
    if (before === undefined) added += 1;
    else changed.push({before, after});
  }
  if (added + changed.length > 0) {
    const ordered = [...rows.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
    const newline = text.includes("\r\n") ? "\r\n" : "\n";
    const fields = meta.fields ?? [];
    writeWhole(register, `${papaparse.unparse({fields, data: ordered}, {delimiter, newline})}${newline}`);
  }
  return {added, changed, same: fresh.length - added - changed.length};
}

function writeWhole(file: string, text: string): void {
  const fresh = `${file}.ny`;
  try {
    writeFileSync(fresh, text);
    renameSync(fresh, file);
  } finally {
    rmSync(fresh, {force: true});
  }
}
