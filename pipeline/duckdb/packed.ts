import type {Database, Schema} from "./open.ts";
import type {ColumnTypes, Scalar} from "./rows.ts";

const UNIT = "\u001f";

/** Rows as one text for each column, which the database takes apart itself: far fewer calls than a value at a time. */
export interface Packed {
  readonly count: number;
  readonly columns: readonly PackedColumn[];
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
  return {count, columns: packed};
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
