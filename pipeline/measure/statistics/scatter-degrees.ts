import {tailOf} from "./argument.ts";
import {normalCdf} from "./normal.ts";
import {studentQuantile} from "./student.ts";

/** What the dispersion was estimated from: points less parameters, the dispersion itself and the mean count. */
export type Scatter = Readonly<{degrees: number; dispersion: number; mean: number}>;

/** A dispersion from a handful of points cannot tell more of their tails: at most two thirds of the degrees are lost. */
const mostKurtosis = 4;
/** Below this a posterior interval has no end that a double can hold. */
const leastTail = 1e-12;

/**
 * Degrees of freedom of a dispersion estimated from skewed counts: fewer by their excess kurtosis (Satterthwaite,
 * Biometrics 1946;2:110), which for counts with this mean and dispersion is that of the negative binomial distribution.
 */
export function scatterDegrees({degrees, dispersion, mean}: Scatter): number {
  if (dispersion <= 1 || mean <= 0) return degrees;
  const kurtosis = (6 * (dispersion - 1) + 1 / dispersion) / mean;
  return (2 * degrees) / (2 + Math.min(kurtosis, mostKurtosis));
}

/**
 * Degrees of freedom of a regression about a decision: those of the shorter side, and not more than the whole fit has.
 * The cautious rule for two groups whose scatter may differ (Welch, Biometrika 1938;29:350). The pooled degrees leave no
 * room for skewed counts: with them 2.5-3.1 % of unchanged series were called improved.
 */
export function sideDegrees(
  whole: number,
  {before, after, slope}: Readonly<{before: number; after: number; slope: boolean}>,
): number {
  return Math.min(whole, Math.max(1, Math.min(before, after) - (slope ? 2 : 1)));
}

/** The level of a posterior interval that is as much wider as a t quantile with these degrees is than a normal one. */
export function raisedLevel(level: number, degrees: number): number {
  return 1 - 2 * Math.max(leastTail, normalCdf(-studentQuantile(1 - tailOf(level), degrees)));
}
