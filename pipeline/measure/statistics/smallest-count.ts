/** `start` is near the answer, `spread` the standard deviation, `last` the greatest count there is. */
export type CountSearch = Readonly<{
  probability: number;
  atMost: (count: number) => number;
  above: (count: number) => number;
  start: number;
  spread: number;
  last: number;
}>;

/** More than the error of the distribution function, less than any step of it that somebody would ask for. */
const rounding = 1e-13;

/**
 * The smallest count whose distribution function reaches the probability, compared in the smaller tail; a step that it
 * misses by rounding alone is reached. Brackets outward from the start in widening steps, then halves.
 */
export function smallestCount({probability, atMost, above, start, spread, last}: CountSearch): number {
  const rest = 1 - probability;
  const reaches = (count: number): boolean =>
    probability <= 0.5
      ? atMost(count) >= probability * (1 - rounding)
      : above(count) <= rest * (1 + rounding) + Number.EPSILON;
  let width = Math.max(1, Math.ceil(spread / 8));
  let low = Math.min(Math.max(-1, Math.floor(start) - width), last);
  while (low >= 0 && reaches(low)) {
    low = Math.max(-1, low - width);
    width *= 2;
  }
  let high = Math.min(low + width, last);
  while (high < last && !reaches(high)) {
    low = high;
    width *= 2;
    high = Math.min(high + width, last);
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (reaches(middle)) high = middle;
    else low = middle;
  }
  return high;
}
