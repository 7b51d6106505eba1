import {join} from "node:path";
import {DeliveryError} from "./contract/delivery-error.ts";
import {editionNames} from "./contract/edition.ts";
import {type Tables, tableNames} from "./contract/tables.ts";
import type {Earlier} from "./disclose/earlier.ts";
import type {Database} from "./duckdb/open.ts";
import {readRows} from "./duckdb/rows.ts";
import type {FinishedEdition} from "./verify/edition.ts";
import {findEditions, readEdition} from "./verify/folder.ts";
import {changedFiles} from "./verify/hashes.ts";
import {rowsIn} from "./verify/tables.ts";

/**
 * The editions of the year before, when they lie in the folder of results; null when there are none, when they are of
 * invented deliveries and these are not, or when the thresholds have changed: then every year is made anew.
 */
export async function readEarlier(database: Database, out: string): Promise<Earlier | null> {
  const {year, datagrunnlag, thresholds} = await runOf(database);
  const folder = join(out, String(year - 1));
  const places = findEditions(folder);
  if (places.length === 0) return null;
  const found = editionNames.map((name) => {
    const edition = places.flatMap((place) => readEdition(place) ?? []).find((each) => each.name === name);
    const tables = edition === undefined ? null : tablesOf(edition);
    const isWhole = edition !== undefined && changedFiles(edition.files, edition.manifest).length === 0;
    if (!isWhole || tables === null) throw new DeliveryError([unreadable(folder)]);
    return {name, manifest: edition.manifest, tables};
  });
  const isSame = found.every(
    ({name, manifest}) => manifest.datagrunnlag === datagrunnlag && manifest.threshold === thresholds.get(name),
  );
  return isSame ? (Object.fromEntries(found.map(({name, tables}) => [name, tables])) as unknown as Earlier) : null;
}

const unreadable = (folder: string): string =>
  `${folder}: utgåvene frå året før er ikkje slik dei vart laga, eller dei let seg ikkje lese. Tala for tidlegare år skal stå slik dei stod der. Legg mappa tilbake slik ho var, eller flytt henne bort om ho aldri er send til nokon.`;

/** A table that the program did not make then has no rows; null when one cannot be read, or nothing tells which years there are. */
function tablesOf({files}: FinishedEdition): Tables | null {
  const read = tableNames.map((name) => {
    const file = files.find(({path}) => path === `tabellar/${name}.arrow`);
    return [name, file === undefined ? [] : rowsIn(name, file.bytes)] as const;
  });
  const isReadable = read.every(([name, rows]) => rows !== null && (name !== "omraade" || rows.length > 0));
  return isReadable ? (Object.fromEntries(read) as unknown as Tables) : null;
}

async function runOf(database: Database) {
  const [newest] = await readRows<{aar: number}>(database, "select max(aar)::integer as aar from measured.aar");
  const [own] = await readRows<{syntetisk: boolean}>(database, "select syntetisk from deidentified.koeyring");
  const rows = await readRows<{utgaave: string; terskel: number}>(database, "from measured.terskel");
  return {
    year: newest?.aar ?? 0,
    datagrunnlag: own?.syntetisk ? "SYNTETISK" : "leveringar",
    thresholds: new Map(rows.map(({utgaave, terskel}) => [utgaave, terskel])),
  };
}
