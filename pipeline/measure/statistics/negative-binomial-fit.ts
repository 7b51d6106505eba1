import {requireCount, requirePositive, requireThat} from "./argument.ts";
import {lnNegativeBinomialPmf, negativeBinomialCdf} from "./negative-binomial-pmf.ts";
import {lnPoissonPmf, poissonCdf} from "./poisson.ts";

/** A gamma distribution of rates: mean shape / rate. A shape of Infinity is one common rate, `mean`. */
export type GammaPrior = Readonly<{shape: number; rate: number}>;
/** `mean` is per unit of exposure. `theta` is Infinity when the counts vary no more than Poisson counts do. */
export type NegativeBinomialFit = Readonly<{mean: number; theta: number; logLikelihood: number}>;
export type Units = Readonly<{counts: readonly number[]; exposures: readonly number[]}>;

const rootTolerance = 1e-13;
const widest = 40;
const mostSteps = 100;

/**
 * Negative binomial distribution of counts with mean · exposure as expectation and variance m + m² / theta, fitted by
 * maximum likelihood: the estimates of `MASS::glm.nb(counts ~ 1 + offset(log(exposures)))`. The rates behind the counts
 * then have a gamma distribution with shape theta and rate theta / mean (Lawless, Can J Stat 1987;15:209).
 *
 * theta is Infinity when the likelihood still rises there, Σ(y - m)² <= Σy: no difference between the rates can be shown.
 */
export function negativeBinomialFit(counts: readonly number[], exposures = counts.map(() => 1)): NegativeBinomialFit {
  requireUnits({counts, exposures});
  const units = {counts, exposures};
  const mean = sum(counts) / sum(exposures);
  if (!isOverdispersed(units, mean))
    return {mean, theta: Infinity, logLikelihood: thetaLogLikelihood(units, mean, Infinity)};
  const slope = (lnTheta: number) => thetaSlope(units, meanAt(units, mean, Math.exp(lnTheta)), Math.exp(lnTheta));
  const theta = Math.exp(fallingRoot(slope, Math.log(momentTheta(units, mean))));
  if (theta > 1e9) return {mean, theta: Infinity, logLikelihood: thetaLogLikelihood(units, mean, Infinity)};
  const fitted = meanAt(units, mean, theta);
  return {mean: fitted, theta, logLikelihood: thetaLogLikelihood(units, fitted, theta)};
}

/** Probability of at most `count` events in a unit of this exposure, drawn from the fitted distribution. */
export function predictiveCdf(
  count: number,
  exposure: number,
  {mean, theta}: Pick<NegativeBinomialFit, "mean" | "theta">,
): number {
  requirePositive(exposure, "exposure");
  return theta === Infinity ? poissonCdf(count, mean * exposure) : negativeBinomialCdf(count, theta, mean * exposure);
}

/** Counts and exposures of the same units, one of each for every unit. */
export function requireUnits({counts, exposures}: Units): void {
  requireThat(counts.length > 0, "number of units", counts.length);
  requireThat(exposures.length === counts.length, "number of exposures", exposures.length);
  for (const count of counts) requireCount(count);
  for (const exposure of exposures) requirePositive(exposure, "exposure");
}

function isOverdispersed({counts, exposures}: Units, mean: number): boolean {
  return sum(counts.map((y, i) => (y - mean * at(exposures, i)) ** 2 - y)) > 0;
}

function momentTheta({counts, exposures}: Units, mean: number): number {
  const expected = exposures.map((exposure) => mean * exposure);
  const excess = sum(counts.map((y, i) => (y - at(expected, i)) ** 2 - y));
  return sum(expected.map((m) => m * m)) / excess;
}

/** The mean that solves its score equation at this theta; the log likelihood is concave in ln mean. */
export function meanAt({counts, exposures}: Units, start: number, theta: number): number {
  if (exposures.every((exposure) => exposure === exposures[0])) return start;
  let lnMean = Math.log(start);
  for (let step = 0; step < 100; step++) {
    let [score, information] = [0, 0];
    counts.forEach((y, i) => {
      const m = Math.exp(lnMean) * at(exposures, i);
      score += (theta * (y - m)) / (theta + m);
      information += ((theta * m) / (theta + m)) * ((theta + y) / (theta + m));
    });
    const move = Math.max(-1, Math.min(1, score / information));
    lnMean += move;
    if (Math.abs(move) < rootTolerance) break;
  }
  return Math.exp(lnMean);
}

/** Derivative of the log likelihood by theta. */
function thetaSlope({counts, exposures}: Units, mean: number, theta: number): number {
  return sum(
    counts.map((y, i) => {
      const m = mean * at(exposures, i);
      let harmonic = 0;
      for (let k = 0; k < y; k++) harmonic += 1 / (theta + k);
      return harmonic - Math.log1p(m / theta) + (m - y) / (m + theta);
    }),
  );
}

export function thetaLogLikelihood({counts, exposures}: Units, mean: number, theta: number): number {
  return sum(
    counts.map((y, i) => {
      const m = mean * at(exposures, i);
      return theta === Infinity ? lnPoissonPmf(y, m) : lnNegativeBinomialPmf(y, theta, m);
    }),
  );
}

/** Where a function that goes from above to below 0 crosses it: widen around the start, then the Illinois method. */
function fallingRoot(slope: (x: number) => number, start: number): number {
  let [low, high] = [start - 0.5, start + 0.5];
  while (slope(low) < 0 && low > start - widest) low -= 1;
  while (slope(high) > 0 && high < start + widest) high += 1;
  let [above, below, last] = [slope(low), slope(high), 0];
  for (let step = 0; step < mostSteps && high - low > rootTolerance * Math.max(1, Math.abs(low)); step++) {
    const x = (low * below - high * above) / (below - above);
    const middle = x > low && x < high ? x : (low + high) / 2;
    const value = slope(middle);
    if (value === 0) return middle;
    if (value > 0) [low, above, below] = [middle, value, last > 0 ? below / 2 : below];
    else [high, below, above] = [middle, value, last < 0 ? above / 2 : above];
    last = value;
  }
  return (low + high) / 2;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function at(values: readonly number[], index: number): number {
  return values[index] ?? Number.NaN;
}
