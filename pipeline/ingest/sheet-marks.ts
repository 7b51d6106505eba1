import type {ReasonKind} from "../contract/reasons.ts";
import {walkTags} from "./xml-tags.ts";

/** What stands in a worksheet besides values. Rows count from 1, columns from 0. */
export interface SheetMarks {
  readonly hidden: ReadonlySet<number>;
  /** By row and column, cells whose value cannot be known. */
  readonly faults: ReadonlyMap<number, ReadonlyMap<number, ReasonKind>>;
}

const MOST_CELLS = 5_000_000;
const MOST_MARKS = 1_000_000;
/** No layout has a column further out. */
const FURTHEST_COLUMN = 512;

/** Hidden rows, formulas that were never worked out, and cells that were merged into another. */
export function sheetMarks(xml: Buffer): SheetMarks | {readonly kind: ReasonKind} {
  const hidden = new Set<number>();
  const faults = new Map<number, Map<number, ReasonKind>>();
  const merged: string[] = [];
  const cell = {ref: "", isText: false, hasFormula: false, hasValue: false};
  let [row, lastRow, cells, marks] = [0, 0, 0, 0];
  const mark = (atRow: number, column: number, kind: ReasonKind): void => {
    const inRow = faults.get(atRow) ?? new Map<number, ReasonKind>();
    faults.set(atRow, inRow.set(column, kind));
    marks += 1;
  };
  const kind = walkTags(xml, {
    open: (name, attributes, isEmpty) => {
      if (name === "row") {
        const text = attributes();
        row = Number(/\sr="(\d{1,7})"/.exec(text)?.[1] ?? row + 1);
        lastRow = Math.max(lastRow, row);
        if (/\shidden="(?:1|true)"/.test(text)) hidden.add(row);
      } else if (name === "c") {
        cells += 1;
        const text = attributes();
        Object.assign(cell, {ref: text, isText: text.includes(' t="str"'), hasFormula: false, hasValue: false});
      } else if (name === "f") cell.hasFormula = true;
      else if (name === "v" || name === "is") cell.hasValue ||= !isEmpty || cell.isText;
      else if (name === "mergeCell") merged.push(attributes());
    },
    close: (name) => {
      if (name !== "c" || !cell.hasFormula || cell.hasValue) return;
      const place = /\sr="([A-Z]{1,3}\d{1,7})"/.exec(cell.ref)?.[1];
      if (place !== undefined && marks < MOST_MARKS) mark(row, placeOf(place).column, "formula_cell");
    },
  });
  if (kind !== null) return {kind};
  if (cells > MOST_CELLS) return {kind: "too_many_rows"};
  for (const text of merged) {
    for (const [atRow, column] of mergedPlaces(text, lastRow)) {
      if (marks >= MOST_MARKS) return {kind: "merged_cells"};
      mark(atRow, column, "merged_cells");
    }
  }
  return {hidden, faults};
}

/** Every cell of a merged range but the first, whose value is that of them all. */
function* mergedPlaces(attributes: string, lastRow: number): Generator<readonly [number, number]> {
  const [, from, to] = /\sref="([A-Z]{1,3}\d{1,7}):([A-Z]{1,3}\d{1,7})"/.exec(attributes) ?? [];
  if (from === undefined || to === undefined) return;
  const [first, last] = [placeOf(from), placeOf(to)];
  for (let row = first.row; row <= Math.min(last.row, lastRow); row += 1) {
    for (let column = first.column; column <= Math.min(last.column, FURTHEST_COLUMN); column += 1) {
      if (row !== first.row || column !== first.column) yield [row, column];
    }
  }
}

function placeOf(ref: string): {readonly row: number; readonly column: number} {
  const letters = ref.replace(/\d+$/, "");
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return {row: Number(ref.slice(letters.length)), column};
}
