import type {LinkedTables} from "./linked-tables.ts";
import {isWhole, type Moves, movesIn} from "./moves.ts";
import type {Highs} from "./solver.ts";

/** Finds, among the tables a reader cannot tell from the true one, the one nearest to it in which a cell has moved so far. */
export interface Nearest {
  readonly hide: (cell: number) => void;
  readonly show: (cell: number) => void;
  readonly know: (cells: readonly number[]) => void;
  readonly moved: (cell: number, by: number) => Moves | null;
  readonly dispose: () => void;
}

/**
 * Least weighted sum of absolute moves; two columns for each cell, up and down. Every question starts from standing
 * still, which is nearer than where the last one ended, and makes the answer depend on nothing but the question. The
 * corner found is nearly always whole; where it is not, other weights are asked for another corner, and none of them
 * being whole counts as none found.
 */
export function nearestOf(tables: LinkedTables, highs: Highs): Nearest {
  const all = weightings.map((weightOf) => nearestBy(weightOf, tables, highs));
  return {
    hide: (cell) => all.forEach(({hide}) => void hide(cell)),
    show: (cell) => all.forEach(({show}) => void show(cell)),
    know: (cells) => all.forEach(({know}) => void know(cells)),
    moved: (cell, by) => {
      for (const {moved} of all) {
        const found = moved(cell, by);
        if (found === null || isWhole(found)) return found;
      }
      return null;
    },
    dispose: () => all.forEach(({dispose}) => void dispose()),
  };
}

const GOLDEN = (Math.sqrt(5) - 1) / 2;
const weightings: readonly ((column: number) => number)[] = [
  () => 1,
  (column) => 1 + ((column * GOLDEN) % 1),
  (column) => 2 - ((column * GOLDEN) % 1),
];

function nearestBy(weightOf: (column: number) => number, tables: LinkedTables, highs: Highs): Nearest {
  const size = tables.keys.length;
  const model = highs.createModel(upAndDown(tables, weightOf));
  model.options.set({output_flag: false, random_seed: 0, presolve: "off", simplex_scale_strategy: 0});
  const hidden = new Uint8Array(size);
  const still = new Uint8Array(size);
  const settle = (cell: number): void => {
    const isFree = hidden[cell] === 1 && still[cell] === 0 && !tables.isZero[cell];
    model.changeColBounds(cell, 0, isFree ? highs.infinity : 0);
    model.changeColBounds(size + cell, 0, isFree ? (tables.rooms[cell] ?? 0) : 0);
  };
  const set = (marks: Uint8Array, cell: number, value: 0 | 1): void => {
    marks[cell] = value;
    settle(cell);
  };
  let known: readonly number[] = [];
  return {
    hide: (cell) => set(hidden, cell, 1),
    show: (cell) => set(hidden, cell, 0),
    know: (cells) => {
      for (const cell of known) set(still, cell, 0);
      for (const cell of cells) set(still, cell, 1);
      known = cells;
    },
    moved: (cell, by) => {
      model.changeColBounds(cell, Math.max(0, by), Math.max(0, by));
      model.changeColBounds(size + cell, Math.max(0, -by), Math.max(0, -by));
      model.setLogicalBasis();
      model.run();
      const isOptimal = model.getModelStatus() === highs.constants.modelStatus.optimal;
      const found = isOptimal ? difference(model.getSolution().colValue, size) : null;
      settle(cell);
      return found;
    },
    dispose: () => model.dispose(),
  };
}

function difference(columns: Float64Array, size: number): Moves {
  return movesIn(Array.from({length: size}, (_, cell) => (columns[cell] ?? 0) - (columns[size + cell] ?? 0)));
}

function upAndDown({keys, sums}: LinkedTables, weightOf: (column: number) => number) {
  const size = keys.length;
  const rows = sums.map((sum) => sum.flatMap(([cell, sign]) => [[cell, sign] as const, [size + cell, -sign] as const]));
  const starts = [0];
  for (const row of rows) starts.push((starts.at(-1) ?? 0) + row.length);
  return {
    numCols: size * 2,
    numRows: rows.length,
    colCost: Float64Array.from({length: size * 2}, (_, column) => weightOf(column)),
    colLower: new Float64Array(size * 2),
    colUpper: new Float64Array(size * 2),
    rowLower: new Float64Array(rows.length),
    rowUpper: new Float64Array(rows.length),
    matrix: {
      format: "csr" as const,
      numRows: rows.length,
      numCols: size * 2,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(rows.flatMap((row) => row.map(([column]) => column))),
      values: Float64Array.from(rows.flatMap((row) => row.map(([, value]) => value))),
    },
  };
}
