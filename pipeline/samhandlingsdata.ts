import {join} from "node:path";
import {DeliveryError} from "./contract/delivery-error.ts";
import type {Database} from "./duckdb/open.ts";
import {readRows} from "./duckdb/rows.ts";
import {indicatorFault, unknownIndicator} from "./indicator-messages.ts";
import type {Project} from "./project.ts";
import {fromRegisters, type RegisterRow, readKnown, replaceRows, tablesIn, toldName} from "./register-import.ts";
import type {IndicatorImport} from "./registers/indicator-import.ts";
import {type IndicatorCount, type IndicatorFault, readIndicatorTable} from "./registers/indicator-table.ts";
import {isArea, type KnownMunicipality, municipalityOf, writtenOf} from "./registers/region-match.ts";

/** What the file holds, which the publisher's table does not say by itself. */
export interface IndicatorFile {
  readonly path: string;
  readonly indicator: string;
  /** The column of the values; null where there is only one. */
  readonly column: string | null;
  readonly source: string;
}

/**
 * Takes a published table of one indicator into data/registers/samhandlingsdata.csv, with its source and the day it was
 * fetched: rows of the same indicator, year, municipality and hospital are replaced, the rest stand. Throws a
 * DeliveryError, and changes nothing, when the file cannot be read as such a table.
 */
export async function takeIndicator(file: IndicatorFile, project: Project): Promise<IndicatorImport> {
  const {known, units} = await fromRegisters(project.registers, async (database) => ({
    known: await readKnown(database),
    units: await readUnits(database),
  }));
  const unit = units.get(file.indicator);
  if (unit === undefined) throw new DeliveryError([unknownIndicator([...units.keys()])]);
  const name = toldName(file.path);
  const {matched, unmatched} = matchedIn(await countsIn(file, unit), known);
  if (matched.length === 0) throw new DeliveryError([indicatorFault(name, {fault: "nothing_known", line: null})]);
  const rows = matched.map((count) => registerRow(count, file, project.today));
  const {added, changed, same} = replaceRows(join(project.registers, "samhandlingsdata.csv"), rows, {
    keyOf: ({indikator, aar, kommunenr, sjukehus}) => [indikator, aar, kommunenr, sjukehus].join(" "),
    isSame: (before, after) => before.verdi === after.verdi && before.kjelde === after.kjelde,
  });
  const years = [...new Set(matched.map(({year}) => year))].sort();
  return {
    ...{file: name, indicator: file.indicator, years, added, same, unmatched},
    changed: changed.map(({before, after}) => ({
      aar: Number(after.aar),
      kommunenr: after.kommunenr ?? "",
      sjukehus: after.sjukehus || null,
      before: before.verdi ?? "",
      after: after.verdi ?? "",
    })),
    notShown: matched.filter(({value}) => value === null).length,
    missing: years.flatMap((aar) => missingIn(matched, known, aar)),
  };
}

/** The unit of each indicator, as it is now. */
async function readUnits(database: Database): Promise<ReadonlyMap<string, string>> {
  const rows = await readRows<{kode: string; eining: string}>(
    database,
    "select kode, arg_max(eining, gyldig_fra) as eining from register.indikator group by kode order by kode",
  );
  return new Map(rows.map(({kode, eining}) => [kode, eining]));
}

async function countsIn({path, column}: IndicatorFile, unit: string): Promise<readonly IndicatorCount[]> {
  const tables = (await tablesIn(path)).map((records) => readIndicatorTable(records, column, unit === "tal"));
  const table = tables.find((one): one is readonly IndicatorCount[] => !("fault" in one));
  if (table !== undefined) return table;
  const faults = tables.filter((one): one is IndicatorFault => "fault" in one);
  const nearest = faults.find(({fault}) => fault !== "no_region") ?? {fault: "no_region" as const, line: null};
  throw new DeliveryError([indicatorFault(toldName(path), nearest)]);
}

type Matched = IndicatorCount & {readonly kommunenr: string};

function matchedIn(counts: readonly IndicatorCount[], known: readonly KnownMunicipality[]) {
  const matched: Matched[] = [];
  const unmatched = new Map<string, IndicatorImport["unmatched"][number]>();
  const written = writtenOf(onceEach(counts));
  for (const count of counts) {
    if (isArea(count)) continue;
    const found = municipalityOf(count, {known, written});
    if (typeof found === "string") unmatched.set(`${found} ${count.written}`, {region: count.written, why: found});
    else matched.push({...count, kommunenr: found.kommunenr});
  }
  return {matched, unmatched: [...unmatched.values()]};
}

/** A municipality has a row for each hospital; its name is still one name. */
function onceEach(counts: readonly IndicatorCount[]): readonly IndicatorCount[] {
  return [...new Map(counts.map((count) => [`${count.year} ${count.number} ${count.written}`, count])).values()];
}

function missingIn(matched: readonly Matched[], known: readonly KnownMunicipality[], aar: number) {
  return known
    .filter(({fraa, til, erMedlem}) => erMedlem && fraa <= aar && aar <= til)
    .filter(({kommunenr}) => !matched.some((count) => count.year === aar && count.kommunenr === kommunenr))
    .map(({namn}) => ({namn: namn[0] ?? "", aar}));
}

function registerRow({year, kommunenr, hospital, value}: Matched, file: IndicatorFile, today: string): RegisterRow {
  return {
    indikator: file.indicator,
    aar: String(year),
    kommunenr,
    sjukehus: hospital ?? "",
    verdi: value === null ? "" : String(value),
    henta: today,
    gyldig_fra: `${year}-01-01`,
    gyldig_til: `${year}-12-31`,
    kjelde: file.source,
    sikkerheit: "hoeg",
  };
}
