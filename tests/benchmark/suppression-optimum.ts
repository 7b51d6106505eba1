import type {Equation} from "../../pipeline/disclose/equations.ts";
import {type Highs, type Model, solver} from "../../pipeline/disclose/solver.ts";

/** A table to protect as the attacker's programme has it: how far each cell can lie below and above its value. */
export interface Table {
  readonly keys: readonly string[];
  readonly below: readonly number[];
  readonly above: readonly number[];
  readonly equations: readonly Equation[];
}

/** The cells an attacker knows from before, and those he must not be able to place. */
export interface Requirement {
  readonly known: readonly number[];
  readonly targets: readonly number[];
}

interface Asked {
  readonly sensitive: readonly number[];
  readonly requirements: readonly Requirement[];
  readonly width: number;
}

interface Optimum {
  /** No set of hidden cells that protects is smaller. */
  readonly bound: number;
  readonly isProven: boolean;
}

const TOLERANCE = 1e-6;
const MOST_ROUNDS = 60;
/** Nodes of the search, so that no clock decides what is found. */
const MOST_NODES = 400;
const MOST_WHOLE_ROUNDS = 30;

/**
 * The fewest cells that can be hidden: a master programme over what is hidden, with a cut for each attack that succeeds
 * against it (Fischetti & Salazar-González 2001). `below` and `above` times what is hidden bound the attacker, so that
 * the duals of his programme tell which cells would have stopped him; each coefficient is cut down to the width. First
 * with cells that may be hidden in part, which is fast and already a bound, and then whole.
 */
export async function fewestHidden(table: Table, asked: Asked): Promise<Optimum> {
  const highs = await solver();
  const attack = attackOf(table, highs);
  const master = masterOf(table, asked, highs);
  try {
    cutWhileBroken({master, attack, asked, highs}, MOST_ROUNDS);
    const relaxed = Math.ceil(master.getObjectiveValue() - TOLERANCE);
    setWhole(master, table.keys.length, highs);
    const isProven = cutWhileBroken({master, attack, asked, highs}, MOST_WHOLE_ROUNDS);
    return {bound: Math.max(relaxed, Math.ceil(Number(master.info.get("mip_dual_bound")) - TOLERANCE)), isProven};
  } finally {
    attack.dispose();
    master.dispose();
  }
}

interface Loop {
  readonly master: Model;
  readonly attack: Attack;
  readonly asked: Asked;
  readonly highs: Highs;
}

/** True when no attack succeeds against the master's answer any more. */
function cutWhileBroken({master, attack, asked, highs}: Loop, rounds: number): boolean {
  for (let round = 0; round < rounds; round += 1) {
    master.run();
    if (master.getModelStatus() !== highs.constants.modelStatus.optimal) return false;
    const hidden = master.getSolution().colValue;
    const cuts = asked.requirements.flatMap(({known, targets}) => {
      attack.against(hidden, known);
      return targets.flatMap((target) => attack.cut(target, asked.width) ?? []);
    });
    if (cuts.length === 0) return true;
    for (const {indices, values} of cuts) master.addRow(asked.width, highs.infinity, {indices, values});
  }
  return false;
}

interface Cut {
  readonly indices: Int32Array;
  readonly values: Float64Array;
}

interface Attack {
  /** What is hidden, whole or in part, and what the attacker knows. */
  readonly against: (hidden: ArrayLike<number>, known: readonly number[]) => void;
  /** Null when he cannot place the target within the width. */
  readonly cut: (target: number, width: number) => Cut | null;
  /** How closely he can place it. */
  readonly widthOf: (target: number) => number;
  readonly dispose: () => void;
}

/** What an attacker can find, in how far each cell can move from its value. */
export function attackOf(table: Table, highs: Highs): Attack {
  const {keys, below, above} = table;
  const size = keys.length;
  const model = sumsOf(table, highs);
  let isKnown = new Uint8Array(size);
  /** The furthest that the target can move one way, with the prices of the cells that stop it. */
  const extreme = (target: number, direction: 1 | -1) => {
    model.changeColCost(target, -direction);
    model.run();
    const {colValue, colDual} = model.getSolution();
    const far = direction * (colValue[target] ?? 0);
    const prices = Array.from({length: size}, (_, cell) => -(colDual?.[cell] ?? 0));
    model.changeColCost(target, 0);
    return {far, prices};
  };
  const coefficient = (cell: number, price: number): number =>
    isKnown[cell] === 1 ? 0 : Math.max(price, 0) * (above[cell] ?? 0) + Math.max(-price, 0) * (below[cell] ?? 0);
  return {
    against: (hidden, known) => {
      isKnown = new Uint8Array(size);
      for (const cell of known) isKnown[cell] = 1;
      for (let cell = 0; cell < size; cell += 1) {
        const share = isKnown[cell] === 1 ? 0 : Math.min(1, Math.max(0, hidden[cell] ?? 0));
        model.changeColBounds(cell, -share * (below[cell] ?? 0), share * (above[cell] ?? 0));
      }
    },
    cut: (target, width) => {
      const [up, down] = [extreme(target, 1), extreme(target, -1)];
      if (up.far + down.far >= width - TOLERANCE) return null;
      const all = up.prices.map((price, cell) => coefficient(cell, price) + coefficient(cell, down.prices[cell] ?? 0));
      const used = all.map((value, cell) => [cell, Math.min(value, width)] as const).filter(([, v]) => v > TOLERANCE);
      return {
        indices: Int32Array.from(used.map(([cell]) => cell)),
        values: Float64Array.from(used.map(([, value]) => value)),
      };
    },
    widthOf: (target) => extreme(target, 1).far + extreme(target, -1).far,
    dispose: () => model.dispose(),
  };
}

function sumsOf({keys, equations}: Table, highs: Highs): Model {
  const size = keys.length;
  const column = new Map(keys.map((key, index) => [key, index]));
  const rows = equations.map(({total, parts}) => [
    ...parts.map((part) => [column.get(part) ?? 0, 1] as const),
    [column.get(total) ?? 0, -1] as const,
  ]);
  const starts = [0];
  for (const row of rows) starts.push((starts.at(-1) ?? 0) + row.length);
  const model = highs.createModel({
    numCols: size,
    numRows: rows.length,
    colCost: new Float64Array(size),
    colLower: new Float64Array(size),
    colUpper: new Float64Array(size),
    rowLower: new Float64Array(rows.length),
    rowUpper: new Float64Array(rows.length),
    matrix: {
      format: "csr",
      numRows: rows.length,
      numCols: size,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(rows.flatMap((row) => row.map(([index]) => index))),
      values: Float64Array.from(rows.flatMap((row) => row.map(([, sign]) => sign))),
    },
  });
  model.options.set({output_flag: false, presolve: "off"});
  return model;
}

function masterOf({keys}: Table, {sensitive}: Asked, highs: Highs): Model {
  const size = keys.length;
  const must = new Set(sensitive);
  const model = highs.createModel({
    numCols: size,
    numRows: 0,
    colCost: new Float64Array(size).fill(1),
    colLower: Float64Array.from({length: size}, (_, cell) => (must.has(cell) ? 1 : 0)),
    colUpper: new Float64Array(size).fill(1),
    rowLower: new Float64Array(0),
    rowUpper: new Float64Array(0),
    matrix: {
      format: "csr",
      numRows: 0,
      numCols: size,
      starts: Int32Array.from([0]),
      indices: new Int32Array(0),
      values: new Float64Array(0),
    },
  });
  model.options.set({output_flag: false, random_seed: 0});
  return model;
}

function setWhole(model: Model, size: number, highs: Highs): void {
  const {integer} = highs.constants.variableType;
  model.options.set({mip_max_nodes: MOST_NODES});
  model.changeColsIntegrality({kind: "range", from: 0, to: size - 1}, new Int32Array(size).fill(integer));
}
