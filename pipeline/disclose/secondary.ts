import {componentsOf} from "./components.ts";
import type {Count} from "./coordinate.ts";
import {type Displacer, displacerOf, type Movable} from "./displacement.ts";
import type {Equation} from "./equations.ts";

export interface Problem {
  readonly cells: ReadonlyMap<string, Count>;
  readonly equations: readonly Equation[];
  readonly threshold: number;
  /** Cells of series that are hidden whole: a reader cannot tell which of them are zero. */
  readonly whole: ReadonlySet<string>;
}

type Moves = ReadonlyMap<string, number>;

/**
 * The cells to hide so that every cell in `sensitive` could be larger by the threshold for all a reader knows, counting
 * `hidden` (which holds `sensitive`) as hidden already. Each sensitive cell gets the cheapest displacement that the sums
 * allow, and what moves in it is hidden; then every cell that turns out not to be needed is shown again, the dearest
 * first. Throws when a cell cannot be protected at any price: then the edition must not go out.
 */
export async function secondaryCells(
  hidden: ReadonlySet<string>,
  sensitive: ReadonlySet<string>,
  problem: Problem,
): Promise<Set<string>> {
  const result = new Set(hidden);
  for (const equations of componentsOf(inOrder(problem.equations))) {
    const keys = new Set(equations.flatMap(({total, parts}) => [total, ...parts]));
    const own = new Set([...sensitive].filter((key) => keys.has(key)));
    if (own.size === 0) continue;
    const cells = new Map([...problem.cells].filter(([key]) => keys.has(key)));
    for (const key of await protectComponent(hidden, own, {...problem, cells, equations})) result.add(key);
  }
  return result;
}

/** The same sums in the same order whatever order the tables came in: the cheapest displacement is not always one. */
function inOrder(equations: readonly Equation[]): Equation[] {
  const named = equations.map((equation) => [`${equation.total}=${equation.parts.join("+")}`, equation] as const);
  return named.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, equation]) => equation);
}

async function protectComponent(
  hidden: ReadonlySet<string>,
  sensitive: ReadonlySet<string>,
  problem: Problem,
): Promise<string[]> {
  const costs = movableCells(hidden, problem);
  const displacer = await displacerOf(costs, problem.equations);
  try {
    const protection = protect(sensitive, displacer, problem);
    const needed = new Set([...protection.values()].flatMap((moves) => [...moves.keys()]));
    for (const key of costs.keys()) if (!hidden.has(key) && !needed.has(key)) displacer.show(key);
    const secondary = [...needed]
      .filter((key) => !hidden.has(key))
      .sort((a, b) => costIn(costs, b) - costIn(costs, a) || (a < b ? -1 : 1));
    const shownAgain = prune(secondary, protection, {displacer, threshold: problem.threshold});
    return secondary.filter((key) => !shownAgain.has(key));
  } finally {
    displacer.dispose();
  }
}

/** Zeros that are shown cannot move; all other cells can, at a price when they are not hidden yet. */
function movableCells(hidden: ReadonlySet<string>, {cells, whole}: Problem): Map<string, Movable> {
  const movable = [...cells].filter(([key, {value}]) => value > 0 || whole.has(key));
  return new Map(
    movable.map(([key, count]) => [
      key,
      {value: count.value, least: whole.has(key) ? 0 : 1, cost: hidden.has(key) ? 0 : costOf(count)},
    ]),
  );
}

/** For each sensitive cell a displacement that raises it by the threshold; one displacement may serve several cells. */
function protect(
  sensitive: ReadonlySet<string>,
  displacer: Displacer,
  {cells, threshold}: Problem,
): Map<string, Moves> {
  const protection = new Map<string, Moves>();
  const order = [...sensitive].sort((a, b) => countIn(cells, b) - countIn(cells, a) || (a < b ? -1 : 1));
  for (const key of order) {
    if (protection.has(key)) continue;
    const moves = displacer.raise(key, threshold);
    if (moves === null) throw new Error(`hidden cell cannot be protected: ${key}`);
    for (const [moved, by] of moves) {
      displacer.hide(moved);
      if (sensitive.has(moved) && by >= threshold - 1e-6 && !protection.has(moved)) protection.set(moved, moves);
    }
  }
  return protection;
}

/** The cells that can be shown again because every sensitive cell that leaned on them has another displacement. */
function prune(
  secondary: readonly string[],
  protection: Map<string, Moves>,
  {displacer, threshold}: {readonly displacer: Displacer; readonly threshold: number},
): Set<string> {
  const shown = new Set<string>();
  for (const key of secondary) {
    displacer.show(key);
    const leaning = [...protection].filter(([, moves]) => moves.has(key)).map(([sensitive]) => sensitive);
    const replaced = replacements(leaning, {displacer, threshold});
    if (replaced === null) displacer.hide(key);
    else {
      shown.add(key);
      for (const [sensitive, moves] of replaced) protection.set(sensitive, moves);
    }
  }
  return shown;
}

function replacements(
  leaning: readonly string[],
  {displacer, threshold}: {readonly displacer: Displacer; readonly threshold: number},
): Map<string, Moves> | null {
  const found = new Map<string, Moves>();
  for (const key of leaning) {
    if (found.has(key)) continue;
    const moves = displacer.raise(key, threshold);
    if (moves === null) return null;
    for (const other of leaning) if ((moves.get(other) ?? 0) >= threshold - 1e-6) found.set(other, moves);
  }
  return found;
}

function costIn(costs: ReadonlyMap<string, {readonly cost: number}>, key: string): number {
  return costs.get(key)?.cost ?? 0;
}

function countIn(cells: ReadonlyMap<string, Count>, key: string): number {
  return cells.get(key)?.value ?? 0;
}

/** How much more a reader loses with a total than with one of its parts, by what it is a total of. */
const WEIGHT = {
  year: 3,
  county: 9,
  lsu: 3,
  kommune: 2,
  allCategories: 8,
  bothDirections: 3,
  allFields: 2,
  allReports: 2,
};

/** What a reader loses when a cell is hidden: more for a larger number, far more for a total than for a part. */
function costOf({at, value}: Count): number {
  const area = at.omraade === "fylke" ? WEIGHT.county : at.omraade.startsWith("lsu-") ? WEIGHT.lsu : WEIGHT.kommune;
  const factors = [
    at.kvartal === 0 ? WEIGHT.year : 1,
    at.kategori === "alle" ? WEIGHT.allCategories : 1,
    at.retning === "alle" ? WEIGHT.bothDirections : 1,
    at.fagomraade === "alle" ? WEIGHT.allFields : 1,
    at.del === "alle" ? WEIGHT.allReports : 1,
  ];
  return factors.reduce((product, factor) => product * factor, area * (1 + Math.log2(1 + value)));
}
