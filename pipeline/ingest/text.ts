import type {Batch} from "../contract/delivery.ts";
import {type Block, recordBlocks} from "./blocks.ts";
import {type ByteSource, readPart} from "./byte-source.ts";
import {csvRecords, type TextRecord} from "./csv.ts";
import {type Coding, decode, type Encoding, widthIn} from "./encoding.ts";
import {chooseHeader, findHeader, type Header, MOST_COLUMNS} from "./header.ts";
import {delimitedReadings, type Layout} from "./layout.ts";
import {type Fault, Refusal} from "./refusal.ts";
import {aside, batchOf, isEndMark, type RowOutcome, rowReader} from "./row.ts";

/** How the blocks of one delimited file are read; plain data, so that it can be sent to another thread. */
export interface TextReading {
  readonly header: Header;
  readonly encoding: Encoding;
}

export interface TextDelivery {
  readonly reading: TextReading;
  /** The file from its beginning. Throws a Refusal where it turns out to be unreadable. */
  readonly blocks: () => Iterable<Block>;
}

/** A header is looked for in this much of a file. */
const HEAD = 1 << 20;

/** The header decides delimiter and layout: what stands in the texts does not. */
export function openText(source: ByteSource, coding: Coding, layouts: readonly Layout[]): TextDelivery | Fault {
  const head = readHead(source, coding);
  if (head.isWhole && head.text.trim() === "") return {kind: "empty"};
  const candidates = layouts.flatMap(delimitedReadings);
  const found = candidates.map((layout) => findHeader(headRecords(head, layout), layout));
  const chosen = chooseHeader(found);
  if ("kind" in chosen) return headerFault(chosen, head, candidates);
  const {delimiter = ";"} = chosen.layout;
  return {
    reading: {header: chosen, encoding: coding.encoding},
    blocks: () => recordBlocks(source, coding, delimiter),
  };
}

interface Head {
  readonly text: string;
  readonly isWhole: boolean;
  /** There are delimiters enough in it for more columns than any layout has. */
  readonly isWide: boolean;
}

/** The beginning of the file, up to the end of a line when there is more. */
function readHead(source: ByteSource, {encoding, mark}: Coding): Head {
  const bytes = readPart(source, mark, HEAD);
  const isWhole = mark + bytes.length >= source.size;
  const text = decode(bytes, encoding);
  const isWide = text.split(/[;,\t|]/, MOST_COLUMNS + 1).length > MOST_COLUMNS;
  const lines = text.slice(0, text.lastIndexOf("\n") + 1 || text.lastIndexOf("\r") + 1);
  return {text: isWhole ? text : lines, isWhole, isWide};
}

function* headRecords({text, isWhole}: Head, {delimiter = ";"}: Layout): Generator<TextRecord> {
  for (const record of csvRecords(text, delimiter)) {
    if (!isWhole && record.kind === "unclosed_quote") return;
    yield record;
  }
}

function headerFault(fault: Fault, head: Head, candidates: readonly Layout[]): Fault {
  const firsts = candidates.flatMap((layout) => [...first(headRecords(head, layout))]);
  if (firsts.some(({cells}) => cells.length > MOST_COLUMNS)) return {kind: "too_many_columns", row: 1, line: 1};
  if (head.text === "" && !head.isWhole)
    return {kind: head.isWide ? "too_many_columns" : "not_tabular", row: 1, line: 1};
  const cut = cutHeader(fault, head, candidates);
  if (cut !== undefined) return {kind: "truncated", row: cut.row, line: cut.line};
  const isFirstOpen = firsts.length > 0 && firsts.every(({kind}) => kind === "unclosed_quote");
  return isFirstOpen ? {kind: "unclosed_quote", row: 1, line: 1} : fault;
}

/** The row that is most like a header is the last in the file, and no line break follows it as one follows the others. */
function cutHeader({layout, row}: Fault, head: Head, candidates: readonly Layout[]): TextRecord | undefined {
  if (!head.isWhole || layout === null || /[\r\n]$/.test(head.text)) return undefined;
  const lasts = candidates.filter(({id}) => id === layout).map((one) => [...headRecords(head, one)].at(-1));
  return lasts.find((last) => last?.row === row);
}

function* first<T>(all: Iterable<T>): Generator<T> {
  for (const one of all) {
    yield one;
    return;
  }
}

/** Reads blocks of this file. Throws a Refusal when what a block holds makes the whole file unreadable. */
export function blockReader({header, encoding}: TextReading): (block: Block) => Batch {
  const read = rowReader(header);
  const {delimiter = ";"} = header.layout;
  return (block) => {
    if (block.oversize) return {rows: [], aside: [aside("quarantined", block, {kind: "oversize_cell"})]};
    const text = decode(block.bytes, encoding);
    const records = csvRecords(text, delimiter, {...block, widthOf: widthIn(encoding)});
    const isOpen = block.isLast === true && !/[\r\n]$/.test(text);
    return batchOf(outcomes(isOpen ? uncut(records, header) : records, header, read));
  };
}

function* outcomes(
  records: Iterable<TextRecord>,
  header: Header,
  read: (record: TextRecord) => RowOutcome,
): Generator<RowOutcome> {
  for (const record of records) {
    if (record.row <= header.row) continue;
    const {kind, row, line, byte} = record;
    if (kind === "unclosed_quote") throw new Refusal({kind, row, line, byte});
    yield read(record);
  }
}

/** A last record that is too short, and has no line break after it as the others have, was cut with its file. */
function* uncut(records: Iterable<TextRecord>, {columns, row: headerRow}: Header): Generator<TextRecord> {
  let short = 0;
  let last: TextRecord | null = null;
  for (const record of records) {
    if (last !== null) yield last;
    last = record;
    const isBlank = record.cells.every((cell) => cell.trim() === "") || isEndMark(record.cells);
    if (record.row > headerRow && record.cells.length < columns.length && !isBlank) short += 1;
  }
  if (last === null) return;
  const {row, line, byte, cells} = last;
  if (short === 1 && cells.length < columns.length) throw new Refusal({kind: "truncated", row, line, byte});
  yield last;
}
