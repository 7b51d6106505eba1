/** A record of a table of text, wherever it was read. */
interface TextRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Inhabitants of one region on 1 January; null where the source has no value. */
export interface RegionCount {
  readonly number: string | null;
  readonly name: string;
  /** The region as the source writes it. */
  readonly written: string;
  readonly year: number;
  readonly count: number | null;
}

/** Why a table cannot be read, and the line where that was found. */
export interface PopulationFault {
  readonly fault: "other_table" | "no_region" | "no_year" | "not_a_number" | "twice" | "uneven" | "truncated";
  readonly line: number | null;
}

const DEEPEST_HEADER = 20;
const TABLE = /^\D{0,3}(\d{5})\s*:/;
const TABLE_OF_POPULATION = "07459";
const REGION = /^(?:region|kommune|municipality)$/i;
const YEAR = /^(?:å|aa?)r$|^year$|^tid$|^time$/i;
const CONTENTS = /^(?:statistikkvariabel|contents|contentscode)$/i;
const VALUE = /^(?:value|verdi|persone?r\d?|persons|befolkning|population|07459:?.*)$/i;
const YEAR_IN_HEADER = /^(?:.*\D)?((?:19|20)\d{2})$/;
/** The whole of a dimension, in Norwegian and English. */
const WHOLE =
  /^(?:i alt|alle\b.*|begge kjønn|all ages|both sexes|total|total(?:t|e)?\b.*|.*\bi alt|0\s*-\s*105\+?.*)$/i;
const PERSONS = /^(?:persone?r\d?|persons|befolkning|population)\b/i;
const MISSING = /^(?:\.{1,3}|:|-)?$/;

interface Columns {
  readonly region: number;
  readonly year: number;
  readonly contents: number;
  /** Columns with numbers, each with its year; the year is null when it stands in a column of its own. */
  readonly values: readonly {readonly at: number; readonly year: number | null}[];
  readonly dimensions: readonly number[];
}

/**
 * Reads SSB table 07459 as the statistics bank gives it: one row per region, or per region and age, sex or year, with
 * the years as columns or in one. Rows of ages and sexes are added up, unless their sum is there already.
 */
export function readPopulation(records: Iterable<TextRow>): readonly RegionCount[] | PopulationFault {
  let columns: Columns | PopulationFault | null = null;
  const rows: TextRow[] = [];
  for (const record of records) {
    const cells = record.cells.map(plain);
    if (columns !== null) {
      if (cells.some((cell) => cell !== "")) rows.push({line: record.line, cells});
      continue;
    }
    const [first = ""] = cells;
    const table = TABLE.exec(first)?.[1];
    if (table !== undefined && cells.filter((cell) => cell !== "").length === 1 && table !== TABLE_OF_POPULATION)
      return {fault: "other_table", line: record.line};
    if (record.line > DEEPEST_HEADER) break;
    const found = columnsOf({line: record.line, cells});
    if (found !== null) {
      if ("fault" in found) return found;
      columns = found;
    }
  }
  return columns === null ? {fault: "no_region", line: null} : countsOf(rows, columns);
}

function plain(cell: string): string {
  return cell
    .normalize("NFC")
    .replace(/[\ufeff\u200b\u00ad]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

function columnsOf({line, cells}: TextRow): Columns | PopulationFault | null {
  const region = cells.findIndex((cell) => REGION.test(cell));
  if (region < 0) return null;
  const year = cells.findIndex((cell) => YEAR.test(cell));
  const contents = cells.findIndex((cell) => CONTENTS.test(cell));
  const values = cells.flatMap((cell, at): Columns["values"] => {
    if (year >= 0) return VALUE.test(cell) ? [{at, year: null}] : [];
    const found = YEAR_IN_HEADER.exec(cell)?.[1];
    return found === undefined ? [] : [{at, year: Number(found)}];
  });
  if (values.length === 0) return {fault: "no_year", line};
  const taken = new Set([region, year, contents, ...values.map(({at}) => at)]);
  return {region, year, contents, values, dimensions: [...cells.keys()].filter((at) => !taken.has(at) && cells[at])};
}

function countsOf(rows: readonly TextRow[], columns: Columns): readonly RegionCount[] | PopulationFault {
  const width = 1 + Math.max(columns.region, ...columns.values.map(({at}) => at), ...columns.dimensions);
  const table: TextRow[] = [];
  for (const row of rows) {
    if (row.cells.filter((cell) => cell !== "").length === 1) continue;
    if (row.cells.length < width) return {fault: "truncated", line: row.line};
    if (columns.contents < 0 || PERSONS.test(row.cells[columns.contents] ?? "")) table.push(row);
  }
  const regions = new Map<string, TextRow[]>();
  for (const row of table) {
    const written = row.cells[columns.region] ?? "";
    const own = regions.get(written);
    if (own === undefined) regions.set(written, [row]);
    else own.push(row);
  }
  const counts: RegionCount[] = [];
  let sizes: number | null = null;
  for (const [written, own] of regions) {
    const used = withoutParts(own, columns.dimensions);
    const fault = repeated(used, columns) ?? uneven(used, sizes);
    if (fault !== null) return fault;
    sizes ??= used.length;
    const added = addUp(used, columns);
    if ("fault" in added) return added;
    for (const [year, count] of added) counts.push({...regionOf(written), written, year, count});
  }
  return counts;
}

/** Where the whole of a dimension stands beside its parts, the whole is used. */
function withoutParts(rows: readonly TextRow[], dimensions: readonly number[]): readonly TextRow[] {
  return dimensions.reduce((left, at) => {
    const whole = left.filter(({cells}) => WHOLE.test(cells[at] ?? ""));
    return whole.length > 0 ? whole : left;
  }, rows);
}

function repeated(rows: readonly TextRow[], {dimensions, year}: Columns): PopulationFault | null {
  const seen = new Set<string>();
  for (const {line, cells} of rows) {
    const key = [...dimensions, ...(year < 0 ? [] : [year])].map((at) => cells[at]).join("\n");
    if (seen.has(key)) return {fault: "twice", line};
    seen.add(key);
  }
  return null;
}

/** The table of the statistics bank has as many rows for each region; one with fewer was cut. */
function uneven(rows: readonly TextRow[], size: number | null): PopulationFault | null {
  return size === null || rows.length === size ? null : {fault: "uneven", line: rows[0]?.line ?? null};
}

function addUp(rows: readonly TextRow[], columns: Columns): ReadonlyMap<number, number | null> | PopulationFault {
  const sums = new Map<number, number | null>();
  for (const {line, cells} of rows) {
    for (const {at, year: inHeader} of columns.values) {
      const year = inHeader ?? Number(cells[columns.year]);
      if (!Number.isInteger(year)) return {fault: "no_year", line};
      const value = (cells[at] ?? "").replace(/[\s\u00a0]/g, "").replace(/[.,]0$/, "");
      const before = sums.get(year) ?? null;
      if (MISSING.test(value)) sums.set(year, before);
      else if (/^\d{1,8}$/.test(value)) sums.set(year, (before ?? 0) + Number(value));
      else return {fault: "not_a_number", line};
    }
  }
  return sums;
}

/** «0101 Halden», «K-3001 Halden», «K-3001» or a name alone; a note of years after the name is no part of it. */
function regionOf(written: string): {readonly number: string | null; readonly name: string} {
  const found = /^(?:K[-_ ]?)?(\d{4})(?![\p{L}\d])[ .,:–-]*(.*)$/iu.exec(written);
  return {
    number: found?.[1] ?? null,
    name: (found?.[2] ?? written).replace(/\s*\((?:\d{4})?\s*[-–]\s*(?:\d{4})?\)$/, ""),
  };
}
