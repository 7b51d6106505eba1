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
const CONTROL = /(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u;
const MOJIBAKE = /Ã[\u0080-\u00bf¤¥¦¸†˜…]|Â[\u00a0-\u00bf]|â€[œ™\u009d“”˜]/;
/** Anything but the signs that nothing need be done about. */
const UNUSUAL = /[^\t\n\r -~¡-¬®-ÁÄ-áã-ÿ–—‘’‚“”„•…€]/;
const LONGEST_REMEMBERED = 40;
const MOST_REMEMBERED = 4096;

/** Reads cells; short ones that come again are remembered. */
export function cellReader(testMarks: readonly string[]): (cell: string) => ReadCell {
  const marks = testMarks.map((mark) => mark.toLowerCase());
  const known = new Map<string, ReadCell>();
  return (cell) => {
    if (cell.length > LONGEST_REMEMBERED) return readCell(cell, marks);
    const before = known.get(cell);
    if (before !== undefined) return before;
    const read = readCell(cell, marks);
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(ownCopy(cell), read);
    return read;
  };
}

/** A slice of a text keeps the whole text in memory for as long as it is kept itself. */
function ownCopy(text: string): string {
  return Buffer.from(text, "utf16le").toString("utf16le");
}

function readCell(cell: string, marks: readonly string[]): ReadCell {
  const isPlain = !UNUSUAL.test(cell);
  const value = (isPlain ? cell : cell.normalize("NFC").replace(/[\u00a0\u200b\ufeff]/g, " ")).trim();
  const kind = cell.length > LONGEST_CELL ? "oversize_cell" : isPlain ? null : faultIn(cell);
  return {value, kind, isTest: marks.some((mark) => value.slice(0, mark.length).toLowerCase() === mark)};
}

function faultIn(cell: string): ReasonKind | null {
  if (cell.includes("\ufffd")) return "encoding";
  if (CONTROL.test(cell)) return "control_chars";
  return MOJIBAKE.test(cell) ? "mojibake" : null;
}
