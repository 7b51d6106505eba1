import {formattedRange, written} from "../cells.ts";
import type {Cell, TableBlock} from "../document.ts";
import {columnGroups} from "./common.ts";
import {bodyBox} from "./pptx-frame.ts";

/** A slide does not flow: how much room words take must be reckoned before they are placed. */
export const pointsPerEmu = 12_700;
/** How wide a letter of Arial is beside its height, in the middle of a text. */
export const letter = 0.5;
/** In the narrow column of a table, where one word more on a line decides, and where another font may stand in for Arial. */
const spareLetter = 0.58;
const boldLetter = 0.53;
/** Points that the edges of a cell take, of its width. */
const cellEdges = 14;

/** How high a row of a table is beside its type. */
export const rowHeight = 1.6;

/** Whether a bold title stands on one line. */
export function fitsOneLine(title: string, size: number): boolean {
  return title.length * size * boldLetter <= bodyBox.width / pointsPerEmu;
}

/** The largest type in which no number of the table is broken over two lines. */
function widest({columns, rows}: TableBlock): number {
  const sum = columns.reduce((all, {widthMm}) => all + widthMm, 0);
  const sizes = columns.flatMap(({align, widthMm}, place) => {
    if (align === "left") return [];
    const longest = Math.max(...rows.map((row) => numberWidth(plainText(row[place]))));
    return [(((widthMm / sum) * bodyBox.width) / pointsPerEmu - cellEdges) / longest];
  });
  return Math.min(...sizes);
}

/** How large the heads of a table are beside its numbers. */
export const headSize = 0.9;

/** How wide a number with its interval is, in heights of bold Arial. */
function numberWidth(text: string): number {
  const widthOf = (sign: string) => (/\s/.test(sign) ? 0.28 : sign === "%" ? 0.89 : /[().,:]/.test(sign) ? 0.33 : 0.58);
  return Math.max(
    1,
    [...text].reduce((sum, sign) => sum + widthOf(sign), 0),
  );
}

/** How many lines more than one the heads and the rows take, where words do not fit on the line of their column. */
export function brokenLines({columns, rows}: TableBlock, widths: readonly number[], size: number): number {
  const linesIn = (text: string, place: number, size: number) =>
    wrapped(text, ((widths[place] ?? 1) / pointsPerEmu - cellEdges) / (size * spareLetter));
  const most = (texts: readonly string[], size: number) =>
    Math.max(1, ...texts.map((text, place) => linesIn(text, place, size))) - 1;
  const heads = columns.map(({title}) => title);
  return rows.reduce((sum, row) => sum + most(row.map(plainText), size), most(heads, size * headSize));
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
/** Another program may set its rows a little higher. */
const spare = 1.04;

/** The largest type in which the table has room in so much height, the lines of long names counted; never too small to read at a desk. */
export function largest(block: TableBlock, height: number): number {
  const {columns, rows} = block;
  const sum = columns.reduce((all, {widthMm}) => all + widthMm, 0);
  const widths = columns.map(({widthMm}) => (widthMm / sum) * bodyBox.width);
  const heads = columnGroups(columns).some(({title}) => title !== "") ? 2 : 1;
  const lines = (size: number) => rows.length + heads + brokenLines(block, widths, size);
  const start = Math.min(biggest, widest(block));
  const sizes = Array.from({length: 21}, (_, step) => start - step / 2).filter((size) => size > smallest);
  return sizes.find((size) => lines(size) * size * rowHeight * spare * pointsPerEmu <= height) ?? smallest;
}
