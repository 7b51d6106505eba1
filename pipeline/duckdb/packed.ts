import {DOUBLE, DuckDBDataChunk, INTEGER} from "@duckdb/node-api";
import type {Database, Schema} from "./open.ts";
import type {ColumnTypes, Scalar} from "./rows.ts";

const UNIT = "\u001f";

/** Rows as one text for each column, which the database takes apart itself: far fewer calls than a value at a time. */
export interface Packed {
  readonly count: number;
  readonly columns: readonly PackedColumn[];
  /** Columns beside these that are numbers, or numbers of values; `null` when there are none. */
  readonly numbered: readonly NumberedColumn[] | null;
}

interface NumberedColumn {
  readonly name: string;
  readonly numbers: Float64Array | Int32Array;
  /** The values that the numbers count, from 0; null when they are the values themselves. */
  readonly text: string | null;
}

/** A column of which each row has the number of its value, or a negative one for null. */
export interface Coded {
  readonly values: readonly string[];
  readonly numbers: Int32Array;
}

interface PackedColumn {
  readonly name: string;
  readonly text: string;
  /** The text is the value of every row. */
  readonly isSame: boolean;
}

/** A column's value in each row, or the one value that all rows have. */
type Columns = Readonly<Record<string, readonly Scalar[] | string>>;

/**
 * So many rows; a column left out is null, and so becomes an empty text. Values hold no control character U+001F.
 * Throws when a column has another number of values.
 */
export function pack(count: number, columns: Columns): Packed {
  const packed = Object.entries(columns).map(([name, values]) => {
    if (typeof values === "string") return {name, text: values, isSame: true};
    if (values.length !== count) throw new Error(`packed column of another length: ${name}`);
    return {name, text: values.join(UNIT), isSame: false};
  });
  return {count, columns: packed, numbered: null};
}

interface Numbers {
  /** Columns with one value in all rows. */
  readonly same: Readonly<Record<string, string>>;
  readonly numbers: Readonly<Record<string, Float64Array>>;
  readonly coded: Readonly<Record<string, Coded>>;
}

/** Fewer rows are sooner told as texts than set up for. */
const FEW_ROWS = 2000;

/** As `pack`, for rows whose values are few or are numbers. */
export function packNumbers(count: number, {same, numbers, coded}: Numbers): Packed {
  for (const [name, {values}] of Object.entries(coded)) {
    if (values.some((value) => value.includes(UNIT))) throw new Error(`packed value with the sign between: ${name}`);
  }
  if (count < FEW_ROWS) return pack(count, {...same, ...spelled(numbers, coded)});
  const columns = Object.entries(same).map(([name, text]) => ({name, text, isSame: true}));
  const numbered = [
    ...Object.entries(numbers).map(([name, own]) => ({name, numbers: own, text: null})),
    ...Object.entries(coded).map(([name, own]) => ({name, numbers: own.numbers, text: own.values.join(UNIT)})),
  ];
  const odd = numbered.find((column) => column.numbers.length !== count);
  if (odd !== undefined) throw new Error(`packed column of another length: ${odd.name}`);
  return {count, columns, numbered};
}

function spelled(numbers: Numbers["numbers"], coded: Numbers["coded"]): Columns {
  const texts = ({values, numbers: own}: Coded) => Array.from(own, (number) => values[number] ?? null);
  return Object.fromEntries([
    ...Object.entries(numbers).map(([name, own]) => [name, [...own]] as const),
    ...Object.entries(coded).map(([name, own]) => [name, texts(own)] as const),
  ]);
}

type Prepared = Awaited<ReturnType<Database["prepare"]>>;

/** Creates `schema.table` with these columns and gives a function that appends packed rows, in order. */
export async function packedTable(
  database: Database,
  {schema, table, columns}: {readonly schema: Schema; readonly table: string; readonly columns: ColumnTypes},
): Promise<(rows: Packed) => Promise<void>> {
  const definition = Object.entries(columns).map(([name, type]) => `"${name}" ${type}`);
  await database.run(`create or replace table ${schema}.${table} (${definition.join(", ")})`);
  const prepared = new Map<string, Promise<Prepared>>();
  return async (rows) => {
    if (rows.count === 0) return;
    if (rows.numbered !== null) {
      await appendNumbered(database, `${schema}.${table}`, {...rows, numbered: rows.numbered}, columns);
      return;
    }
    const sql = `insert into ${schema}.${table} ${unpacked(rows, columns)}`;
    const insert = await (prepared.get(sql) ?? database.prepare(sql));
    prepared.set(sql, Promise.resolve(insert));
    for (const [index, {text}] of rows.columns.entries()) insert.bindVarchar(index + 1, text);
    const {rowsChanged} = await insert.run();
    if (rowsChanged !== rows.count) throw new Error(`packed rows lost: ${rows.count} in, ${rowsChanged} out`);
  };
}

/** The names of the columns, and the select that takes their texts apart. */
function unpacked({columns}: Packed, types: ColumnTypes): string {
  const names = columns.map(({name}) => `"${name}"`);
  const values = columns.map(({name}) => `nullif("${name}", '')::${types[name]}`);
  const parts = columns.map(({name, isSame}, index) => {
    const text = `$${index + 1}::varchar`;
    return `${isSame ? text : `unnest(string_split(${text}, chr(31)))`} as "${name}"`;
  });
  return `(${names.join(", ")}) select ${values.join(", ")} from (select ${parts.join(", ")})`;
}

const ROWS_IN_CHUNK = 2048;

/** The numbers go to the database as they are; it puts the values in their places itself. */
async function appendNumbered(
  database: Database,
  target: string,
  {count, columns, numbered}: Packed & {readonly numbered: readonly NumberedColumn[]},
  types: ColumnTypes,
): Promise<void> {
  const kinds = numbered.map(({text}) => (text === null ? DOUBLE : INTEGER));
  await database.run(`create or replace temp table numbered (${kinds.map((kind, at) => `n${at} ${kind}`).join(", ")})`);
  appendChunks(await database.createAppender("numbered", "main", "temp"), count, numbered);
  const texts = numbered.flatMap(({text}) => text ?? []);
  let given = columns.length;
  const lists = numbered.flatMap(({text}, at) =>
    text === null ? [] : [`string_split($${++given}::varchar, chr(31)) as v${at}`],
  );
  const values = [
    ...columns.map(({name}, at) => `nullif($${at + 1}::varchar, '')::${types[name]}`),
    ...numbered.map(({name, text}, at) =>
      text === null ? `n${at}::${types[name]}` : `nullif(v${at}[n${at} + 1], '')`,
    ),
  ];
  const names = [...columns, ...numbered].map(({name}) => `"${name}"`);
  const listed = lists.length === 0 ? "" : `, (select ${lists.join(", ")})`;
  const insert = await database.prepare(
    `insert into ${target} (${names.join(", ")}) select ${values.join(", ")} from temp.main.numbered${listed}`,
  );
  for (const [at, text] of [...columns.map(({text}) => text), ...texts].entries()) insert.bindVarchar(at + 1, text);
  const {rowsChanged} = await insert.run();
  if (rowsChanged !== count) throw new Error(`packed rows lost: ${count} in, ${rowsChanged} out`);
  await database.run("drop table temp.main.numbered");
}

type Appender = Awaited<ReturnType<Database["createAppender"]>>;

function appendChunks(appender: Appender, count: number, numbered: readonly NumberedColumn[]): void {
  const kinds = numbered.map(({text}) => (text === null ? DOUBLE : INTEGER));
  for (let from = 0; from < count; from += ROWS_IN_CHUNK) {
    const size = Math.min(ROWS_IN_CHUNK, count - from);
    const chunk = DuckDBDataChunk.create(kinds, size);
    for (const [index, {numbers}] of numbered.entries()) {
      const vector = chunk.getColumnVector(index);
      for (let at = 0; at < size; at += 1) vector.setItem(at, numbers[from + at] as number);
      vector.flush();
    }
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}
