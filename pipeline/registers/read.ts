import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import papaparse from "papaparse";
import {correctable} from "../contract/delivery.ts";
import {DeliveryError} from "../contract/delivery-error.ts";
import {indicatorUnits} from "../contract/samhandling.ts";
import type {ColumnType} from "../contract/tables.ts";
import type {Database} from "../duckdb/open.ts";
import {type Scalar, writeTable} from "../duckdb/rows.ts";
import {indicatorRowFaults} from "./indicator-rows.ts";
import {certainties, optionalRegisters, provenance, type RegisterName, registers} from "./registers.ts";

type RegisterRow = Record<string, Scalar>;

/**
 * Reads every register of a folder into the schema `register`. Comma or semicolon, with or without byte order mark, so
 * that a file saved from Excel is read too. Throws a DeliveryError with every fault of every register at once.
 */
export async function readRegisters(database: Database, folder: string): Promise<void> {
  const names = Object.keys(registers) as RegisterName[];
  const read = names.map((name) => ({name, ...parseRegister(name, readText(folder, name))}));
  const faults = read.flatMap((register) => register.faults);
  const rowsOf = (name: RegisterName): RegisterRow[] => read.find((register) => register.name === name)?.rows ?? [];
  const more =
    faults.length > 0
      ? faults
      : indicatorRowFaults({
          samhandlingsdata: rowsOf("samhandlingsdata"),
          indikator: rowsOf("indikator"),
          kommune: rowsOf("kommune"),
        });
  if (more.length > 0) throw new DeliveryError(more);
  for (const {name, rows} of read) {
    const own = Object.entries<ColumnType>(registers[name]).map(([column, type]) => [column.replace("?", ""), type]);
    const columns = {
      ...Object.fromEntries(own),
      ...Object.fromEntries(provenance.map((column) => [column, "VARCHAR"])),
    };
    await writeTable(database, {schema: "register", table: name, columns}, rows);
  }
}

function readText(folder: string, name: RegisterName): string | null {
  const file = join(folder, `${name}.csv`);
  if (!existsSync(file)) return null;
  try {
    return new TextDecoder("utf-8", {fatal: true}).decode(readFileSync(file));
  } catch {
    throw new DeliveryError([
      `Registeret ${name}.csv er ikkje lagra som UTF-8. Vel «CSV UTF-8» når du lagrar i Excel.`,
    ]);
  }
}

/** Rows of one register, or what is wrong with it. */
export function parseRegister(
  name: RegisterName,
  text: string | null,
): {readonly rows: RegisterRow[]; readonly faults: string[]} {
  if (text === null && optionalRegisters.has(name)) return {rows: [], faults: []};
  if (text === null) return {rows: [], faults: [`Registeret ${name}.csv manglar. Legg fila i mappa med register.`]};
  const delimiter = (text.split("\n", 1)[0] ?? "").includes(";") ? ";" : ",";
  const parsed = papaparse.parse<Record<string, string>>(text, {header: true, delimiter, skipEmptyLines: "greedy"});
  const own = Object.entries<ColumnType>(registers[name]);
  const expected = [...own.map(([column]) => column.replace("?", "")), ...provenance];
  const missing = expected.filter((column) => !parsed.meta.fields?.includes(column));
  if (missing.length > 0) return {rows: [], faults: [`Registeret ${name}.csv manglar kolonna ${missing.join(", ")}.`]};
  const faults = parsed.data.flatMap((row, index) =>
    [...rowFaults(row, own), ...(ownFaults[name]?.(row) ?? [])].map(
      (fault) => `Registeret ${name}.csv, rad ${index + 2}: ${fault}`,
    ),
  );
  return {
    rows: parsed.data.map((row) => Object.fromEntries(expected.map((column) => [column, row[column]?.trim() || null]))),
    faults,
  };
}

const numberIn: Readonly<Partial<Record<ColumnType, RegExp>>> = {
  SMALLINT: /^\d+$/,
  INTEGER: /^\d+$/,
  DOUBLE: /^\d+(\.\d+)?$/,
};

function rowFaults(row: Readonly<Record<string, string>>, own: readonly (readonly [string, ColumnType])[]): string[] {
  const required = [...own.map(([column]) => column), "gyldig_fra", "kjelde", "sikkerheit"].filter(
    (column) => !column.endsWith("?"),
  );
  const empty = required.filter((column) => !row[column]?.trim()).map((column) => `${column} er tom.`);
  const numbers = own.filter(([column, type]) => {
    const value = row[column.replace("?", "")]?.trim() ?? "";
    return !(column.endsWith("?") && value === "") && numberIn[type]?.test(value) === false;
  });
  const dates = ["gyldig_fra", "gyldig_til"].filter((column) => row[column]?.trim() && !isDate(row[column].trim()));
  const unsure = certainties.some((certainty) => certainty === row.sikkerheit?.trim());
  return [
    ...empty,
    ...numbers.map(([column, type]) =>
      type === "DOUBLE"
        ? `${column.replace("?", "")} skal vere eit tal som 12.5.`
        : `${column} skal vere eit heilt tal.`,
    ),
    ...dates.map((column) => `${column} skal vere ein dato som 2025-12-31.`),
    ...(unsure ? [] : [`sikkerheit skal vere ${certainties.join(", ")}.`]),
  ];
}

/** What a register asks of its rows beyond the types. */
const ownFaults: Partial<Readonly<Record<RegisterName, (row: Readonly<Record<string, string>>) => string[]>>> = {
  retting: correctionFaults,
  indikator: ({eining = ""}) =>
    indicatorUnits.some((unit) => unit === eining.trim()) ? [] : [`eining skal vere ${indicatorUnits.join(", ")}.`],
  samhandlingsdata: ({henta = ""}) => (isDate(henta.trim()) ? [] : ["henta skal vere ein dato som 2025-12-31."]),
};

function correctionFaults({felt = "", expect = "", verdi = ""}: Readonly<Record<string, string>>): string[] {
  const isField = correctable.some((field) => field === felt.trim());
  return [
    ...(isField ? [] : ["felt skal vere eit av felta i oppsetta som kan rettast, til dømes kommune eller registrert."]),
    ...(expect.trim() === verdi.trim() ? ["expect og verdi er like; då er det ingenting å rette."] : []),
  ];
}

function isDate(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
