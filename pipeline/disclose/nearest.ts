import type {LinkedTables} from "./linked-tables.ts";
import {type Lockstep, lockstepOf, type Member} from "./lockstep.ts";
import {isWhole, type Moves, movesIn} from "./moves.ts";
import type {Highs, Model} from "./solver.ts";

/** Finds, among the tables a reader cannot tell from the true one, the one nearest to it in which a cell has moved so far. */
export interface Nearest {
  readonly hide: (cell: number) => void;
  readonly show: (cell: number) => void;
  readonly know: (cells: readonly number[]) => void;
  readonly moved: (cell: number, by: number) => Moves | null;
  readonly dispose: () => void;
}

/**
 * Least weighted sum of absolute moves; two columns for each group of cells that move as one, up and down. Every question starts from standing
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

/** How far up and how far down something moves. */
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
function nearestBy(weightOf: Weighting, given: Given) {
  const {tables, hidden} = given;
  let programme = programmeOf([], given, weightOf);
  const late = new Set<number>();
  const current = (): Programme => {
    if ([...late].some((cell) => hidden[cell] === 1 && !programme.has(cell))) {
      programme.dispose();
      const cells = [...tables.keys.keys()].filter((cell) => hidden[cell] === 1);
      programme = programmeOf(cells, given, weightOf);
      for (const cell of cells) late.add(cell);
    }
    programme.limit(late);
    late.clear();
    return programme;
  };
  return {
    changed: (cell: number): void => void late.add(cell),
    moved: (cell: number, by: number): Moves | null => current().moved(cell, by),
    dispose: () => programme.dispose(),
  };
}

interface Programme {
  readonly has: (cell: number) => boolean;
  /** Sets anew how far these cells can move. */
  readonly limit: (cells: Iterable<number>) => void;
  readonly moved: (cell: number, by: number) => Moves | null;
  readonly dispose: () => void;
}

/** The columns are groups of cells that move as one: so there are far fewer of them. */
function programmeOf(cells: readonly number[], {tables, highs, upTo}: Given, weightOf: Weighting): Programme {
  const lockstep = lockstepOf(tables, cells);
  const {groups} = lockstep;
  const has = new Set(cells);
  const placeOf = new Map(groups.flatMap((members, group) => members.map(({cell, sign}) => [cell, {group, sign}])));
  const model = highs.createModel(upAndDown(lockstep, tables.keys.length, weightOf));
  model.options.set({output_flag: false, random_seed: 0, presolve: "off", simplex_scale_strategy: 0});
  const limits: Limits[] = groups.map(() => NONE);
  const bound = (group: number, least: Limits, most: Limits): void => {
    model.changeColBounds(group, least[0], most[0]);
    model.changeColBounds(groups.length + group, least[1], most[1]);
  };
  return {
    has: (cell) => has.has(cell),
    limit: (changed) => {
      for (const group of new Set([...changed].flatMap((cell) => placeOf.get(cell)?.group ?? []))) {
        const most = together(groups[group] ?? [], upTo);
        limits[group] = most;
        bound(group, NONE, most);
      }
    },
    moved: (cell, by) => {
      const place = placeOf.get(cell);
      if (place === undefined) return null;
      const most = limits[place.group] ?? NONE;
      const exactly: Limits = [Math.max(0, by * place.sign), Math.max(0, -by * place.sign)];
      if (exactly[0] > most[0] || exactly[1] > most[1]) return null;
      bound(place.group, exactly, exactly);
      const found = fromStandingStill(model, groups, highs);
      bound(place.group, NONE, most);
      return found;
    },
    dispose: () => model.dispose(),
  };
}

function fromStandingStill(model: Model, groups: Lockstep["groups"], {constants}: Highs): Moves | null {
  model.setLogicalBasis();
  model.run();
  if (model.getModelStatus() !== constants.modelStatus.optimal) return null;
  const {colValue} = model.getSolution();
  const byGroup = groups.map((_, group) => (colValue[group] ?? 0) - (colValue[groups.length + group] ?? 0));
  return ofMembers(movesIn(byGroup), groups);
}

/** How far a group can move: as far as every one of its members can. */
function together(members: readonly Member[], upTo: (cell: number) => Limits): Limits {
  let [up, down] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const {cell, sign} of members) {
    const [above, below] = upTo(cell);
    up = Math.min(up, sign > 0 ? above : below);
    down = Math.min(down, sign > 0 ? below : above);
  }
  return [up, down];
}

function ofMembers({cells, by}: Moves, groups: Lockstep["groups"]): Moves {
  const members = cells.flatMap((group, at) =>
    (groups[group] ?? []).map(({cell, sign}) => ({cell, by: sign * (by[at] ?? 0)})),
  );
  return {cells: members.map(({cell}) => cell), by: members.map((member) => member.by)};
}

function upAndDown({groups, sums}: Lockstep, cells: number, weightOf: Weighting) {
  const size = groups.length;
  const rows = sums.map((sum) =>
    sum.flatMap(([group, times]) => [[group, times] as const, [size + group, -times] as const]),
  );
  const starts = [0];
  for (const row of rows) starts.push((starts.at(-1) ?? 0) + row.length);
  const cost = (members: readonly Member[], way: 1 | -1): number =>
    members.reduce((sum, {cell, sign}) => sum + weightOf(sign === way ? cell : cell + cells), 0);
  return {
    numCols: size * 2,
    numRows: rows.length,
    colCost: Float64Array.from([...groups.map((group) => cost(group, 1)), ...groups.map((group) => cost(group, -1))]),
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
