import {requireCount, requireProbability, requireThat} from "./argument.ts";
import {regularisedBetaAtOdds} from "./beta.ts";
import {deviance} from "./deviance.ts";
import {lnRootTwoPi, stirlingError} from "./ln-gamma.ts";
import {normalQuantile} from "./normal.ts";
import {smallestCount} from "./smallest-count.ts";

/** Probability of exactly `successes` in n independent trials that succeed with this chance (Loader 2000). */
export function binomialPmf(successes: number, n: number, chance: number): number {
  return Math.exp(lnBinomialPmf(successes, n, chance));
}

/** Natural logarithm of `binomialPmf`, also where the probability is too small for a double. */
export function lnBinomialPmf(successes: number, n: number, chance: number): number {
  requireBinomialArguments(successes, n, chance);
  if (successes === 0) return n === 0 ? 0 : n * Math.log1p(-chance);
  if (successes === n) return n * Math.log(chance);
  const failures = n - successes;
  const errors = stirlingError(n) - stirlingError(successes) - stirlingError(failures);
  const deviances = deviance(successes, n * chance) + deviance(failures, n * (1 - chance));
  return errors - deviances - lnRootTwoPi - 0.5 * (Math.log(successes) + Math.log1p(-successes / n));
}

/** Probability of at most `successes` in n trials: an incomplete beta function. 0 <= successes <= n. */
export function binomialCdf(successes: number, n: number, chance: number): number {
  requireBinomialArguments(successes, n, chance);
  if (successes === n) return 1;
  return regularisedBetaAtOdds((1 - chance) / chance, n - successes, successes + 1);
}

/** Probability of more than `successes` in n trials, accurate where it is small. */
export function binomialUpper(successes: number, n: number, chance: number): number {
  requireBinomialArguments(successes, n, chance);
  if (successes === n) return 0;
  return regularisedBetaAtOdds(chance / (1 - chance), successes + 1, n - successes);
}

/**
 * The smallest number of successes with `binomialCdf` >= probability (R's convention). A probability that is itself a
 * value of the distribution function, or within rounding of one, gives that number.
 */
export function binomialQuantile(probability: number, n: number, chance: number): number {
  requireProbability(probability);
  requireBinomialArguments(0, n, chance);
  if (n === 0 || chance === 0 || probability === 0) return 0;
  if (chance === 1 || probability === 1) return n;
  const spread = Math.sqrt(n * chance * (1 - chance));
  return smallestCount({
    probability,
    atMost: (successes) => binomialCdf(successes, n, chance),
    above: (successes) => binomialUpper(successes, n, chance),
    start: n * chance + normalQuantile(probability) * spread,
    spread,
    last: n,
  });
}

function requireBinomialArguments(successes: number, n: number, chance: number): void {
  requireCount(n, "n");
  requireCount(successes, "successes");
  requireThat(successes <= n, "successes", successes);
  requireProbability(chance);
}
