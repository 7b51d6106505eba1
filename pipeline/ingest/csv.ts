/** One record of a delimited file; `row` counts records from 1 as a spreadsheet does, `line` is where it begins. */
export interface TextRecord {
  readonly row: number;
  readonly line: number;
  readonly cells: readonly string[];
  readonly kind?: "unclosed_quote" | "formula_cell" | "error_cell";
}

/**
 * Walks RFC 4180 text once, in linear time. A quote opens only at the start of a cell, so a stray quote in the middle
 * of a text is kept as it stands; a quote that is never closed yields a last record marked `unclosed_quote`.
 */
export function* csvRecords(text: string, delimiter: string): Generator<TextRecord> {
  let at = 0;
  let row = 0;
  let line = 1;
  while (at < text.length) {
    const record = readRecord(text, at, delimiter);
    row += 1;
    yield {row, line, cells: record.cells, ...(record.closed ? {} : {kind: "unclosed_quote" as const})};
    line += record.lines;
    at = record.next;
  }
}

interface Walked {
  readonly cells: string[];
  readonly next: number;
  readonly lines: number;
  readonly closed: boolean;
}

function readRecord(text: string, start: number, delimiter: string): Walked {
  const cells: string[] = [];
  let at = start;
  let lines = 0;
  for (;;) {
    const cell = text[at] === '"' ? quotedCell(text, at, delimiter) : plainCell(text, at, delimiter);
    cells.push(cell.value);
    lines += cell.lines;
    at = cell.next;
    if (!cell.closed) return {cells, next: text.length, lines, closed: false};
    if (text[at] === delimiter) at += 1;
    else break;
  }
  const width = text.startsWith("\r\n", at) ? 2 : at < text.length ? 1 : 0;
  return {cells, next: at + width, lines: lines + (width > 0 ? 1 : 0), closed: true};
}

interface WalkedCell {
  readonly value: string;
  readonly next: number;
  readonly lines: number;
  readonly closed: boolean;
}

function plainCell(text: string, start: number, delimiter: string): WalkedCell {
  let at = start;
  while (at < text.length && text[at] !== delimiter && text[at] !== "\n" && text[at] !== "\r") at += 1;
  return {value: text.slice(start, at), next: at, lines: 0, closed: true};
}

function quotedCell(text: string, start: number, delimiter: string): WalkedCell {
  const parts: string[] = [];
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return {value: "", next: text.length, lines: 0, closed: false};
    parts.push(text.slice(from, quote));
    if (text[quote + 1] !== '"') {
      const rest = plainCell(text, quote + 1, delimiter);
      const value = parts.join('"') + rest.value;
      return {value, next: rest.next, lines: lineBreaks(value), closed: true};
    }
    from = quote + 2;
  }
}

function lineBreaks(value: string): number {
  return value.match(/\r\n|\n|\r/g)?.length ?? 0;
}
