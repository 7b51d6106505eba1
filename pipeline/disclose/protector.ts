import type {LinkedTables} from "./linked-tables.ts";
import {type Moves, movesIn} from "./moves.ts";
import {type Highs, solveWhole} from "./solver.ts";

/**
 * Finds the cheapest cells to hide so that one cell lies within no less than a width for one who knows some cells from
 * before. Two tables are sought at once, one with the cell higher and one with it lower, and what moves in either must
 * be hidden.
 */
export interface Protector {
  /** The two cheapest tables, whose counts are whole when asked for, which is slow; null when no price is high enough. */
  readonly protect: (cell: number, width: number, whole?: "whole") => readonly [up: Moves, down: Moves] | null;
  /** What it costs to move a cell by one; hidden cells cost next to nothing. */
  readonly price: (cell: number, cost: number) => void;
  /** Cells that may not move: shown for good, or known from before. */
  readonly hold: (cells: readonly number[]) => void;
  readonly dispose: () => void;
}

/**
 * Displacement programme of Kelly, Golden & Assad (1992), with four columns for each cell: up and down in the higher
 * table, up and down in the lower one. The last row says how far the two lie apart.
 */
export function protectorOf(tables: LinkedTables, movable: readonly boolean[], highs: Highs): Protector {
  const size = tables.keys.length;
  const model = highs.createModel(twoTables(tables, highs.infinity));
  model.options.set({output_flag: false, random_seed: 0, presolve: "off", simplex_scale_strategy: 0});
  const width = tables.sums.length * 2;
  const columnsOf = (cell: number): readonly number[] => [cell, size + cell, 2 * size + cell, 3 * size + cell];
  const room = (cell: number): readonly number[] => {
    const down = tables.rooms[cell] ?? 0;
    return [highs.infinity, down, highs.infinity, down];
  };
  const bound = (cell: number, limits: readonly number[]): void => {
    columnsOf(cell).forEach((column, at) => {
      model.changeColBounds(column, 0, limits[at] ?? 0);
    });
  };
  const none = [0, 0, 0, 0];
  for (let cell = 0; cell < size; cell += 1) if (movable[cell]) bound(cell, room(cell));
  let held: readonly number[] = [];
  const optimum = (): Float64Array | null => {
    model.run();
    return model.getModelStatus() === highs.constants.modelStatus.optimal ? model.getSolution().colValue : null;
  };
  return {
    protect: (cell, least, whole) => {
      const [up = 0, , , downBelow = 0] = columnsOf(cell);
      const limits = room(cell);
      bound(cell, [limits[0] ?? 0, 0, 0, limits[3] ?? 0]);
      for (const column of [up, downBelow]) model.changeCoefficient(width, column, 1);
      model.changeRowBounds(width, least, highs.infinity);
      const columns = whole === undefined ? optimum() : solveWhole(model, highs);
      for (const column of [up, downBelow]) model.changeCoefficient(width, column, 0);
      model.changeRowBounds(width, 0, highs.infinity);
      bound(cell, limits);
      return columns && split(columns, size);
    },
    price: (cell, cost) => {
      for (const column of columnsOf(cell)) model.changeColCost(column, cost);
    },
    hold: (cells) => {
      for (const cell of held) bound(cell, movable[cell] ? room(cell) : none);
      for (const cell of cells) bound(cell, none);
      held = cells;
    },
    dispose: () => model.dispose(),
  };
}

function split(columns: Float64Array, size: number): readonly [Moves, Moves] {
  const table = (from: number): Moves =>
    movesIn(Array.from({length: size}, (_, cell) => (columns[from + cell] ?? 0) - (columns[from + size + cell] ?? 0)));
  return [table(0), table(2 * size)];
}

function twoTables({keys, sums}: LinkedTables, infinity: number) {
  const size = keys.length;
  const rows = [0, 2 * size].flatMap((from) =>
    sums.map((sum) =>
      sum.flatMap(([cell, sign]) => [[from + cell, sign] as const, [from + size + cell, -sign] as const]),
    ),
  );
  const starts = [0];
  for (const row of [...rows, []]) starts.push((starts.at(-1) ?? 0) + row.length);
  return {
    numCols: size * 4,
    numRows: rows.length + 1,
    colCost: new Float64Array(size * 4),
    colLower: new Float64Array(size * 4),
    colUpper: new Float64Array(size * 4),
    rowLower: new Float64Array(rows.length + 1),
    rowUpper: Float64Array.from([...rows.map(() => 0), infinity]),
    matrix: {
      format: "csr" as const,
      numRows: rows.length + 1,
      numCols: size * 4,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(rows.flatMap((row) => row.map(([column]) => column))),
      values: Float64Array.from(rows.flatMap((row) => row.map(([, value]) => value))),
    },
  };
}
