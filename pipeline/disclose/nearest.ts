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
  const {rooms, isZero} = tables;
  const hidden = new Uint8Array(rooms.length);
  const still = new Uint8Array(rooms.length);
  const upTo = (cell: number): Limits =>
    hidden[cell] === 1 && still[cell] === 0 && !isZero[cell] ? [highs.infinity, rooms[cell] ?? 0] : [0, 0];
  const all = weightings.map((weightOf) => nearestBy(weightOf, {tables, highs, hidden, upTo}));
  const set = (marks: Uint8Array, cell: number, value: 0 | 1): void => {
    marks[cell] = value;
    for (const {changed} of all) changed(cell);
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
      for (const {moved} of all) {
        const found = moved(cell, by);
        if (found === null || isWhole(found)) return found;
      }
      return null;
    },
    dispose: () => all.forEach(({dispose}) => void dispose()),
  };
}

/** How far up and how far down a cell moves. */
type Limits = readonly [up: number, down: number];
type Weighting = (column: number) => number;

const NONE: Limits = [0, 0];
const GOLDEN = (Math.sqrt(5) - 1) / 2;
const weightings: readonly Weighting[] = [
  () => 1,
  (column) => 1 + ((column * GOLDEN) % 1),
  (column) => 2 - ((column * GOLDEN) % 1),
];

interface Given {
  readonly tables: LinkedTables;
  readonly highs: Highs;
  readonly hidden: Uint8Array;
  readonly upTo: (cell: number) => Limits;
}

/**
 * The programme has columns only for what was hidden when it was made, and is made anew when it is asked after more has
 * been hidden; limits are changed when it is asked, and not before.
 */
function nearestBy(weightOf: Weighting, {tables, highs, hidden, upTo}: Given) {
  let programme = programmeOf([], {tables, highs}, weightOf);
  const late = new Set<number>();
  const current = (): Programme => {
    if ([...late].some((cell) => hidden[cell] === 1 && !programme.has(cell))) {
      programme.dispose();
      const cells = [...tables.keys.keys()].filter((cell) => hidden[cell] === 1);
      programme = programmeOf(cells, {tables, highs}, weightOf);
      for (const cell of cells) late.add(cell);
    }
    for (const cell of late) programme.limit(cell, NONE, upTo(cell));
    late.clear();
    return programme;
  };
  return {
    changed: (cell: number): void => void late.add(cell),
    moved: (cell: number, by: number): Moves | null => {
      const {limit, nearest} = current();
      const exactly: Limits = [Math.max(0, by), Math.max(0, -by)];
      limit(cell, exactly, exactly);
      const found = nearest();
      limit(cell, NONE, upTo(cell));
      return found;
    },
    dispose: () => programme.dispose(),
  };
}

interface Programme {
  readonly has: (cell: number) => boolean;
  readonly limit: (cell: number, least: Limits, most: Limits) => void;
  readonly nearest: () => Moves | null;
  readonly dispose: () => void;
}

function programmeOf(cells: readonly number[], given: Pick<Given, "tables" | "highs">, weightOf: Weighting): Programme {
  const {tables, highs} = given;
  const size = cells.length;
  const columnOf = new Map(cells.map((cell, column) => [cell, column]));
  const model = highs.createModel(upAndDown(cells, columnOf, tables, weightOf));
  model.options.set({output_flag: false, random_seed: 0, presolve: "off", simplex_scale_strategy: 0});
  return {
    has: (cell) => columnOf.has(cell),
    limit: (cell, least, most) => {
      const column = columnOf.get(cell);
      if (column === undefined) return;
      model.changeColBounds(column, least[0], most[0]);
      model.changeColBounds(size + column, least[1], most[1]);
    },
    nearest: () => {
      model.setLogicalBasis();
      model.run();
      if (model.getModelStatus() !== highs.constants.modelStatus.optimal) return null;
      const {colValue} = model.getSolution();
      const {cells: columns, by} = movesIn(
        Float64Array.from(cells, (_, column) => (colValue[column] ?? 0) - (colValue[size + column] ?? 0)),
      );
      return {cells: columns.map((column) => cells[column] ?? 0), by};
    },
    dispose: () => model.dispose(),
  };
}

function upAndDown(
  cells: readonly number[],
  columnOf: ReadonlyMap<number, number>,
  {keys: {length: all}, sums}: LinkedTables,
  weightOf: Weighting,
) {
  const size = cells.length;
  const rows = sums
    .map((sum) =>
      sum.flatMap(([cell, sign]) => {
        const column = columnOf.get(cell);
        return column === undefined ? [] : [[column, sign] as const, [size + column, -sign] as const];
      }),
    )
    .filter(({length}) => length > 0);
  const starts = [0];
  for (const row of rows) starts.push((starts.at(-1) ?? 0) + row.length);
  return {
    numCols: size * 2,
    numRows: rows.length,
    colCost: Float64Array.from({length: size * 2}, (_, column) =>
      weightOf((cells[column % size] ?? 0) + (column < size ? 0 : all)),
    ),
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
