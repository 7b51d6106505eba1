import {type GammaPrior, meanAt, negativeBinomialFit, thetaLogLikelihood, type Units} from "./negative-binomial-fit.ts";

const variations = 48;
const widestVariation = 2.4;

/**
 * The gamma distribution that the rates of these units seem to come from: the prior of empirical Bayes, by maximum
 * likelihood. A shape of Infinity says that no difference between the units can be shown (`negativeBinomialFit`).
 */
export function empiricalBayesPrior(counts: readonly number[], exposures?: readonly number[]): GammaPrior {
  const {theta, mean} = negativeBinomialFit(counts, exposures ? [...exposures] : undefined);
  return {shape: theta, rate: theta / mean};
}

/**
 * As `empiricalBayesPrior`, but with the mean of the coefficient of variation over what the counts make likely (flat
 * prior, Gelman, Bayesian Anal 2006;1:515; sum over a grid) where that has its most likely value. With a dozen units the
 * most likely spread is too small on average, and 80 % intervals of ranks hold too much. Still Infinity where no
 * difference can be shown.
 */
export function averagedPrior(counts: readonly number[], exposures = counts.map(() => 1)): GammaPrior {
  const {theta, mean} = negativeBinomialFit(counts, exposures);
  if (theta === Infinity) return {shape: theta, rate: theta};
  const units = {counts, exposures};
  const grid = Array.from({length: variations}, (_, v) => ((v + 0.5) * widestVariation) / variations);
  const means = grid.map((variation) => meanAt(units, mean, variation ** -2));
  const logs = grid.map((variation, v) => lnWeight(units, means[v] ?? mean, variation ** -2));
  const highest = Math.max(...logs);
  const weights = logs.map((log) => Math.exp(log - highest));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const variation = grid.reduce((sum, value, v) => sum + value * (weights[v] ?? 0), 0) / total;
  const shape = variation ** -2;
  return {shape, rate: shape / meanAt(units, mean, shape)};
}

/** The likelihood of a shape, integrated over the logarithm of the mean by Laplace's method. */
function lnWeight(units: Units, mean: number, theta: number): number {
  const information = units.exposures.reduce((sum, e) => sum + (theta * mean * e) / (theta + mean * e), 0);
  return thetaLogLikelihood(units, mean, theta) - Math.log(information) / 2;
}
