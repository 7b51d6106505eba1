import {readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {basename, join} from "node:path";
import papaparse from "papaparse";
import {DeliveryError} from "./contract/delivery-error.ts";
import type {ReasonKind} from "./contract/reasons.ts";
import {isTellableName} from "./deidentify/shown.ts";
import {type Database, openDatabase} from "./duckdb/open.ts";
import {readRows} from "./duckdb/rows.ts";
import {fileReadings} from "./ingest/file-records.ts";
import {refusedFile} from "./ingest/ingest.ts";
import {openFile} from "./ingest/read-files.ts";
import {refusedMessage} from "./messages.ts";
import {populationFault} from "./population-messages.ts";
import type {Project} from "./project.ts";
import {type PopulationFault, type RegionCount, readPopulation} from "./registers/population.ts";
import {
  type ChangedCount,
  type KnownMunicipality,
  matchPopulation,
  type PopulationImport,
  type PopulationMatch,
} from "./registers/population-match.ts";
import {readRegisters} from "./registers/read.ts";

/**
 * Takes SSB table 07459 into data/registers/folketal.csv: rows of the same year and municipality are replaced, the rest
 * stand. Throws a DeliveryError, and changes nothing, when the file is not that table or is not whole.
 */
export async function takePopulation(path: string, project: Project): Promise<PopulationImport> {
  const name = toldName(path);
  const counts = await countsIn(path);
  const known = await knownMunicipalities(project.registers);
  const first = Math.min(...known.map(({fraa}) => fraa));
  const {matched, unmatched, missing} = matchPopulation(
    counts.filter(({year}) => year >= first),
    known,
  );
  const years = [...new Set(counts.map(({year}) => year))].sort();
  if (matched.length === 0) {
    const fault = years.every((year) => year < first) ? "too_early" : "nothing_known";
    throw new DeliveryError([populationFault(name, {fault, line: null})]);
  }
  const taken = replaceRows(join(project.registers, "folketal.csv"), matched);
  return {
    file: name,
    years: years.filter((year) => year >= first),
    tooEarly: years.filter((year) => year < first),
    ...taken,
    unmatched,
    missing,
  };
}

/** The file's own name where it names nobody. */
function toldName(path: string): string {
  const name = basename(path);
  return isTellableName(name, {isPlace: () => false}) ? name : "Fila";
}

async function countsIn(path: string): Promise<readonly RegionCount[]> {
  const name = toldName(path);
  const file = openFile(path);
  if ("kind" in file) throw refused(name, file.kind);
  try {
    const readings = await fileReadings(file);
    if ("kind" in readings) throw refused(name, readings.kind);
    const tables = readings.map(({records}) => readPopulation(records()));
    const table = tables.find((one): one is readonly RegionCount[] => !("fault" in one));
    if (table !== undefined) return table;
    const faults = tables.filter((one): one is PopulationFault => "fault" in one);
    const nearest = faults.find(({fault}) => fault !== "no_region") ?? {fault: "no_region" as const, line: null};
    throw new DeliveryError([populationFault(name, nearest)]);
  } finally {
    file.close();
  }
}

function refused(name: string, kind: ReasonKind): DeliveryError {
  return new DeliveryError([refusedMessage(refusedFile({name, sha256: ""}, {kind}))]);
}

async function knownMunicipalities(registers: string): Promise<KnownMunicipality[]> {
  const database = await openDatabase();
  try {
    await readRegisters(database, registers);
    return await readKnown(database);
  } finally {
    database.closeSync();
  }
}

async function readKnown(database: Database): Promise<KnownMunicipality[]> {
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

type RegisterRow = Record<string, string>;

/** The register with these numbers in it, in order; a row whose number is the same stands as it was. */
function replaceRows(
  register: string,
  matched: PopulationMatch["matched"],
): Pick<PopulationImport, "added" | "changed" | "same"> {
  const text = readFileSync(register, "utf8");
  const delimiter = (text.split("\n", 1)[0] ?? "").includes(";") ? ";" : ",";
  const {data, meta} = papaparse.parse<RegisterRow>(text, {header: true, delimiter, skipEmptyLines: "greedy"});
  const keyOf = ({aar, kommunenr}: RegisterRow): string => `${aar} ${kommunenr}`;
  const rows = new Map(data.map((row) => [keyOf(row), row]));
  const changed: ChangedCount[] = [];
  let added = 0;
  for (const {aar, kommunenr, folketal} of matched) {
    const row = registerRow({aar, kommunenr, folketal});
    const before = rows.get(keyOf(row));
    if (before !== undefined && Number(before.folketal) === folketal) continue;
    rows.set(keyOf(row), row);
    if (before === undefined) added += 1;
    else changed.push({aar, kommunenr, before: Number(before.folketal), after: folketal});
  }
  if (added + changed.length > 0) {
    const ordered = [...rows.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
    const newline = text.includes("\r\n") ? "\r\n" : "\n";
    const fields = meta.fields ?? [];
    writeWhole(register, `${papaparse.unparse({fields, data: ordered}, {delimiter, newline})}${newline}`);
  }
  return {added, changed, same: matched.length - added - changed.length};
}

function registerRow({aar, kommunenr, folketal}: PopulationMatch["matched"][number]): RegisterRow {
  return {
    aar: String(aar),
    kommunenr,
    folketal: String(folketal),
    gyldig_fra: `${aar}-01-01`,
    gyldig_til: `${aar}-12-31`,
    kjelde: "SSB 07459",
    sikkerheit: "hoeg",
  };
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
