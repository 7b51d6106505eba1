import type {Aside, Batch, CodedColumn, CodedRows, Field, TextRow} from "../contract/delivery.ts";
import type {Block} from "./blocks.ts";
import {type CellNumbers, cellNumbers, WHOLE_ROW} from "./cell-numbers.ts";
import {csvRecords} from "./csv.ts";
import {decode} from "./encoding.ts";
import type {Header} from "./header.ts";
import {cellsAlone} from "./row.ts";
import {blockReader, type TextReading} from "./text.ts";

const QUOTE = 34;
const LF = 10;
const CR = 13;

/** A batch goes on when it holds this many rows, rows read whole, or bytes. */
const ROWS = 40_000;
const WHOLE_ROWS = 4000;
const BYTES = 24 << 20;
/** Room for so many rows is made at first. */
const ROOM = 256;

/**
 * The batches of a delimited file, with the rows that `blockReader` would give: as numbers of the values of their cells
 * where that can be, so that what stands in many rows is read once. Throws a Refusal where `blockReader` does.
 */
export function* codedBatches(reading: TextReading, blocks: Iterable<Block>): Generator<Batch> {
  const readWhole = blockReader(reading);
  const columns = numberedColumns(reading);
  if (columns === null) {
    for (const block of blocks) yield readWhole(block);
    return;
  }
  let filling = emptyBatch(columns);
  for (const block of blocks) {
    if (block.oversize || isOpen(block)) addBatch(filling, readWhole(block));
    else readBlock(block, {reading, readWhole, columns, filling});
    filling.bytes += block.bytes.length;
    if (filling.count < ROWS && filling.rows.length + filling.aside.length < WHOLE_ROWS && filling.bytes < BYTES)
      continue;
    yield filled(filling, columns, reading.header);
    filling = emptyBatch(columns);
  }
  if (filling.count + filling.rows.length + filling.aside.length > 0) yield filled(filling, columns, reading.header);
}

/** The file ends without a line break: its last record may have been cut. */
function isOpen({bytes, isLast}: Block): boolean {
  const last = bytes.at(-1);
  return isLast === true && last !== LF && last !== CR;
}

interface NumberedColumn {
  readonly field: Field | undefined;
  readonly cells: CellNumbers;
}

/** Null where rows have to be read whole: signs of the format are one byte each in all encodings but UTF-16. */
function numberedColumns({header, encoding}: TextReading): readonly NumberedColumn[] | null {
  const alone = encoding === "utf-8" || encoding === "windows-1252" ? cellsAlone(header) : null;
  if (alone === null) return null;
  const {delimiter = ";"} = header.layout;
  return alone.map((read, index) => {
    const cells = cellNumbers((bytes) => {
      const cell = unquoted(decode(bytes, encoding), delimiter);
      return cell === null ? null : read(cell);
    });
    return {field: fieldOf(header.columns[index]), cells};
  });
}

const fieldOf = (column: Header["columns"][number] | undefined): Field | undefined =>
  column?.role === "keep" || column?.role === "freetext" ? column.field : undefined;

/** What a cell says without its quotes; null where it makes the record what it should not be. */
function unquoted(cell: string, delimiter: string): string | null {
  if (cell.charCodeAt(0) !== QUOTE) return cell;
  const [record, ...more] = csvRecords(cell, delimiter);
  const isWhole = record?.kind === undefined && record?.cells.length === 1 && more.length === 0;
  return isWhole ? (record.cells[0] ?? "") : null;
}

interface Filling {
  count: number;
  bytes: number;
  row: Int32Array;
  line: Int32Array;
  byte: Float64Array;
  /** By column. */
  numbers: readonly Int32Array[];
  readonly rows: TextRow[];
  readonly aside: Aside[];
}

function emptyBatch(columns: readonly NumberedColumn[]): Filling {
  for (const {cells} of columns) cells.beginBatch();
  return {
    count: 0,
    bytes: 0,
    row: new Int32Array(ROOM),
    line: new Int32Array(ROOM),
    byte: new Float64Array(ROOM),
    numbers: columns.map(() => new Int32Array(ROOM)),
    rows: [],
    aside: [],
  };
}

function filled(filling: Filling, columns: readonly NumberedColumn[], {layout}: Header): Batch {
  const {count, rows, aside, row, line, byte, numbers} = filling;
  const coded: CodedRows = {
    count,
    row: row.subarray(0, count),
    line: line.subarray(0, count),
    byte: byte.subarray(0, count),
    fixed: new Map(Object.entries(layout.fixed) as [Field, string][]),
    columns: columns.flatMap(({field, cells}, index): CodedColumn[] => {
      const own = (numbers[index] as Int32Array).subarray(0, count);
      return field === undefined ? [] : [{field, values: cells.values(), numbers: own}];
    }),
  };
  return {rows, aside, coded};
}

function addBatch(filling: Filling, {rows, aside}: Batch): void {
  for (const row of rows) filling.rows.push(row);
  for (const one of aside) filling.aside.push(one);
}

interface Reading {
  readonly reading: TextReading;
  readonly readWhole: (block: Block) => Batch;
  readonly columns: readonly NumberedColumn[];
  readonly filling: Filling;
}

/** Where a walk over the records of a block stands. */
interface Walk {
  readonly bytes: Uint8Array;
  readonly delimiter: number;
  at: number;
  line: number;
}

function readBlock(block: Block, {reading: {header}, readWhole, columns, filling}: Reading): void {
  const {bytes} = block;
  const {delimiter = ";"} = header.layout;
  const walk: Walk = {bytes, delimiter: delimiter.charCodeAt(0), at: 0, line: block.line};
  for (let row = block.row; walk.at < bytes.length; row += 1) {
    const {at: start, line} = walk;
    if (filling.count === filling.row.length) widen(filling);
    const isAlone = readRecord(walk, columns, filling);
    if (row <= header.row) continue;
    if (isAlone) {
      const {count} = filling;
      filling.row[count] = row;
      filling.line[count] = line;
      filling.byte[count] = block.byte + start;
      filling.count += 1;
    } else addBatch(filling, readWhole({bytes: bytes.subarray(start, walk.at), row, line, byte: block.byte + start}));
  }
}

/** Room for twice as many rows. */
function widen(filling: Filling): void {
  const {row, line, byte, numbers} = filling;
  filling.row = larger(row);
  filling.line = larger(line);
  filling.byte = new Float64Array(2 * byte.length);
  filling.byte.set(byte);
  filling.numbers = numbers.map(larger);
}

function larger(numbers: Int32Array): Int32Array {
  const all = new Int32Array(2 * numbers.length);
  all.set(numbers);
  return all;
}

/** Numbers the cells of one record; false when it has to be read whole. The walk then stands at the next one. */
function readRecord(walk: Walk, columns: readonly NumberedColumn[], {numbers, count}: Filling): boolean {
  const {bytes, delimiter} = walk;
  let isAlone = true;
  let index = 0;
  for (; ; index += 1) {
    const start = walk.at;
    const hash = passCell(walk);
    if (index < columns.length) {
      const number = (columns[index] as NumberedColumn).cells.numberOf(bytes, start, walk.at, hash);
      if (number === WHOLE_ROW) isAlone = false;
      else (numbers[index] as Int32Array)[count] = number;
    }
    if (walk.at >= bytes.length || bytes[walk.at] !== delimiter) break;
    walk.at += 1;
  }
  passLineBreak(walk);
  return isAlone && index === columns.length - 1;
}

function passLineBreak(walk: Walk): void {
  const {bytes, at} = walk;
  if (at >= bytes.length) return;
  walk.at += bytes[at] === CR && bytes[at + 1] === LF ? 2 : 1;
  walk.line += 1;
}

/** Goes to the end of a cell by the grammar of `csvRecords`, and gives a hash of its bytes. */
function passCell(walk: Walk): number {
  const {bytes, delimiter} = walk;
  let hash = bytes[walk.at] === QUOTE ? passQuotes(walk) : 0;
  let at = walk.at;
  for (; at < bytes.length; at += 1) {
    const byte = bytes[at] as number;
    if (byte === delimiter || byte === LF || byte === CR) break;
    hash = ((hash << 5) - hash + byte) | 0;
  }
  walk.at = at;
  return hash;
}

function passQuotes(walk: Walk): number {
  const {bytes} = walk;
  let hash = QUOTE;
  let at = walk.at + 1;
  for (; at < bytes.length; at += 1) {
    const byte = bytes[at] as number;
    hash = ((hash << 5) - hash + byte) | 0;
    if (byte === QUOTE) {
      if (bytes[at + 1] !== QUOTE) break;
      at += 1;
    } else if (byte === LF || (byte === CR && bytes[at + 1] !== LF)) walk.line += 1;
  }
  walk.at = Math.min(at + 1, bytes.length);
  return hash;
}
