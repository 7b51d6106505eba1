import type {CellStatus} from "../contract/cell.ts";
import {type EditionName, editionNames} from "../contract/edition.ts";
import {
  type Column,
  type Row,
  type Table,
  type TableName,
  type Tables,
  tableNames,
  tables,
} from "../contract/tables.ts";
import type {Database} from "../duckdb/open.ts";
import {readRows, type Scalar, writeTable} from "../duckdb/rows.ts";
import {countsOf, keyOf, type SingleReporterRow, type SplitRow, singleReporterKey, splitCount} from "./coordinate.ts";
import {changesFromShown, type Earlier, frozenRows, frozenYears, hiddenBefore, isFrozen} from "./earlier.ts";
import {areaParentsOf, assertSums, equationsOf, linkedCounts} from "./equations.ts";
import {ACCOUNT, type Cube, type Hiding, type HidingAccount, hiding} from "./hiding.ts";

/** What an edition hides of all tables together. */
export interface DisclosureAccount extends HidingAccount {
  readonly edition: EditionName;
}

type MeasuredRow = Row<TableName> & {readonly tilstand?: "kjend" | "manglar" | "ikkje_aktuell"};
type Measured = ReadonlyMap<TableName, readonly MeasuredRow[]>;

/**
 * The only gate: reads `measured.*` and writes `disclosed.*`, one row more for each edition. The meeting edition hides
 * nothing that the open one shows, so that whoever holds both knows no more than the meeting edition tells. The open
 * one is chosen first: what it hides does not tell which of its small counts the meeting edition shows. Years that were
 * in the editions of the year before stand as they stood there.
 */
export async function disclose(database: Database, earlier: Earlier | null = null): Promise<DisclosureAccount[]> {
  const frozen = frozenYears(earlier);
  const measured = await readMeasured(database, earlier, frozen);
  const thresholds = await readThresholds(database);
  const cube = await readCube(database, measured, frozen);
  const lowest = Math.min(...thresholds.values());
  const open = await hiding(cube, {threshold: Math.max(...thresholds.values()), lowest});
  const moete = await hiding(cube, {threshold: thresholds.get("moete") ?? 0, lowest, among: open.hidden});
  const hidings: Readonly<Record<EditionName, Hiding>> = {moete, open};
  const hidden = new Map(
    editionNames.map((edition) => [edition, allHidden(hidings[edition].hidden, earlier?.[edition] ?? null, frozen)]),
  );
  for (const name of tableNames) {
    const all = measured.get(name) ?? [];
    const kept = editionNames.flatMap((edition) => keptRows(name, edition, earlier, yearsIn(all, frozen)));
    const rows = all.filter((row) => !isFrozen(row, frozen));
    await writeDisclosed(database, name, [...kept, ...disclosedRows(name, rows, hidden)]);
  }
  const years = [...frozen].sort().map((aar) => ({aar}));
  await writeTable(database, {schema: "disclosed", table: "frose_aar", columns: {aar: "SMALLINT not null"}}, years);
  return editionNames.map((edition) => ({edition, ...hidings[edition].account}));
}

/** Everything that hangs together in the years that are new. */
async function readCube(database: Database, measured: Measured, frozen: ReadonlySet<number>): Promise<Cube> {
  const isNew = ({aar}: {readonly aar: number}): boolean => !frozen.has(aar);
  const split = await readRows<SplitRow>(database, "from measured.melding_per_kommune_lsu order by all");
  const single = await readRows<SingleReporterRow>(database, "from measured.einaste_meldar order by all");
  const all = [...measured].flatMap(([name, rows]) => rows.flatMap((row) => countsOf(name, row)));
  const unseen = split.filter(isNew).map(splitCount);
  const cells = linkedCounts([...all.filter(({at}) => isNew(at)), ...unseen]);
  const areas = (measured.get("omraade") ?? []) as readonly Row<"omraade">[];
  const equations = equationsOf(cells, areaParentsOf(areas, split));
  assertSums(cells, equations);
  return {
    cells,
    equations,
    points: all,
    unseen: new Set(unseen.map(({at}) => keyOf(at))),
    dominated: new Set(single.map(singleReporterKey).filter((key) => cells.has(key))),
  };
}

/** With a total of a frozen year hidden, the account would tell it. */
function allHidden(hidden: ReadonlySet<string>, tables: Tables | null, frozen: ReadonlySet<number>): Set<string> {
  const before = tables === null ? new Set<string>() : hiddenBefore(tables, frozen);
  const givesAway = [...before].some((key) => /^\d+\|0\|fylke\|alle\|alle\|alle\|alle$/.test(key));
  return new Set([...hidden, ...before, ...(givesAway ? [ACCOUNT] : [])]);
}

/** The frozen years that a table still tells of; some have the report year alone. */
function yearsIn(rows: readonly MeasuredRow[], frozen: ReadonlySet<number>): Set<number> {
  const own = new Set(rows.map((row) => (row as {readonly aar?: number}).aar));
  return new Set([...frozen].filter((aar) => own.has(aar)));
}

function keptRows(
  name: TableName,
  edition: EditionName,
  earlier: Earlier | null,
  years: ReadonlySet<number>,
): DisclosedRow[] {
  const rows = earlier === null ? [] : frozenRows(earlier[edition], name, years);
  return rows.map((row) => ({utgaave: edition, ...(row as unknown as DisclosedRow)}));
}

async function readMeasured(
  database: Database,
  earlier: Earlier | null,
  frozen: ReadonlySet<number>,
): Promise<Measured> {
  const measured = new Map<TableName, readonly MeasuredRow[]>();
  for (const name of tableNames) {
    measured.set(name, await readRows<MeasuredRow>(database, `select * from measured.${name} order by all`));
  }
  if (earlier === null) return measured;
  const changes = (measured.get("endring_per_kategori") ?? []) as readonly (MeasuredRow &
    Row<"endring_per_kategori">)[];
  const isNew = changes.filter((row) => !isFrozen(row, frozen));
  const old = changes.filter((row) => isFrozen(row, frozen));
  return measured.set("endring_per_kategori", [...old, ...(await changesFromShown(database, isNew, earlier))]);
}

async function readThresholds(database: Database): Promise<Map<EditionName, number>> {
  const rows = await readRows<{utgaave: EditionName; terskel: number}>(
    database,
    "from measured.terskel order by utgaave",
  );
  const thresholds = new Map(rows.map(({utgaave, terskel}) => [utgaave, terskel]));
  for (const edition of editionNames)
    if (!thresholds.has(edition)) throw new Error(`no threshold in the register: ${edition}`);
  return thresholds;
}

/**
 * Reports less events over all years is the number of double reports; where a year's number of them is hidden, the
 * account must not tell how many events there were. Where the number of reports is hidden, no line may tell it, nor
 * those it can be reckoned from.
 */
function isLeftOut(name: TableName, row: MeasuredRow, hidden: ReadonlySet<string>): boolean {
  if (name !== "rekneskap") return false;
  const {utfall} = row as unknown as Row<"rekneskap">;
  if (hidden.has(ACCOUNT)) return ["rader_inn", "godteke", "avvik", "hendingar"].includes(utfall);
  return (
    utfall === "hendingar" &&
    [...hidden].some((key) => /^\d+\|0\|fylke\|alle\|alle\|alle\|(ikkje_)?meldt_av_begge$/.test(key))
  );
}

type DisclosedRow = Record<string, Scalar>;

function disclosedRows(
  name: TableName,
  rows: readonly MeasuredRow[],
  hidden: ReadonlyMap<EditionName, ReadonlySet<string>>,
): DisclosedRow[] {
  const table: Table = tables[name];
  return [...hidden].flatMap(([edition, keys]) =>
    rows
      .filter((row) => !isLeftOut(name, row, keys))
      .map((row) => {
        const isHidden = countsOf(name, row).some(({at}) => keys.has(keyOf(at)));
        return disclosedRow(table, row, {edition, status: statusOf(row, isHidden)});
      }),
  );
}

/** Missing and not applicable are told as such only where nothing is hidden, except that a missing delivery is no secret. */
function statusOf(row: MeasuredRow, isHidden: boolean): CellStatus {
  if (row.tilstand === "manglar") return "missing";
  if (isHidden) return "hidden";
  return row.tilstand === "ikkje_aktuell" ? "not_applicable" : "published";
}

function disclosedRow(
  table: Table,
  row: MeasuredRow,
  {edition, status}: {edition: EditionName; status: CellStatus},
): DisclosedRow {
  const values = row as unknown as Record<string, Scalar>;
  const columns = Object.entries(table.columns).map(([column, {measure}]) => {
    if (column === "status") return [column, status];
    return [column, measure && status !== "published" ? null : (values[column] ?? null)];
  });
  return {utgaave: edition, ...Object.fromEntries(columns)};
}

async function writeDisclosed(database: Database, name: TableName, rows: readonly DisclosedRow[]): Promise<void> {
  const columns = Object.entries<Column>(tables[name].columns).map(([column, spec]) => [
    column,
    definition(spec, column),
  ]);
  await writeTable(
    database,
    {schema: "disclosed", table: name, columns: {utgaave: "VARCHAR not null", ...Object.fromEntries(columns)}},
    rows,
  );
}

/** The database itself refuses a number in a cell that is not published, and a published cell without its number. */
function definition({type, measure, nullable}: Column, column: string): string {
  if (!measure) return nullable ? type : `${type} not null`;
  const without = `"${column}" is null or status = 'published'`;
  return nullable
    ? `${type} check (${without})`
    : `${type} check ((${without}) and ("${column}" is not null or status <> 'published'))`;
}
