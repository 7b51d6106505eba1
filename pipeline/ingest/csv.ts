import type {ReasonKind} from "../contract/reasons.ts";

/** One record of a table; `row` counts records from 1 as a spreadsheet does. */
export interface TextRecord {
  readonly row: number;
  /** The line of the file where the record begins, from 1. */
  readonly line: number;
  /** The byte of the file where the record begins, from 0; null in a workbook. */
  readonly byte: number | null;
  readonly cells: readonly string[];
  readonly kind?: ReasonKind;
  /** Cells whose value cannot be known, by place in the row. */
  readonly faults?: ReadonlyMap<number, ReasonKind>;
}

/** Where a text begins in its file, and how many bytes a piece of it takes there. */
interface Origin {
  readonly row: number;
  readonly line: number;
  readonly byte: number;
  readonly widthOf: (text: string) => number;
}

const wholeFile: Origin = {row: 1, line: 1, byte: 0, widthOf: (text) => Buffer.byteLength(text)};

const QUOTE = 34;
const LF = 10;
const CR = 13;

/**
 * Walks RFC 4180 text once, in linear time. A quote opens only at the start of a cell, so a stray quote in the middle
 * of a text is kept as it stands. A record is marked `unclosed_quote` when a quote is never closed, or is closed on a
 * later line in the middle of a text: then it was a later cell's quote that closed it, and rows have run together.
 */
export function* csvRecords(text: string, delimiter: string, origin = wholeFile): Generator<TextRecord> {
  const walk = {text, delimiter: delimiter.charCodeAt(0)};
  let {row, line, byte} = origin;
  for (let at = 0; at < text.length; row += 1) {
    const record = readRecord(walk, at);
    const {cells} = record;
    yield record.closed ? {row, line, byte, cells} : {row, line, byte, cells, kind: "unclosed_quote"};
    line += record.lines;
    byte += origin.widthOf(text.slice(at, record.next));
    at = record.next;
  }
}

interface Walk {
  readonly text: string;
  readonly delimiter: number;
}

interface Walked {
  readonly cells: string[];
  readonly next: number;
  readonly lines: number;
  readonly closed: boolean;
}

function readRecord(walk: Walk, start: number): Walked {
  const {text, delimiter} = walk;
  const cells: string[] = [];
  let at = start;
  let lines = 0;
  let closed = true;
  for (;;) {
    if (text.charCodeAt(at) === QUOTE) {
      const cell = quotedCell(walk, at);
      cells.push(cell.value);
      lines += cell.lines;
      closed &&= cell.closed;
      at = cell.next;
    } else {
      const end = plainEnd(walk, at);
      cells.push(text.slice(at, end));
      at = end;
    }
    if (at >= text.length || text.charCodeAt(at) !== delimiter) break;
    at += 1;
  }
  if (at >= text.length) return {cells, next: at, lines, closed};
  const width = text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF ? 2 : 1;
  return {cells, next: at + width, lines: lines + 1, closed};
}

function plainEnd({text, delimiter}: Walk, start: number): number {
  let at = start;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === delimiter || code === LF || code === CR) break;
  }
  return at;
}

interface WalkedCell {
  readonly value: string;
  readonly next: number;
  readonly lines: number;
  readonly closed: boolean;
}

function quotedCell(walk: Walk, start: number): WalkedCell {
  const {text} = walk;
  let doubled = false;
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return {value: text.slice(start + 1), next: text.length, lines: 0, closed: false};
    if (text.charCodeAt(quote + 1) !== QUOTE) {
      const inside = text.slice(start + 1, quote);
      const next = plainEnd(walk, quote + 1);
      const value = (doubled ? inside.replaceAll('""', '"') : inside) + text.slice(quote + 1, next);
      const lines = lineBreaks(inside);
      return {value, next, lines, closed: lines === 0 || next === quote + 1};
    }
    doubled = true;
    from = quote + 2;
  }
}

function lineBreaks(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === LF || (code === CR && text.charCodeAt(at + 1) !== LF)) count += 1;
  }
  return count;
}
