import type {Region} from "./region-match.ts";

/** One value of a published table: a region in a year, perhaps for one hospital; null where the source shows none. */
export interface IndicatorCount extends Region {
  readonly hospital: string | null;
  readonly value: number | null;
}

/** Why a table cannot be read, and the line where that was found. */
export interface IndicatorFault {
  readonly fault:
    | "no_region"
    | "no_year"
    | "many_values"
    | "no_such_column"
    | "not_a_number"
    | "not_whole"
    | "twice"
    | "truncated";
  readonly line: number | null;
}

interface TextRow {
  readonly line: number;
  readonly cells: readonly string[];
}

interface Columns {
  readonly region: number;
  readonly number: number;
  readonly hospital: number;
  readonly year: number;
  readonly values: readonly {readonly at: number; readonly year: number | null}[];
}

const DEEPEST_HEADER = 20;
const REGION =
  /^(?:region|(?:(?:bustads?|bosteds?|opphalds|oppholds)-?)?kommunen?|kommunena(?:m|v)n|municipality|område|geografi|bustad|bosted)$/i;
const NUMBER = /^(?:kommunenr|kommunenummer|komm?\.?\s?nr\.?|knr)$/i;
const HOSPITAL =
  /^(?:sj?[uy]ke?hus|behandlingsst[ae]d|institusjon|(?:helse)?f[øo]re?tak|helsef[oø]retak|hf|tenestest[ae]d|tjenestested)$/i;
const YEAR = /^(?:å|aa?)r$|^year$|^periode$|^tid$/i;
const YEAR_IN_HEADER = /^(?:.*\D)?((?:19|20)\d{2})$/;
/** The signs of Statistics Norway, and what publishers write for a number they hide. */
const NOT_SHOWN = /^(?:\.{1,3}|:|-|–|\*|n\/?a|null|skjult|[<≤]\s?\d+|1\s?[-–]\s?[45])?$/i;

/**
 * Reads a table of one indicator as its publisher gives it: a row per municipality, perhaps per hospital or year, and the
 * years as columns or in one. `column` names the column of the values where there are several. A count is a whole number:
 * a rate must not be taken for one, and neither must «1.204», which may be more than a thousand.
 */
export function readIndicatorTable(
  records: Iterable<TextRow>,
  column: string | null,
  isCount = false,
): readonly IndicatorCount[] | IndicatorFault {
  let columns: Columns | IndicatorFault | null = null;
  const rows: TextRow[] = [];
  for (const record of records) {
    const row = {line: record.line, cells: record.cells.map(plain)};
    if (columns !== null) rows.push(row);
    else if (row.line > DEEPEST_HEADER) break;
    else columns = columnsOf(row, column);
    if (columns !== null && "fault" in columns) return columns;
  }
  return columns === null || "fault" in columns ? {fault: "no_region", line: null} : valuesOf(rows, columns, isCount);
}

function plain(cell: string): string {
  return cell
    .normalize("NFC")
    .replace(/[\ufeff\u200b\u00ad]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

function columnsOf({line, cells}: TextRow, column: string | null): Columns | IndicatorFault | null {
  const [number, hospital, year] = [NUMBER, HOSPITAL, YEAR].map((name) => cells.findIndex((cell) => name.test(cell)));
  const named = cells.findIndex((cell) => REGION.test(cell));
  const region = named < 0 ? (number ?? -1) : named;
  if (region < 0) return null;
  const known = {region, number: number ?? -1, hospital: hospital ?? -1, year: year ?? -1};
  const found = valueColumns(cells, {known: new Set(Object.values(known)), inColumn: known.year >= 0, column});
  return "fault" in found ? {...found, line} : {...known, values: found.values};
}

interface Sought {
  readonly known: ReadonlySet<number>;
  readonly inColumn: boolean;
  readonly column: string | null;
}

function valueColumns(
  cells: readonly string[],
  {known, inColumn, column}: Sought,
): Pick<Columns, "values"> | Pick<IndicatorFault, "fault"> {
  const own = [...cells.entries()].filter(([at, cell]) => cell !== "" && !known.has(at));
  if (!inColumn) {
    const values = own.flatMap(([at, cell]) => {
      const year = YEAR_IN_HEADER.exec(cell)?.[1];
      return year === undefined ? [] : [{at, year: Number(year)}];
    });
    if (values.length === 0) return {fault: "no_year"};
    return new Set(values.map(({year}) => year)).size < values.length ? {fault: "many_values"} : {values};
  }
  const wanted = own.filter(([, cell]) => column === null || cell.toLowerCase() === column.trim().toLowerCase());
  if (wanted.length > 1) return {fault: "many_values"};
  return wanted.length === 0 ? {fault: "no_such_column"} : {values: wanted.map(([at]) => ({at, year: null}))};
}

function valuesOf(
  rows: readonly TextRow[],
  columns: Columns,
  isCount: boolean,
): readonly IndicatorCount[] | IndicatorFault {
  const counts: IndicatorCount[] = [];
  const seen = new Set<string>();
  for (const {line, cells} of rows) {
    if (cells.filter((cell) => cell !== "").length <= 1) continue;
    if (cells.length <= Math.max(columns.region, ...columns.values.map(({at}) => at)))
      return {fault: "truncated", line};
    for (const {at, year: inHeader} of columns.values) {
      const year = inHeader ?? Number(YEAR_IN_HEADER.exec(cells[columns.year] ?? "")?.[1]);
      if (!Number.isInteger(year)) return {fault: "no_year", line};
      const value = numberIn(cells[at] ?? "");
      if (value === undefined) return {fault: "not_a_number", line};
      if (isCount && !isWhole(cells[at] ?? "", value)) return {fault: "not_whole", line};
      const count = {...regionOf(cells, columns), hospital: cells[columns.hospital] || null, year, value};
      const key = [count.number ?? count.name.toLowerCase(), count.hospital, year].join("|");
      if (seen.has(key)) return {fault: "twice", line};
      seen.add(key);
      counts.push(count);
    }
  }
  return counts;
}

/** Undefined for what is neither a number nor a sign: `1 234,5`, `1234.5` and `12 %` are numbers. */
function numberIn(cell: string): number | null | undefined {
  if (NOT_SHOWN.test(cell)) return null;
  const digits = cell.replace(/[\s\u00a0\u202f]|%$/g, "").replace(",", ".");
  return /^\d{1,9}(?:\.\d{1,9})?$/.test(digits) ? Number(digits) : undefined;
}

const isWhole = (cell: string, value: number | null): boolean =>
  value === null || (Number.isInteger(value) && !/%$|^\d{1,3}\.\d{3}$/.test(cell));

/** «9901 Granvik», «K-9901 Granvik», a name alone, or a name beside its number. */
function regionOf(cells: readonly string[], {region, number}: Columns): Omit<Region, "year"> {
  const written = cells[region] ?? "";
  const beside = /^(?:K-)?(\d{3,4})$/i.exec(cells[number] ?? "")?.[1]?.padStart(4, "0");
  const found = /^(?:K[-_ ]?)?(\d{4})(?![\p{L}\d])[ .,:–-]*(.*)$/iu.exec(written);
  return {number: beside ?? found?.[1] ?? null, name: found?.[2] ?? (region === number ? "" : written), written};
}
