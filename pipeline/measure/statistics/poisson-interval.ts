import {requireCount, requirePositive, tailOf} from "./argument.ts";
import {gammaLowerQuantile, gammaUpperQuantile} from "./gamma.ts";
import type {Interval} from "./interval.ts";
import {normalUpperQuantile} from "./normal.ts";

/** "byar": Byar's approximation from 10 events and exact below. "exact": exact everywhere. */
export type CountMethod = "byar" | "exact";
/** `level` is 0.95 when left out, `method` "byar". */
export type CountOptions = Readonly<{level?: number; method?: CountMethod}>;

const byarFrom = 10;

/**
 * Exact interval for the expected number of events, given a count of independent events (Garwood, Biometrika 1936;28:437):
 * half the chi-square quantiles with 2 count and 2 count + 2 degrees of freedom. The lower limit of 0 is 0.
 */
export function exactPoissonInterval(count: number, level = 0.95): Interval {
  requireCount(count);
  const tail = tailOf(level);
  return {
    lower: count === 0 ? 0 : gammaLowerQuantile(tail, count),
    upper: gammaUpperQuantile(tail, count + 1),
  };
}

/**
 * Byar's approximation to the exact interval (Breslow & Day, Statistical Methods in Cancer Research II, 1987).
 * A lower limit that would be below 0 (a count of 0, or of very few at a high level) is 0.
 */
export function byarInterval(count: number, level = 0.95): Interval {
  requireCount(count);
  const z = normalUpperQuantile(tailOf(level));
  return {lower: count === 0 ? 0 : Math.max(0, byarLimit(count, -z)), upper: byarLimit(count + 1, z)};
}

/**
 * Interval for a published number of events: exact below 10, Byar from 10, the convention of Public Health England
 * (PHEindicatormethods), so that our figures can be set beside theirs; or exact everywhere.
 */
export function countInterval(count: number, {level = 0.95, method = "byar"}: CountOptions = {}): Interval {
  return method === "exact" || count < byarFrom ? exactPoissonInterval(count, level) : byarInterval(count, level);
}

/**
 * Observed events divided by the number expected, with the interval of the count on the same scale: an indirectly
 * standardised ratio. `expected` > 0 is taken as known without error (`expectedEvents`); multiply by the rate of the
 * reference population for an indirectly standardised rate.
 */
export function standardisedRatio(
  observed: number,
  expected: number,
  options: CountOptions = {},
): Interval & Readonly<{ratio: number}> {
  requirePositive(expected, "expected");
  const {lower, upper} = countInterval(observed, options);
  return {ratio: observed / expected, lower: lower / expected, upper: upper / expected};
}

function byarLimit(count: number, z: number): number {
  return count * (1 - 1 / (9 * count) + z / (3 * Math.sqrt(count))) ** 3;
}
