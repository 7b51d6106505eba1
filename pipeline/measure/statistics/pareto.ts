import {requireCount, requireThat} from "./argument.ts";
import type {Interval} from "./interval.ts";
import {rankDistribution} from "./rank-distribution.ts";
import {rankInterval} from "./rank-summary.ts";
import {wilsonInterval} from "./share-interval.ts";
import {sumOf} from "./sum.ts";

export type ParetoOptions = Readonly<{
  /** Indices of what is no category of its own ("other", "unknown"): last, whatever their size. */
  last?: readonly number[];
  /** The share that the vital few make up together, 0.8 when left out. */
  vitalShare?: number;
  level?: number;
}>;

/**
 * `index` is the place in the input, `cumulative` the share of this row and all above it. `interval` is Wilson's for the
 * share, `rank` the interval of the true rank among the categories, null for what is put last. All shares are null
 * when nothing was counted.
 */
export type ParetoRow = Readonly<{
  index: number;
  count: number;
  share: number | null;
  cumulative: number | null;
  interval: Interval | null;
  rank: Interval | null;
  isVital: boolean;
}>;

/** `vitalFew` is the least number of rows, from the top, with `vitalShare` of everything. */
export type Pareto = Readonly<{rows: readonly ParetoRow[]; total: number; vitalFew: number}>;

/**
 * Categories from the most to the least, ties in the order they came, with cumulative shares. What is put last counts in
 * the total. A Pareto of counts is unstable in the middle, so each row has the interval of its share and of its rank
 * (`rankDistribution`, Jeffreys' prior): categories whose ranks overlap are not in a known order.
 *
 * Counts only: a category that is hidden must be left out together with its total before this is called.
 */
export function pareto(counts: readonly number[], options: ParetoOptions = {}): Pareto {
  const {last = [], vitalShare = 0.8, level = 0.95} = options;
  for (const count of counts) requireCount(count);
  requireThat(vitalShare > 0 && vitalShare <= 1, "vital share", vitalShare);
  const total = sumOf(counts);
  const ranks = rankIntervals(counts, last, level);
  const order = orderOf(counts, last);
  const running = runningSums(order.map((index) => counts[index] ?? 0));
  const reached = running.findIndex((sum) => sum / total >= vitalShare);
  const vitalFew = total === 0 ? 0 : reached + 1;
  const rows = order.map((index, place) => {
    const count = counts[index] ?? 0;
    return {
      index,
      count,
      share: total === 0 ? null : count / total,
      cumulative: total === 0 ? null : (running[place] ?? 0) / total,
      interval: total === 0 ? null : wilsonInterval(count, total, level),
      rank: ranks.get(index) ?? null,
      isVital: place < vitalFew,
    };
  });
  return {rows, total, vitalFew};
}

function orderOf(counts: readonly number[], last: readonly number[]): number[] {
  const byCount = (a: number, b: number) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b;
  const sorted = [...counts.keys()].sort(byCount);
  return [...sorted.filter((index) => !last.includes(index)), ...sorted.filter((index) => last.includes(index))];
}

function runningSums(values: readonly number[]): number[] {
  let sum = 0;
  return values.map((value) => {
    sum += value;
    return sum;
  });
}

function rankIntervals(counts: readonly number[], last: readonly number[], level: number): Map<number, Interval> {
  const own = [...counts.keys()].filter((index) => !last.includes(index));
  if (own.length === 0) return new Map();
  const ranks = rankDistribution(own.map((index) => counts[index] ?? 0));
  return new Map(own.map((index, place) => [index, rankInterval(ranks[place] ?? [], level)]));
}
