import {requireProbability} from "./argument.ts";

/**
 * Sample quantile by linear interpolation of the order statistics, h = (n - 1) p: R's type 7 (Hyndman & Fan, Am Stat
 * 1996;50:361). Null of nothing.
 */
export function quantileOf(values: readonly number[], probability: number): number | null {
  requireProbability(probability);
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * probability;
  const low = sorted[Math.floor(place)];
  const high = sorted[Math.ceil(place)];
  if (low === undefined || high === undefined) return null;
  return low + (place - Math.floor(place)) * (high - low);
}

/** The middle value, or the mean of the two in the middle; null of nothing. */
export function medianOf(values: readonly number[]): number | null {
  return quantileOf(values, 0.5);
}
