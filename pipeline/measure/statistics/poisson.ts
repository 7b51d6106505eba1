import {requireCount, requireProbability, requireThat} from "./argument.ts";
import {deviance} from "./deviance.ts";
import {gammaLower, gammaUpper} from "./gamma.ts";
import {lnRootTwoPi, stirlingError} from "./ln-gamma.ts";
import {normalQuantile} from "./normal.ts";
import {smallestCount} from "./smallest-count.ts";

/** Probability of exactly `count` events when `mean` >= 0 are expected (Loader 2000). Relative error below 1e-12. */
export function poissonPmf(count: number, mean: number): number {
  return Math.exp(lnPoissonPmf(count, mean));
}

/** Natural logarithm of `poissonPmf`, also where the probability is too small for a double. */
export function lnPoissonPmf(count: number, mean: number): number {
  requirePoissonArguments(count, mean);
  if (count === 0) return -mean;
  return -stirlingError(count) - deviance(count, mean) - lnRootTwoPi - 0.5 * Math.log(count);
}

/** Probability of at most `count` events when `mean` >= 0 are expected: an upper incomplete gamma function. */
export function poissonCdf(count: number, mean: number): number {
  requirePoissonArguments(count, mean);
  return gammaUpper(count + 1, mean);
}

/** Probability of more than `count` events, accurate where it is small. */
export function poissonUpper(count: number, mean: number): number {
  requirePoissonArguments(count, mean);
  return gammaLower(count + 1, mean);
}

/**
 * The smallest count with `poissonCdf` >= probability (R's convention). A probability that is itself a value of the
 * distribution function, or within rounding of one, gives that count. 1 gives Infinity unless the mean is 0.
 */
export function poissonQuantile(probability: number, mean: number): number {
  requireProbability(probability);
  requirePoissonArguments(0, mean);
  if (mean === 0 || probability === 0) return 0;
  if (probability === 1) return Infinity;
  return smallestCount({
    probability,
    atMost: (count) => poissonCdf(count, mean),
    above: (count) => poissonUpper(count, mean),
    start: mean + normalQuantile(probability) * Math.sqrt(mean),
    spread: Math.sqrt(mean),
    last: Infinity,
  });
}

function requirePoissonArguments(count: number, mean: number): void {
  requireCount(count);
  requireThat(Number.isFinite(mean) && mean >= 0, "mean", mean);
}
