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

/** Reads the cells of one column; short ones are remembered as long as they come again. */
export function cellReader(testMarks: readonly string[]): (cell: string) => ReadCell {
  const marks = testMarks.map(markOf);
  const known = new Map<string, ReadCell>();
  let fresh = 0;
  let again = 0;
  return (cell) => {
    if (cell.length > LONGEST_REMEMBERED || fresh > again + MOST_REMEMBERED) return readCell(cell, marks);
    const before = known.get(cell);
    if (before !== undefined) {
      again += 1;
      return before;
    }
    fresh += 1;
    if (known.size >= MOST_REMEMBERED) known.clear();
    const copy = ownCopy(cell);
    const read = readCell(copy, marks);
    known.set(copy, read);
    return read;
  };
}

/** Reads cells that are remembered elsewhere. */
export function freshCellReader(testMarks: readonly string[]): (cell: string) => ReadCell {
  const marks = testMarks.map(markOf);
  return (cell) => readCell(cell, marks);
}

/** A slice of a text keeps the whole text in memory for as long as it is kept itself; a slice of a new text keeps that. */
function ownCopy(text: string): string {
  return ` ${text}`.slice(1);
}

/** What test rows begin with; a whole word may be written in any case. */
interface Mark {
  readonly text: string;
  readonly lower: string;
  readonly isWord: boolean;
}

const markOf = (text: string): Mark => ({text, lower: text.toLowerCase(), isWord: /^\p{L}+$/u.test(text)});

function readCell(cell: string, marks: readonly Mark[]): ReadCell {
  const isPlain = !UNUSUAL.test(cell);
  const value = (isPlain ? cell : visible(cell)).trim();
  const kind = cell.length > LONGEST_CELL ? "oversize_cell" : isPlain ? errorIn(value) : faultIn(cell);
  return {value, kind, isTest: marks.some((mark) => begins(value, mark))};
}

/** «Test, teken ved …» is an ordinary sentence and no «TEST, skal slettast». */
function begins(value: string, {text, lower, isWord}: Mark): boolean {
  return value.startsWith(text) || (isWord && value.slice(0, text.length).toLowerCase() === lower);
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
