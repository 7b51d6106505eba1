import {type ByteSource, joined, readChunks} from "./byte-source.ts";
import type {Coding} from "./encoding.ts";
import {nextRecord, type Scan, scanFor, type Units} from "./record-ends.ts";
import {Refusal} from "./refusal.ts";

/** Bytes of a delimited file that hold whole records, and where the first of them begins. */
export interface Block {
  readonly bytes: Uint8Array;
  readonly row: number;
  readonly line: number;
  readonly byte: number;
  /** The block was one record, too long to be kept. */
  readonly oversize?: true;
  /** The file ends with this block. */
  readonly isLast?: true;
}

/** In bytes and records. */
interface Sizes {
  /** How much is read at a time; even. */
  readonly chunk: number;
  /** A block is sent on when it holds this many bytes, or this many records. */
  readonly full: number;
  readonly records: number;
  /** A longer record is let go, but walked to its end. */
  readonly longest: number;
}

const ordinary: Sizes = {chunk: 1 << 20, full: 1 << 20, records: 20_000, longest: 8 << 20};

/** More records than this are not taken from one file. */
const MOST_ROWS = 20_000_000;

interface Place {
  readonly row: number;
  readonly line: number;
  readonly byte: number;
}

interface Walk extends Coding {
  readonly sizes: Sizes;
  readonly scan: Scan;
  row: number;
  /** Where the block that is being filled and its last record begin. */
  block: Place;
  record: Place;
  /** The bytes of the block that came with earlier pieces; null when its only record was let go. */
  kept: Uint8Array[] | null;
}

/** The records of a file block by block, in memory that does not grow with the file. Same grammar as `csvRecords`. */
export function* recordBlocks(
  source: ByteSource,
  coding: Coding,
  delimiter: string,
  sizes = ordinary,
): Generator<Block> {
  const start = {row: 1, line: 1, byte: coding.mark};
  const scan = scanFor(delimiter);
  const walk: Walk = {...coding, sizes, scan, row: 1, block: start, record: start, kept: []};
  for (const {bytes, at} of readChunks(source, coding.mark, sizes.chunk)) yield* blocksIn(walk, bytes, at);
  if (scan.state === "quoted") throw new Refusal({kind: "unclosed_quote", ...walk.record, line: scan.quoteLine});
  if (source.size > walk.block.byte) yield {...cut(walk, new Uint8Array()), isLast: true};
}

function* blocksIn(walk: Walk, bytes: Uint8Array, at: number): Generator<Block> {
  const units = unitsOf(bytes, walk.encoding);
  const size = bytes.length / units.length;
  let from = 0;
  for (let next = nextRecord(walk.scan, units, 0); next >= 0; next = nextRecord(walk.scan, units, next)) {
    const end = next * size;
    walk.row += 1;
    walk.record = {row: walk.row, line: walk.scan.line, byte: at + end};
    if (walk.row > MOST_ROWS) throw new Refusal({kind: "too_many_rows", ...walk.record});
    if (isFull(walk)) {
      yield cut(walk, bytes.subarray(from, end));
      from = end;
    }
  }
  yield* keep(walk, bytes.subarray(from));
}

function isFull({block, record, kept, sizes}: Walk): boolean {
  return kept === null || record.byte - block.byte >= sizes.full || record.row - block.row >= sizes.records;
}

/** Keeps what is left of a piece until the rest of its record comes; lets it go when the record is too long. */
function* keep(walk: Walk, rest: Uint8Array): Generator<Block> {
  if (walk.kept === null) return;
  walk.kept.push(rest);
  const ready = walk.record.byte - walk.block.byte;
  const all = walk.kept.reduce((sum, {length}) => sum + length, 0);
  if (all - ready <= walk.sizes.longest) return;
  if (ready > 0) yield {...walk.block, bytes: joined(walk.kept).subarray(0, ready)};
  walk.block = walk.record;
  walk.kept = null;
}

function cut(walk: Walk, last: Uint8Array): Block {
  const {block, kept, record} = walk;
  walk.block = record;
  walk.kept = [];
  return kept === null
    ? {...block, bytes: new Uint8Array(), oversize: true}
    : {...block, bytes: joined([...kept, last])};
}

/** Signs of CSV are one byte in every encoding but UTF-16, and one unit there. */
function unitsOf(bytes: Uint8Array, encoding: Coding["encoding"]): Units {
  if (encoding !== "utf-16le" && encoding !== "utf-16be") return bytes;
  const own = bytes.slice();
  if (encoding === "utf-16be") Buffer.from(own.buffer).swap16();
  return new Uint16Array(own.buffer);
}
