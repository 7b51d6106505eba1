import {requireCount, requirePositive, requireThat} from "./argument.ts";
import {regularisedBetaAtOdds} from "./beta.ts";
import {deviance} from "./deviance.ts";
import {lnRootTwoPi, stirlingError} from "./ln-gamma.ts";

/**
 * Probability of exactly `count` events whose rate varies by a gamma distribution with this mean >= 0 and shape `size`
 * > 0: variance mean + mean² / size (R's `dnbinom(count, size, mu = mean)`). Loader's saddle-point form.
 */
export function negativeBinomialPmf(count: number, size: number, mean: number): number {
  return Math.exp(lnNegativeBinomialPmf(count, size, mean));
}

/** Natural logarithm of `negativeBinomialPmf`, also where the probability is too small for a double. */
export function lnNegativeBinomialPmf(count: number, size: number, mean: number): number {
  requireCount(count);
  requirePositive(size, "size");
  requireThat(Number.isFinite(mean) && mean >= 0, "mean", mean);
  if (count === 0) return -size * Math.log1p(mean / size);
  const n = size + count;
  const errors = stirlingError(n) - stirlingError(size) - stirlingError(count);
  const deviances = deviance(size, n / (1 + mean / size)) + deviance(count, n / (1 + size / mean));
  return errors - deviances - lnRootTwoPi + 0.5 * Math.log(size / n / count);
}

/** Probability of at most `count` such events: an incomplete beta function (R's `pnbinom(count, size, mu = mean)`). */
export function negativeBinomialCdf(count: number, size: number, mean: number): number {
  requireCount(count);
  requirePositive(size, "size");
  requireThat(Number.isFinite(mean) && mean >= 0, "mean", mean);
  return mean === 0 ? 1 : regularisedBetaAtOdds(size / mean, size, count + 1);
}
