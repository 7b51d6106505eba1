import loadHighs, {type Model} from "highs";
import type {Equation} from "./equations.ts";

/**
 * A cell that may be moved: its value, the least a reader must think it can be (1, since zeros are shown; 0 in a series
 * that is hidden whole), and what it costs to lose it.
 */
export interface Movable {
  readonly value: number;
  readonly least: number;
  readonly cost: number;
}

/**
 * Finds, for one cell at a time, the cheapest way to let it be larger while every sum still holds. What must move with
 * it must be hidden. Cells already hidden move for free.
 */
export interface Displacer {
  /** How far each cell moves when `key` rises by `rise`; null when the sums do not allow it at any price. */
  readonly raise: (key: string, rise: number) => ReadonlyMap<string, number> | null;
  /** Lets a cell move for free from now on. */
  readonly hide: (key: string) => void;
  /** Holds a cell still from now on, as a cell that is shown. */
  readonly show: (key: string) => void;
  readonly dispose: () => void;
}

const LEAST_MOVE = 1e-6;

let highs: ReturnType<typeof loadHighs> | undefined;

/**
 * Linear programme of Kelly, Golden & Assad (1992): minimise the cost of |displacement| subject to the sums, with two
 * columns (up, down) for each cell above zero. Solved by HiGHS; the model is kept and started from the last solution.
 */
export async function displacerOf(
  cells: ReadonlyMap<string, Movable>,
  equations: readonly Equation[],
): Promise<Displacer> {
  highs ??= loadHighs();
  const solver = await highs;
  const keys = [...cells.keys()].sort();
  const column = new Map(keys.map((key, index) => [key, index * 2]));
  const model = solver.createModel(modelData(cells, {keys, column, equations}, solver));
  model.options.set({output_flag: false, random_seed: 0});
  const at = (key: string): number => {
    const index = column.get(key);
    if (index === undefined) throw new Error(`unknown cell: ${key}`);
    return index;
  };
  const fallOf = (key: string): number => fall(cells.get(key));
  const setBounds = (key: string, {least, most, fall}: {least: number; most: number; fall: number}): void => {
    model.changeColBounds(at(key), least, most);
    model.changeColBounds(at(key) + 1, 0, fall);
  };
  return {
    raise: (key, rise) => {
      setBounds(key, {least: rise, most: solver.infinity, fall: 0});
      model.run();
      const isOptimal = model.getModelStatus() === solver.constants.modelStatus.optimal;
      const moved = isOptimal ? movesOf(model, keys) : null;
      setBounds(key, {least: 0, most: solver.infinity, fall: fallOf(key)});
      return moved;
    },
    hide: (key) => {
      for (const index of [at(key), at(key) + 1]) model.changeColCost(index, 0);
      setBounds(key, {least: 0, most: solver.infinity, fall: fallOf(key)});
    },
    show: (key) => setBounds(key, {least: 0, most: 0, fall: 0}),
    dispose: () => model.dispose(),
  };
}

interface Structure {
  readonly keys: readonly string[];
  readonly column: ReadonlyMap<string, number>;
  readonly equations: readonly Equation[];
}

function modelData(
  cells: ReadonlyMap<string, Movable>,
  {keys, column, equations}: Structure,
  {infinity}: {readonly infinity: number},
) {
  const rows = equations.map(({total, parts}) => [
    ...parts.flatMap((part) => entry(column.get(part), 1)),
    ...entry(column.get(total), -1),
  ]);
  const filled = rows.filter((row) => row.length > 0);
  const starts = [0];
  for (const row of filled) starts.push((starts.at(-1) ?? 0) + row.length);
  return {
    numCols: keys.length * 2,
    numRows: filled.length,
    colCost: keys.flatMap((key) => [cells.get(key)?.cost ?? 0, cells.get(key)?.cost ?? 0]),
    colLower: keys.flatMap(() => [0, 0]),
    colUpper: keys.flatMap((key) => [infinity, fall(cells.get(key))]),
    rowLower: filled.map(() => 0),
    rowUpper: filled.map(() => 0),
    matrix: {
      format: "csr" as const,
      numRows: filled.length,
      numCols: keys.length * 2,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(filled.flat().map(([index]) => index)),
      values: Float64Array.from(filled.flat().map(([, value]) => value)),
    },
  };
}

function fall(cell: Movable | undefined): number {
  return cell === undefined ? 0 : Math.max(0, cell.value - cell.least);
}

function entry(column: number | undefined, sign: 1 | -1): [number, number][] {
  return column === undefined
    ? []
    : [
        [column, sign],
        [column + 1, -sign],
      ];
}

function movesOf(model: Model, keys: readonly string[]): Map<string, number> {
  const {colValue} = model.getSolution();
  const moves = keys.map((key, index) => [key, (colValue[index * 2] ?? 0) - (colValue[index * 2 + 1] ?? 0)] as const);
  return new Map(moves.filter(([, move]) => Math.abs(move) > LEAST_MOVE));
}
