import type {Equation} from "./equations.ts";

/** A count in a set of linked tables: its value, what readers lose when it is hidden, and the least they must think it can be then. */
export interface Cell {
  readonly value: number;
  /** 1 unless told. */
  readonly weight?: number;
  /** 1 unless told: where zeros are shown, a hidden count is at least one. */
  readonly least?: number;
}

type Term = readonly [cell: number, sign: number];

/**
 * Linked tables as numbers: cell `i` has `keys[i]`, and every row of `sums` is a signed sum of cells that is zero, the
 * total last. The counts are not in it, only how far down each can be thought to lie.
 */
export interface LinkedTables {
  readonly keys: readonly string[];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly weights: readonly number[];
  /** How far down a reader can think a hidden cell to lie from its value. */
  readonly rooms: readonly number[];
  /** Counts that are nothing and may be seen to be: they stand still, even where a series is hidden whole. */
  readonly isZero: readonly boolean[];
  readonly sums: readonly (readonly Term[])[];
}

/**
 * The same tables in the same order whatever order the cells and the equations came in; `other` has numbers that stand in
 * for those of some cells. Throws on a sum that does not hold.
 */
export function linkedTables(
  cells: ReadonlyMap<string, Cell>,
  equations: readonly Equation[],
  other: ReadonlyMap<string, number> = new Map(),
): LinkedTables {
  const keys = [...cells.keys()].sort();
  const indexOf = new Map(keys.map((key, index) => [key, index]));
  const valueIn = (key: string): number => other.get(key) ?? cellOf(cells, key).value;
  const inOrder = keys.map((key) => ({...cellOf(cells, key), value: valueIn(key)}));
  return {
    keys,
    indexOf,
    weights: inOrder.map(({weight = 1}) => weight),
    rooms: inOrder.map(({value, least = 1}) => Math.max(0, value - least)),
    isZero: inOrder.map(({value, least = 1}) => value < least),
    sums: named(equations).map(({total, parts}) => {
      if (parts.reduce((so, part) => so + valueIn(part), 0) !== valueIn(total))
        throw new Error(`sum does not hold: ${total}`);
      return [...parts.map((part) => [indexOf.get(part) ?? 0, 1] as const), [indexOf.get(total) ?? 0, -1] as const];
    }),
  };
}

function cellOf(cells: ReadonlyMap<string, Cell>, key: string): Cell {
  const cell = cells.get(key);
  if (cell === undefined) throw new Error(`unknown cell in a sum: ${key}`);
  return cell;
}

function named(equations: readonly Equation[]) {
  return equations
    .map(({total, parts}) => ({total, parts: [...parts].sort()}))
    .map((equation) => ({...equation, name: `${equation.total}=${equation.parts.join("+")}`}))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
