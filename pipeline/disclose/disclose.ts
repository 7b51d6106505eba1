import type {CellStatus} from "../contract/cell.ts";
import {type EditionName, editionNames} from "../contract/edition.ts";
import {type Column, type Row, type Table, type TableName, tableNames, tables} from "../contract/tables.ts";
import type {Database} from "../duckdb/open.ts";
import {readRows, type Scalar, writeTable} from "../duckdb/rows.ts";
import {solvedValues} from "./attack.ts";
import {countsOf, keyOf, type SplitRow, splitCount} from "./coordinate.ts";
import {areaParentsOf, assertSums, equationsOf, linkedCounts} from "./equations.ts";
import {primaryCells} from "./primary.ts";
import {type Problem, secondaryCells} from "./secondary.ts";
import {cellsOfSeries, weakSeries} from "./series.ts";

/**
 * How many counts there are in all tables together, and how many of them an edition hides: too small, part of a series
 * too weak to show, or hidden so that no other can be worked out.
 */
export interface DisclosureAccount {
  readonly edition: EditionName;
  readonly threshold: number;
  readonly cells: number;
  readonly primary: number;
  readonly series: number;
  readonly secondary: number;
}

type MeasuredRow = Row<TableName> & {readonly tilstand?: "kjend" | "manglar" | "ikkje_aktuell"};
type Measured = ReadonlyMap<TableName, readonly MeasuredRow[]>;

/**
 * The only gate: reads `measured.*` and writes `disclosed.*`, one row more for each edition. The open edition hides all
 * that the meeting edition hides, so that whoever holds both knows no more than the meeting edition tells.
 */
export async function disclose(database: Database): Promise<DisclosureAccount[]> {
  const measured = await readMeasured(database);
  const thresholds = await readThresholds(database);
  const split = await readRows<SplitRow>(database, "from measured.melding_per_kommune_lsu order by all");
  const counts = [...measured].flatMap(([name, rows]) => rows.flatMap((row) => countsOf(name, row)));
  const unseen = split.map(splitCount);
  const cells = linkedCounts([...counts, ...unseen]);
  const areas = (measured.get("omraade") ?? []) as readonly Row<"omraade">[];
  const equations = equationsOf(cells, areaParentsOf(areas, split));
  assertSums(cells, equations);
  const hidden = new Map<EditionName, ReadonlySet<string>>();
  const accounts: DisclosureAccount[] = [];
  let before: ReadonlySet<string> = new Set();
  for (const edition of editionNames) {
    const threshold = thresholds.get(edition);
    if (threshold === undefined) throw new Error(`no threshold in the register: ${edition}`);
    const primary = primaryCells(cells, threshold);
    for (const {at} of unseen) primary.delete(keyOf(at));
    const series = cellsOfSeries(cells, weakSeries(cells, threshold));
    const whole = new Set([...series, ...unseen.map(({at}) => keyOf(at))]);
    before = await secondaryCells(new Set([...before, ...primary, ...whole]), primary, {
      cells,
      equations,
      threshold,
      whole,
    });
    assertUnsolvable(primary, before, {cells, equations, whole, threshold});
    hidden.set(edition, before);
    const weak = [...series].filter((key) => !primary.has(key)).length;
    const secondary = before.size - primary.size - weak - unseen.length;
    accounts.push({
      edition,
      threshold,
      cells: cells.size - unseen.length,
      primary: primary.size,
      series: weak,
      secondary,
    });
  }
  for (const name of tableNames)
    await writeDisclosed(database, name, disclosedRows(name, measured.get(name) ?? [], hidden));
  return accounts;
}

/** An attack by other means than those that chose what to hide; throws, and so stops the edition, when it finds a small count. */
function assertUnsolvable(
  sensitive: ReadonlySet<string>,
  hidden: ReadonlySet<string>,
  {cells, equations, whole}: Problem,
): void {
  const shown = new Map([...cells].filter(([key]) => !hidden.has(key)).map(([key, {value}]) => [key, value]));
  const least = new Map([...hidden].map((key) => [key, whole.has(key) ? 0 : 1]));
  const solved = [...solvedValues(equations, {shown, hidden: least}).keys()].filter((key) => sensitive.has(key));
  if (solved.length > 0) throw new Error(`hidden cells can be solved: ${solved.sort().slice(0, 5).join(", ")}`);
}

async function readMeasured(database: Database): Promise<Measured> {
  const measured = new Map<TableName, readonly MeasuredRow[]>();
  for (const name of tableNames) {
    measured.set(name, await readRows<MeasuredRow>(database, `select * from measured.${name} order by all`));
  }
  return measured;
}

async function readThresholds(database: Database): Promise<Map<EditionName, number>> {
  const rows = await readRows<{utgaave: EditionName; terskel: number}>(
    database,
    "from measured.terskel order by utgaave",
  );
  return new Map(rows.map(({utgaave, terskel}) => [utgaave, terskel]));
}

/**
 * Reports less events over all years is the number of double reports; where a year's number of them is hidden, the
 * account must not tell how many events there were.
 */
function givesAwayPairs(name: TableName, row: MeasuredRow, hidden: ReadonlySet<string>): boolean {
  if (name !== "rekneskap" || (row as unknown as Row<"rekneskap">).utfall !== "hendingar") return false;
  return [...hidden].some((key) => /^\d+\|0\|fylke\|alle\|alle\|alle\|(ikkje_)?meldt_av_begge$/.test(key));
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
      .filter((row) => !givesAwayPairs(name, row, keys))
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
