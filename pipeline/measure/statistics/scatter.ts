import type {Scatter} from "./scatter-degrees.ts";
import {sumOf} from "./sum.ts";

/** One period: a count, and what it is counted among. */
export type Observed = Readonly<{count: number; exposure: number}>;

/** With fewer periods than this nobody can see how much they scatter. */
export const fewestForDispersion = 6;

/** Pearson's dispersion about one rate on each side; 1 when there are too few points to tell. */
export function scatterOf(sides: readonly (readonly Observed[])[]): Scatter {
  const points = sides.flat();
  const mean = sumOf(points.map(({count}) => count)) / points.length;
  const degrees = Math.max(1, points.length - 2);
  if (points.length < fewestForDispersion) return {degrees, dispersion: 1, mean};
  const squares = sides.flatMap((side) => {
    const rate = rateOf(side);
    return side.map(({count, exposure}) => (rate > 0 ? (count - rate * exposure) ** 2 / (rate * exposure) : 0));
  });
  return {degrees, dispersion: sumOf(squares) / degrees, mean};
}

/**
 * Pearson's dispersion of the later count of each pair, binomial given the pair's sum: what a month always has in common
 * with the same month of the other year is no scatter.
 */
export function scatterOfPairs(earlier: readonly Observed[], later: readonly Observed[]): Scatter {
  const ratio = rateOf(later) / rateOf(earlier);
  const pairs = earlier.flatMap((point, index) => {
    const other = later[index];
    return other && point.count + other.count > 0 ? [[point, other] as const] : [];
  });
  const squares = pairs.map(([point, other]) => {
    const n = point.count + other.count;
    const share = Number.isFinite(ratio) ? 1 / (1 + point.exposure / (ratio * other.exposure)) : 1;
    return share > 0 && share < 1 ? (other.count - n * share) ** 2 / (n * share * (1 - share)) : 0;
  });
  const degrees = Math.max(1, pairs.length - 1);
  const mean = sumOf(pairs.map(([point, other]) => point.count + other.count)) / Math.max(1, pairs.length);
  return {degrees, dispersion: unconditional(sumOf(squares) / degrees, mean), mean};
}

/**
 * The dispersion of counts whose pairs have this one: given its sum a negative binomial pair is beta-binomial, and varies
 * by less. n is the mean of the sums.
 */
function unconditional(dispersion: number, n: number): number {
  return dispersion <= 1 ? dispersion : (dispersion * (n - 1)) / Math.max(n - dispersion, n / 4);
}

function rateOf(side: readonly Observed[]): number {
  return sumOf(side.map(({count}) => count)) / sumOf(side.map(({exposure}) => exposure));
}
