import {formattedRange, written} from "../cells.ts";
import type {Cell, TableBlock} from "../document.ts";
import {bodyBox} from "./pptx-frame.ts";

/** A slide does not flow: how much room words take must be reckoned before they are placed. */
export const pointsPerEmu = 12_700;
/** How wide a letter of Arial is beside its height, in the middle of a text. */
export const letter = 0.5;
/** In the narrow column of a table, where one word more on a line decides, and where another font may stand in for Arial. */
const spareLetter = 0.58;
/** Digits and signs in bold are wider. */
const wideLetter = 0.58;

/** The largest type in which no number of the table is broken over two lines. */
function widest({columns, rows}: TableBlock): number {
  const sum = columns.reduce((all, {widthMm}) => all + widthMm, 0);
  const sizes = columns.flatMap(({align, widthMm}, place) => {
    if (align === "left") return [];
    const longest = Math.max(...rows.map((row) => plainText(row[place]).length));
    return [((widthMm / sum) * bodyBox.width) / pointsPerEmu / ((longest + 3) * wideLetter)];
  });
  return Math.min(...sizes);
}

/** How many lines more than one the rows take, where words do not fit on the line of their column. */
export function brokenLines(rows: TableBlock["rows"], widths: readonly number[], size: number): number {
  const linesIn = (text: string, width: number) => wrapped(text, (width / pointsPerEmu - 14) / (size * spareLetter));
  const extra = rows.map(
    (row) => Math.max(1, ...row.map((cell, place) => linesIn(plainText(cell), widths[place] ?? 1))) - 1,
  );
  return extra.reduce((sum, lines) => sum + lines, 0);
}

/** Lines of so many letters that the words take, none of them broken. */
function wrapped(text: string, letters: number): number {
  const lines = text.split(" ").reduce(
    ({count, used}, word) => {
      const next = used === 0 ? word.length : used + 1 + word.length;
      return next <= letters || used === 0 ? {count, used: next} : {count: count + 1, used: word.length};
    },
    {count: 1, used: 0},
  );
  return lines.count;
}

export function plainText(cell: Cell | undefined): string {
  if (cell === undefined || cell.kind === "drawing") return "";
  return cell.kind === "number" && cell.range
    ? `${written(cell)} (${formattedRange(cell.range, cell.form)})`
    : written(cell);
}

const [smallest, biggest] = [6, 16];

/** The largest type in which the table has room in so much height, the lines of long names counted; never too small to read at a desk. */
export function largest(block: TableBlock, height: number): number {
  const {columns, rows} = block;
  const sum = columns.reduce((all, {widthMm}) => all + widthMm, 0);
  const widths = columns.map(({widthMm}) => (widthMm / sum) * bodyBox.width);
  const lines = (size: number) => rows.length + 2 + brokenLines(rows, widths, size);
  const start = Math.min(biggest, widest(block));
  const sizes = Array.from({length: 21}, (_, step) => start - step / 2).filter((size) => size > smallest);
  return sizes.find((size) => lines(size) * size * 1.7 * pointsPerEmu <= height) ?? smallest;
}
