import {singleReports, unitsIn} from "./attackers.ts";
import type {Coordinate, Count} from "./coordinate.ts";
import type {Equation} from "./equations.ts";
import type {Cell} from "./linked-tables.ts";
import {primaryCells} from "./primary.ts";
import {cellsOfSeries, weakSeries} from "./series.ts";
import {type Problem, type Suppression, suppress, Unprotectable} from "./suppress.ts";
import {weightOf} from "./weight.ts";

/** Every count of every table, and all that hangs together. */
export interface Cube {
  readonly cells: ReadonlyMap<string, Count>;
  readonly equations: readonly Equation[];
  /** The counts of every year, also those that stand as they were published: series go over all of them. */
  readonly points: readonly Count[];
  /** Cells of no table, which only help to tell what the sums are. */
  readonly unseen: ReadonlySet<string>;
  /** Cells with one unit behind them: as good as a number of that unit. */
  readonly dominated: ReadonlySet<string>;
}

/**
 * How many counts there are in all tables together, and how many of them are hidden: too small, part of a series too weak
 * to show, or hidden so that no other can be worked out.
 */
export interface HidingAccount {
  readonly threshold: number;
  readonly cells: number;
  readonly primary: number;
  readonly series: number;
  readonly secondary: number;
}

export interface Hiding {
  readonly hidden: ReadonlySet<string>;
  readonly account: HidingAccount;
}

export interface Aim {
  readonly threshold: number;
  /** The lowest threshold of any edition: what is weak at that one is weak in all of them. */
  readonly lowest: number;
  /** Where given, only cells in it may be hidden. */
  readonly among?: ReadonlySet<string>;
}

/** What an edition hides. What one with a lower threshold hides can then always be found among it. */
export async function hiding(cube: Cube, {threshold, lowest, among}: Aim): Promise<Hiding> {
  const {cells, unseen} = cube;
  const primary = primaryCells(cells, threshold);
  for (const key of cube.dominated) primary.add(key);
  for (const key of unseen) primary.delete(key);
  const [series, alwaysWeak] = [threshold, lowest].map((at) => cellsOfSeries(cells, weakSeries(cube.points, at)));
  const {hidden} = await suppressed(cube, new Set([...(alwaysWeak ?? []), ...unseen]), {
    threshold,
    sensitive: primary,
    hidden: new Set([...(series ?? []), ...unseen]),
    attackers: unitsIn(cells),
    single: singleReports(cells),
    shown: new Set(among === undefined ? [] : [...cells.keys()].filter((key) => !among.has(key))),
  });
  const weak = [...(series ?? [])].filter((key) => !primary.has(key)).length;
  const secondary = [...hidden].filter((key) => cells.has(key)).length - primary.size - weak - unseen.size;
  const account = {threshold, cells: cells.size - unseen.size, primary: primary.size, series: weak, secondary};
  return {hidden, account};
}

/**
 * The account tells how many reports there are in all years together. So the county's total of a year is shown, and the
 * years can be protected apart; only where a total is small, or nothing else helps, they are protected as one. Where
 * there are so few reports that the account itself gives a number away, it is hidden too. Then everything that is not
 * nothing can be hidden, and nothing is left that could give a number away.
 */
async function suppressed(
  {cells, equations}: Cube,
  maybeZero: ReadonlySet<string>,
  given: Omit<Problem, "cells" | "equations"> & Required<Pick<Problem, "sensitive" | "hidden" | "shown">>,
): Promise<Suppression> {
  const counts = new Map([...cells].map(([key, count]) => [key, cellOf(count, maybeZero.has(key))]));
  const totals = [...cells].filter(([, {at}]) => isCountyYear(at)).map(([key]) => key);
  const value = totals.reduce((sum, key) => sum + (counts.get(key)?.value ?? 0), 0);
  const apart = {...given, cells: counts, equations};
  const asOne = {
    ...given,
    cells: new Map([...counts, [ACCOUNT, {value}]]),
    equations: [...equations, {total: ACCOUNT, parts: totals}],
  };
  const ways: readonly Problem[] = [
    ...(totals.some((key) => given.sensitive.has(key))
      ? []
      : [{...apart, shown: new Set([...given.shown, ...totals])}]),
    ...(value < given.threshold ? [] : [{...asOne, shown: new Set([...given.shown, ACCOUNT])}]),
    {...asOne, hidden: new Set([...given.hidden, ACCOUNT])},
  ];
  return firstPossible(ways);
}

async function firstPossible([way, ...others]: readonly Problem[]): Promise<Suppression> {
  if (way === undefined) throw new Error("no way to protect the tables");
  try {
    return await suppress(way);
  } catch (error) {
    if (!(error instanceof Unprotectable) || others.length === 0) throw error;
    return firstPossible(others);
  }
}

/** The number of reports that the account tells of, as a cell. */
export const ACCOUNT = "rekneskap";

function isCountyYear({omraade, kvartal, kategori, retning, fagomraade, del}: Coordinate): boolean {
  return omraade === "fylke" && kvartal === 0 && [kategori, retning, fagomraade, del].every((part) => part === "alle");
}

/** Zeros are shown, so a hidden count is at least one; but not in a series hidden whole, zeros too, nor in no table at all. */
function cellOf(count: Count, isMaybeZero: boolean): Cell {
  return {value: count.value, weight: weightOf(count), least: isMaybeZero ? 0 : 1};
}
