import type {ReasonKind} from "../contract/reasons.ts";

/** A cell as it goes on, or what stands in the way of it. */
export interface ReadCell {
  readonly value: string;
  readonly kind: ReasonKind | null;
  /** The value begins as test rows of this sender do. */
  readonly isTest: boolean;
}

/** What a workbook can hold in one cell. */
const LONGEST_CELL = 32_767;
const CONTROL = /(?![\t\n\r])\p{Cc}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const MOJIBAKE = /Ã[\u0080-\u00bf¤¥¦¸†˜…]|Â[\u00a0-\u00bf]|â€[œ™\u009d“”˜]/;
/** Anything but the signs that nothing need be done about. */
const UNUSUAL = /[^\t\n\r -~¡-¬®-ÁÄ-áã-ÿ–—‘’‚“”„•…€]/;
/** What Excel shows where a formula failed, in English and in Norwegian, and where a column was too narrow. */
const ERROR_VALUE =
  /^(?:#(?:N\/A|I\/T|REF!|VALUE!|VERDI!|DIV\/0!|NAME\?|NAVN\?|NAMN\?|NUM!|NULL!|SPILL!|CALC!)|#{3,})$/i;
const LONGEST_REMEMBERED = 40;
const NUMBER_SIGN = 35;
const MOST_REMEMBERED = 4096;

/** Reads cells; short ones that come again are remembered. */
export function cellReader(testMarks: readonly string[]): (cell: string) => ReadCell {
  const known = new Map<string, ReadCell>();
  return (cell) => {
    if (cell.length > LONGEST_REMEMBERED) return readCell(cell, testMarks);
    const before = known.get(cell);
    if (before !== undefined) return before;
    if (known.size >= MOST_REMEMBERED) known.clear();
    const copy = ownCopy(cell);
    const read = readCell(copy, testMarks);
    known.set(copy, read);
    return read;
  };
}

/** A slice of a text keeps the whole text in memory for as long as it is kept itself. */
function ownCopy(text: string): string {
  return Buffer.from(text, "utf16le").toString("utf16le");
}

function readCell(cell: string, marks: readonly string[]): ReadCell {
  const isPlain = !UNUSUAL.test(cell);
  const value = (isPlain ? cell : visible(cell)).trim();
  const kind = cell.length > LONGEST_CELL ? "oversize_cell" : isPlain ? errorIn(value) : faultIn(cell);
  return {value, kind, isTest: marks.some((mark) => begins(value, mark))};
}

/** A whole word may be written in any case; «Test, teken ved …» is an ordinary sentence and no «TEST, skal slettast». */
function begins(value: string, mark: string): boolean {
  const start = value.slice(0, mark.length);
  return start === mark || (/^\p{L}+$/u.test(mark) && start.toLowerCase() === mark.toLowerCase());
}

const errorIn = (value: string): ReasonKind | null =>
  value.charCodeAt(0) === NUMBER_SIGN && ERROR_VALUE.test(value) ? "error_cell" : null;

/** One form of every letter, spaces that are spaces, and nothing that has no breadth. */
function visible(cell: string): string {
  return cell
    .normalize("NFC")
    .replace(/[\u00a0\u2007\u2009\u202f]/g, " ")
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, "");
}

function faultIn(cell: string): ReasonKind | null {
  if (cell.includes("\ufffd")) return "encoding";
  if (MOJIBAKE.test(cell)) return "mojibake";
  return CONTROL.test(cell) ? "control_chars" : null;
}
