import {requireCount, tailOf} from "./argument.ts";
import {gammaLowerQuantile, gammaUpperQuantile} from "./gamma.ts";
import type {Interval} from "./interval.ts";
import {normalQuantile} from "./normal.ts";

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
  const z = -normalQuantile(tailOf(level));
  return {lower: count === 0 ? 0 : Math.max(0, byarLimit(count, -z)), upper: byarLimit(count + 1, z)};
}

/**
 * Interval for a published number of events: exact below 10, Byar from 10, the convention of Public Health England
 * (PHEindicatormethods), so that our figures can be set beside theirs.
 */
export function countInterval(count: number, level = 0.95): Interval {
  return count < byarFrom ? exactPoissonInterval(count, level) : byarInterval(count, level);
}

function byarLimit(count: number, z: number): number {
  return count * (1 - 1 / (9 * count) + z / (3 * Math.sqrt(count))) ** 3;
}
