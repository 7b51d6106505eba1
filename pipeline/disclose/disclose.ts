import type {CellStatus} from "../contract/cell.ts";
import {type EditionName, editionNames} from "../contract/edition.ts";
import {type Column, type Row, type Table, type TableName, tableNames, tables} from "../contract/tables.ts";
import type {Database} from "../duckdb/open.ts";
import {readRows, type Scalar, writeTable} from "../duckdb/rows.ts";
import {countsOf, keyOf, type SingleReporterRow, type SplitRow, singleReporterKey, splitCount} from "./coordinate.ts";
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
 * one is chosen first: what it hides does not tell which of its small counts the meeting edition shows.
 */
export async function disclose(database: Database): Promise<DisclosureAccount[]> {
  const measured = await readMeasured(database);
  const thresholds = await readThresholds(database);
  const split = await readRows<SplitRow>(database, "from measured.melding_per_kommune_lsu order by all");
  const single = await readRows<SingleReporterRow>(database, "from measured.einaste_meldar order by all");
  const counts = [...measured].flatMap(([name, rows]) => rows.flatMap((row) => countsOf(name, row)));
  const unseen = split.map(splitCount);
  const cells = linkedCounts([...counts, ...unseen]);
  const areas = (measured.get("omraade") ?? []) as readonly Row<"omraade">[];
  const equations = equationsOf(cells, areaParentsOf(areas, split));
  assertSums(cells, equations);
  const cube: Cube = {
    cells,
    equations,
    unseen: new Set(unseen.map(({at}) => keyOf(at))),
    dominated: new Set(single.map(singleReporterKey).filter((key) => cells.has(key))),
  };
  const open = await hiding(cube, Math.max(...thresholds.values()));
  const moete = await hiding(cube, thresholds.get("moete") ?? 0, open.hidden);
  const hidings: Readonly<Record<EditionName, Hiding>> = {moete, open};
  const hidden = new Map(editionNames.map((edition) => [edition, hidings[edition].hidden]));
  for (const name of tableNames)
    await writeDisclosed(database, name, disclosedRows(name, measured.get(name) ?? [], hidden));
  return editionNames.map((edition) => ({edition, ...hidings[edition].account}));
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
