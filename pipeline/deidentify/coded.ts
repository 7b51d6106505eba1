import {
  type Batch,
  type CodedColumn,
  type CodedRows,
  type Field,
  NO_VALUE,
  type TextRow,
} from "../contract/delivery.ts";
import {type Coded, type Packed, packNumbers} from "../duckdb/packed.ts";
import type {Cleaning, From} from "./cleaning.ts";
import {pseudonym} from "./deidentify.ts";
import {proseFields} from "./review/texts.ts";
import {type CleanRow, nobodysReader} from "./row.ts";

/** A row that is stored, before and after. */
export interface Kept {
  readonly given: TextRow;
  readonly clean: CleanRow;
}

/** Coded rows that can be stored as they stand: these of them, in order. */
interface Clear {
  readonly coded: CodedRows;
  readonly places: Int32Array;
}

/** The coded rows none of whose values names anybody or has to be looked at, and all other rows of the batch, in order. */
export function clearOf({rows, coded}: Batch, cleaning: Cleaning): {clear: Clear | null; others: readonly TextRow[]} {
  if (coded === undefined) return {clear: null, others: rows};
  const isClear = clearRows(coded, cleaning);
  const places = new Int32Array(coded.count);
  const others: TextRow[] = [];
  let count = 0;
  for (let place = 0; place < coded.count; place += 1) {
    if (isClear(place)) {
      places[count] = place;
      count += 1;
    } else others.push(textRow(coded, place));
  }
  const all = others.length === 0 ? rows : [...rows, ...others].sort((a, b) => a.row - b.row);
  return {clear: {coded, places: places.subarray(0, count)}, others: all};
}

const UNSEEN = 0;
const CLEAR = 1;
const OTHER = 2;

function clearRows({fixed, columns}: CodedRows, cleaning: Cleaning): (place: number) => boolean {
  const isNobodys = clearReader(cleaning);
  if (![...fixed].every(([field, value]) => isNobodys(field, value))) return () => false;
  const seen = columns.map(({values}) => seenOf(values));
  return (place) => {
    for (let index = 0; index < columns.length; index += 1) {
      const {field, values, numbers} = columns[index] as CodedColumn;
      const number = numbers[place] as number;
      if (number === NO_VALUE) continue;
      const own = seen[index] as Uint8Array;
      if (own[number] === UNSEEN) own[number] = isNobodys(field, values[number] as string) ? CLEAR : OTHER;
      if (own[number] === OTHER) return false;
    }
    return true;
  };
}

/** What has been seen of values that come again in later batches. */
const seenBefore = new WeakMap<readonly string[], Uint8Array>();

function seenOf(values: readonly string[]): Uint8Array {
  const before = seenBefore.get(values);
  if (before !== undefined && before.length >= values.length) return before;
  const seen = new Uint8Array(2 * values.length);
  if (before !== undefined) seen.set(before);
  seenBefore.set(values, seen);
  return seen;
}

/** A text that a person has struck something out of is taken with its row. */
function clearReader(cleaning: Cleaning): (field: Field, value: string) => boolean {
  const isNobodys = nobodysReader(cleaning);
  const {decisions, keyOf} = cleaning.register;
  if (decisions.size === 0) return isNobodys;
  const prose: ReadonlySet<Field> = new Set(proseFields);
  return (field, value) =>
    isNobodys(field, value) && !(prose.has(field) && decisions.get(keyOf(value))?.verdict === "edit");
}

function textRow({row, line, byte, fixed, columns}: CodedRows, place: number): TextRow {
  const values = new Map(fixed);
  for (const {field, values: all, numbers} of columns) {
    const value = all[numbers[place] as number];
    if (value !== undefined) values.set(field, value);
  }
  const at = {row: row[place] as number, line: line[place] as number, byte: byte[place] as number};
  return {...at, values, identity: "", persons: []};
}

interface Stored {
  readonly kept: readonly Kept[];
  readonly clear: Clear | null;
  readonly from: From;
  readonly cleaning: Cleaning;
}

/** The rows that are stored, packed in the order of the file. */
export function packedRows({kept, clear, from: {levering, fields}, cleaning}: Stored): Packed {
  const order = inOrder(kept, clear);
  const place = (of: (row: TextRow) => number, own: ArrayLike<number> | undefined) =>
    Float64Array.from(order, (at) => (at < 0 ? of((kept[~at] as Kept).given) : (own?.[at] as number)));
  const hasByte = kept.every(({given}) => given.byte !== null);
  const keys = kept.map(({given}) => pseudonym(given.identity, cleaning));
  const coded = fields.map((field): [string, Coded] => {
    const column = clear?.coded.columns.find((one) => one.field === field);
    const fixed = clear?.coded.fixed.get(field);
    const texts = kept.map(({clean}) => clean.values.get(field) ?? null);
    return [field, codedColumn(order, texts, column ?? fixed)];
  });
  if (keys.some((key) => key !== null)) coded.push(["pasient_noekkel", codedColumn(order, keys, undefined)]);
  return packNumbers(order.length, {
    same: {levering},
    numbers: {
      rad: place(({row}) => row, clear?.coded.row),
      linje: place(({line}) => line, clear?.coded.line),
      ...(hasByte ? {byte: place(({byte}) => byte ?? 0, clear?.coded.byte)} : {}),
    },
    coded: Object.fromEntries(coded),
  });
}

/** For each row in the order of the file its place among the coded rows, or the complement of that among the kept. */
function inOrder(kept: readonly Kept[], clear: Clear | null): Int32Array {
  if (clear === null) return Int32Array.from(kept, (_, index) => ~index);
  const {places, coded} = clear;
  if (kept.length === 0) return places;
  const order = new Int32Array(kept.length + places.length);
  let [text, at] = [0, 0];
  for (let index = 0; index < order.length; index += 1) {
    const next = kept[text]?.given.row ?? Number.POSITIVE_INFINITY;
    const isText = at >= places.length || next < (coded.row[places[at] as number] as number);
    order[index] = isText ? ~text : (places[at] as number);
    if (isText) text += 1;
    else at += 1;
  }
  return order;
}

/** The values that these rows have, each once as far as it was coded once, and their numbers. */
function codedColumn(
  order: Int32Array,
  texts: readonly (string | null)[],
  column: CodedColumn | string | undefined,
): Coded {
  const values: string[] = [];
  const fresh = new Map<string, number>();
  const numberOf = (text: string | null | undefined): number => {
    if (text === null || text === undefined) return NO_VALUE;
    const before = fresh.get(text);
    if (before !== undefined) return before;
    fresh.set(text, values.length);
    return values.push(text) - 1;
  };
  const isColumn = typeof column === "object";
  const given = isColumn ? column.values : [];
  const own = new Int32Array(given.length);
  const same = isColumn ? NO_VALUE : numberOf(order.length > texts.length ? column : null);
  const numbers = order.map((at) => {
    if (at < 0) return numberOf(texts[~at]);
    const number = isColumn ? (column.numbers[at] as number) : NO_VALUE;
    if (number < 0) return same;
    if (own[number] === 0) own[number] = values.push(given[number] as string);
    return (own[number] as number) - 1;
  });
  return {values, numbers};
}
