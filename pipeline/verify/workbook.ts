import {cellSign} from "../contract/cell.ts";
import {type Table, type TableName, type Tables, tableNames, tables} from "../contract/tables.ts";
import {type BookSheet, readWorkbook} from "../ingest/xlsx.ts";
import type {FinishedEdition} from "./edition.ts";

type AnyRow = Readonly<Record<string, unknown>>;

/**
 * Data books that do not have the numbers and the signs of the tables, row for row. `more` sheets after those of the
 * tables hold what others have published.
 */
export async function workbookFaults({name, files}: FinishedEdition, all: Tables, more: number): Promise<string[]> {
  const faults: string[] = [];
  for (const {path, bytes} of files.filter(({path}) => path.endsWith(".xlsx"))) {
    const book = await readWorkbook(bytes);
    if ("kind" in book) faults.push(`${name}/${path}: databoka let seg ikkje lese.`);
    else if (book.sheets.length !== tableNames.length + 1 + more)
      faults.push(`${name}/${path}: databoka har ikkje dei same tabellane som utgåva.`);
    else {
      for (const [index, table] of tableNames.entries()) {
        const sheet = await wholeSheet(book.sheets[index + 1]);
        faults.push(...sheetFault(`${name}/${path}`, {table, all, sheet}));
      }
    }
  }
  return faults;
}

interface Sheet {
  readonly name: string;
  readonly records: readonly {readonly cells: readonly string[]}[];
}

async function wholeSheet(sheet: BookSheet | undefined): Promise<Sheet | undefined> {
  const records = (await sheet?.records()) ?? [];
  return sheet === undefined ? undefined : {name: sheet.name, records: "kind" in records ? [] : records};
}

function sheetFault(
  where: string,
  {table, all, sheet}: {table: TableName; all: Tables; sheet: Sheet | undefined},
): string[] {
  if (sheet === undefined || !("status" in tables[table].columns)) return [];
  const rows = all[table] as readonly unknown[] as readonly AnyRow[];
  const expected = rows.map((row) => numbersOf(table, row)).sort();
  const found = sheet.records
    .filter(({cells}) => cells.some((cell) => /^\d{4}$/.test(cell)) && cells.length > 1)
    .map(({cells}) => cells.flatMap(numberOrSign).join(" "))
    .sort();
  return expected.join("\n") === found.join("\n")
    ? []
    : [`${where}: arket «${sheet.name}» har andre tal enn tabellen ${table}.`];
}

const signs: ReadonlySet<string> = new Set(Object.values(cellSign));

function numberOrSign(cell: string): string[] {
  if (signs.has(cell)) return [cell];
  return /^-?\d+(\.\d+)?(e-?\d+)?$/i.test(cell) ? [rounded(Number(cell))] : [];
}

function rounded(value: number): string {
  return value.toFixed(4);
}

/** The numbers and signs of a row in the order of its columns; an empty measure of a published row is «not applicable». */
function numbersOf(table: TableName, row: AnyRow): string {
  const {status} = row as {status?: keyof typeof cellSign | "published"};
  return Object.entries((tables[table] as Table).columns)
    .flatMap(([column, {type, measure}]) => {
      const value = row[column];
      if (measure && status !== undefined && status !== "published") return [cellSign[status]];
      if (value === null || value === undefined) return [cellSign.not_applicable];
      return type === "VARCHAR" || type === "BOOLEAN" ? [] : [rounded(Number(value))];
    })
    .join(" ");
}
