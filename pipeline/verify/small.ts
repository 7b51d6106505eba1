import {type Table, type TableName, type Tables, tableNames, tables} from "../contract/tables.ts";

type AnyRow = Readonly<Record<string, unknown>>;

/** The columns of a table that count reports. */
export function countColumns(name: TableName): string[] {
  return Object.entries((tables[name] as Table).columns)
    .filter(([, {type, measure, term}]) => measure && type === "INTEGER" && term !== "median")
    .map(([column]) => column);
}

/**
 * Cells that are not what they say: a count from one up to the threshold shown, what is left of a whole shown to be so
 * small, a published cell without its number, or a number in a cell that is not published.
 */
export function smallFaults(name: string, all: Tables, threshold: number): string[] {
  return tableNames
    .filter((table) => "status" in tables[table].columns)
    .flatMap((table) => {
      const rows = all[table] as readonly unknown[] as readonly AnyRow[];
      const isSmall = (value: unknown): boolean => typeof value === "number" && value > 0 && value < threshold;
      const small = rows.filter((row) => countsIn(table, row).some(isSmall)).length;
      const wrong = rows.filter((row) => isWrong(table, row)).length;
      return [
        ...(small > 0 ? [`${name}/tabellar/${table}: ${small} rader viser tal under grensa på ${threshold}.`] : []),
        ...(wrong > 0 ? [`${name}/tabellar/${table}: ${wrong} rader har tal og status som ikkje høyrer saman.`] : []),
      ];
    });
}

function countsIn(table: TableName, row: AnyRow): unknown[] {
  const counts = countColumns(table).map((column) => row[column]);
  const {teljar, nemnar} = row;
  return typeof teljar === "number" && typeof nemnar === "number" ? [...counts, nemnar - teljar] : counts;
}

function isWrong(table: TableName, row: AnyRow): boolean {
  const columns = Object.entries((tables[table] as Table).columns).filter(([, {measure}]) => measure);
  if (row.status !== "published") return columns.some(([column]) => row[column] !== null);
  return columns.some(([column, {nullable}]) => row[column] === null && !nullable);
}
