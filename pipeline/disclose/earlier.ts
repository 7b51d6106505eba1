import type {EditionName} from "../contract/edition.ts";
import {type Row, type TableName, type Tables, tableNames} from "../contract/tables.ts";
import type {Database} from "../duckdb/open.ts";
import {readRows} from "../duckdb/rows.ts";
import {countsOf, keyOf} from "./coordinate.ts";

/**
 * The editions of the year before, as their readers have them. The years in them are frozen: what has been shown cannot be
 * hidden again, what is hidden must stay so, and a number that changed by the few reports that came late would tell of them.
 */
export type Earlier = Readonly<Record<EditionName, Tables>>;

type AnyRow = Row<TableName> & {readonly aar?: number; readonly status?: string};

/** The years that both earlier editions have. */
export function frozenYears(earlier: Earlier | null): ReadonlySet<number> {
  if (earlier === null) return new Set();
  const open = new Set(earlier.open.omraade.map(({aar}) => aar));
  return new Set(earlier.moete.omraade.map(({aar}) => aar).filter((aar) => open.has(aar)));
}

export function isFrozen(row: Row<TableName>, frozen: ReadonlySet<number>): boolean {
  const {aar} = row as AnyRow;
  return aar !== undefined && frozen.has(aar);
}

/** The rows of these years as they were published. */
export function frozenRows<N extends TableName>(tables: Tables, name: N, years: ReadonlySet<number>): Row<N>[] {
  return (tables[name] as readonly Row<N>[]).filter((row) => isFrozen(row, years));
}

/** The keys of the cells that an earlier edition hides in these years. */
export function hiddenBefore(tables: Tables, years: ReadonlySet<number>): Set<string> {
  const hidden = tableNames.flatMap((name) =>
    frozenRows(tables, name, years)
      .filter((row) => (row as AnyRow).status === "hidden")
      .flatMap((row) => countsOf(name, row).map(({at}) => keyOf(at))),
  );
  return new Set(hidden);
}

type Change = Row<"endring_per_kategori">;

/**
 * A change from a frozen year is from the number that was shown then. Where the verdict is another than with the number
 * there is now, there is none.
 */
export async function changesFromShown(
  database: Database,
  rows: readonly Change[],
  {moete}: Earlier,
): Promise<readonly Change[]> {
  const shown = new Map(
    moete.melding_per_kategori
      .filter(({retning}) => retning === "alle")
      .map(({aar, omraade, kategori, n}) => [`${aar}|${omraade}|${kategori}`, n]),
  );
  return Promise.all(
    rows.map(async (row) => {
      const before = shown.get(`${row.aar - 1}|${row.omraade}|${row.kategori}`) ?? null;
      return before === null || row.n_foer === null || before === row.n_foer ? row : from(database, row, before);
    }),
  );
}

async function from(database: Database, row: Change, before: number): Promise<Change> {
  const [again] = await readRows<Pick<Change, "forhold" | "nedre" | "oevre" | "dom">>(
    database,
    `select ratio_median($1::integer, $2::integer) as forhold, ratio_lower($1::integer, $2::integer) as nedre,
      ratio_upper($1::integer, $2::integer) as oevre, change_verdict($1::integer, $2::integer) as dom`,
    [before, row.n_no],
  );
  if (again === undefined) throw new Error("no change");
  return {...row, ...again, n_foer: before, dom: again.dom === row.dom ? row.dom : "uviss"};
}
