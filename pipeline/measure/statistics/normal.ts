import {requireProbability, requireThat} from "./argument.ts";
import {gammaLower, gammaLowerQuantile, gammaUpper, gammaUpperQuantile, lnGammaUpper} from "./gamma.ts";

/**
 * Probability that a standard normal variable is at most z. Relative error below 1e-12 down to z = -37.
 * z² / 2 of a standard normal variable is gamma distributed with shape ½.
 */
export function normalCdf(z: number): number {
  requireThat(!Number.isNaN(z), "z", z);
  const half = (z * z) / 2;
  return z < 0 ? gammaUpper(0.5, half) / 2 : 0.5 + gammaLower(0.5, half) / 2;
}

/** Natural logarithm of `normalCdf`, also where the probability is too small for a double. */
export function lnNormalCdf(z: number): number {
  if (z >= 0 || Number.isNaN(z)) return Math.log1p(-normalCdf(-z));
  return lnGammaUpper(0.5, (z * z) / 2) - Math.LN2;
}

/** The z with `normalCdf(z)` = probability, relative error below 1e-12; 0 gives -Infinity and 1 gives Infinity. */
export function normalQuantile(probability: number): number {
  requireProbability(probability);
  return probability < 0.5 ? -normalUpperQuantile(probability) : upperHalf(1 - probability);
}

/** The z exceeded with this probability: no digits are lost where the upper tail is small. See `normalQuantile`. */
export function normalUpperQuantile(probability: number): number {
  requireProbability(probability);
  return probability > 0.5 ? -upperHalf(1 - probability) : upperHalf(probability);
}

function upperHalf(tail: number): number {
  const half = tail < 0.25 ? gammaUpperQuantile(2 * tail, 0.5) : gammaLowerQuantile(1 - 2 * tail, 0.5);
  return Math.sqrt(2 * half);
}
