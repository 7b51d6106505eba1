import {requirePositive, requireProbability, requireThat} from "./argument.ts";
import {betaLnOddsQuantile, regularisedBetaAtOdds} from "./beta.ts";

/**
 * Probability that a Student variable with `degrees` > 0 degrees of freedom is at most t. Relative error below 1e-10 in
 * the lower tail: degrees / t² are the odds of a Beta(degrees / 2, ½) variable. Give -t for the upper tail.
 */
export function studentCdf(t: number, degrees: number): number {
  requireThat(!Number.isNaN(t), "t", t);
  requirePositive(degrees, "degrees of freedom");
  const tail = regularisedBetaAtOdds(degrees / t / t, degrees / 2, 0.5) / 2;
  return t < 0 ? tail : 1 - tail;
}

/** The t with `studentCdf(t, degrees)` = probability, relative error below 1e-10; 0 gives -Infinity and 1 gives Infinity. */
export function studentQuantile(probability: number, degrees: number): number {
  requireProbability(probability);
  requirePositive(degrees, "degrees of freedom");
  const tail = Math.min(probability, 1 - probability);
  const size = Math.sqrt(degrees) * Math.exp(-betaLnOddsQuantile(2 * tail, degrees / 2, 0.5) / 2);
  return probability < 0.5 ? -size : size;
}
