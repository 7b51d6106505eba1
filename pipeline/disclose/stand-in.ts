import type {Equation} from "./equations.ts";
import type {Cell} from "./linked-tables.ts";
import type {Highs} from "./solver.ts";
import {solveWhole} from "./solver.ts";

/** A hidden count that is free to be another one: from `least` to `most`. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

/**
 * The same tables with other numbers in the free cells: whole, within their ranges, and with every sum intact. They
 * follow from the other cells alone, so what is chosen by looking at them cannot tell of the true ones; and since a
 * reader of what is shown cannot tell the two apart, what protects the one protects the other.
 * Null when the search finds none: then the true numbers are all there is to look at.
 */
export function standIn(
  cells: ReadonlyMap<string, Cell>,
  equations: readonly Equation[],
  {free, highs}: {readonly free: ReadonlyMap<string, Range>; readonly highs: Highs},
): ReadonlyMap<string, number> | null {
  const keys = [...free.keys()].filter((key) => cells.has(key)).sort();
  if (keys.length === 0) return new Map();
  const model = highs.createModel(freeCells(keys, {cells, equations, free}));
  model.options.set({output_flag: false, random_seed: 0});
  try {
    const values = solveWhole(model, highs);
    return values && new Map(keys.map((key, at) => [key, Math.round(values[at] ?? 0)]));
  } finally {
    model.dispose();
  }
}

interface Free {
  readonly cells: ReadonlyMap<string, Cell>;
  readonly equations: readonly Equation[];
  readonly free: ReadonlyMap<string, Range>;
}

const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** The cells' places in the tables decide which of all possible numbers are taken. */
function freeCells(keys: readonly string[], {cells, equations, free}: Free) {
  const columnOf = new Map(keys.map((key, column) => [key, column]));
  const rows = equations
    .map((equation) => rowOf(equation, {cells, columnOf}))
    .filter(({terms}) => terms.length > 0)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const starts = [0];
  for (const {terms} of rows) starts.push((starts.at(-1) ?? 0) + terms.length);
  const ranges = keys.map((key) => free.get(key) ?? {least: 0, most: 0});
  return {
    numCols: keys.length,
    numRows: rows.length,
    colCost: Float64Array.from(keys, (_, column) => 1 - 2 * ((column * GOLDEN) % 1)),
    colLower: Float64Array.from(ranges, ({least}) => least),
    colUpper: Float64Array.from(ranges, ({most}) => most),
    rowLower: Float64Array.from(rows, ({rest}) => rest),
    rowUpper: Float64Array.from(rows, ({rest}) => rest),
    matrix: {
      format: "csr" as const,
      numRows: rows.length,
      numCols: keys.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(rows.flatMap(({terms}) => terms.map(([column]) => column))),
      values: Float64Array.from(rows.flatMap(({terms}) => terms.map(([, sign]) => sign))),
    },
  };
}

function rowOf({total, parts}: Equation, {cells, columnOf}: Pick<Free, "cells"> & {columnOf: Map<string, number>}) {
  const signed = [...[...parts].sort().map((part) => [part, 1] as const), [total, -1] as const];
  const terms = signed.flatMap(([key, sign]) => {
    const column = columnOf.get(key);
    return column === undefined ? [] : [[column, sign] as const];
  });
  const known = signed.filter(([key]) => !columnOf.has(key));
  const rest = known.reduce((sum, [key, sign]) => sum - sign * (cells.get(key)?.value ?? 0), 0);
  return {name: `${total}=${[...parts].sort().join("+")}`, terms, rest: rest + 0};
}
