import {requirePositive, requireThat} from "./argument.ts";
import {deviance} from "./deviance.ts";
import {gammaUpper} from "./gamma.ts";
import {lnGamma, stirlingError} from "./ln-gamma.ts";
import {type GammaPrior, requireUnits} from "./negative-binomial-fit.ts";

export type RankOptions = Readonly<{
  exposures?: readonly number[];
  /** Jeffreys' prior (shape ½, rate 0) when left out. */
  prior?: GammaPrior;
}>;
/** `lnScale` is the logarithm of the density on ln x at its top. */
type Posterior = Readonly<{shape: number; rate: number; lnScale: number}>;
/** Units with the same count and exposure have the same posterior, and the same ranks: `units[i]` is its index. */
type Kinds = Readonly<{posteriors: readonly Posterior[]; units: readonly number[]}>;
type Node = Readonly<{x: number; weight: number}>;

export const jeffreysPrior: GammaPrior = {shape: 0.5, rate: 0};
const cut = 1e-14;
const widestSpacing = 0.25;
const farInRoots = 5.7;
const manyEvents = 60;
/** e^-g is far from underflow. */
const safeExponent = 600;

/**
 * Posterior distribution of the ranks of the rates behind Poisson counts: row i, column r - 1 is the probability that
 * unit i has the r-th highest rate. `counts` are whole, `exposures` in any common unit (equal when left out); rows and
 * columns sum to 1.
 *
 * Rate i has the posterior Gamma(count + shape, exposure + rate), independently. P(rank i = r) = ∫ f_i(x) · P(r - 1 of
 * the others lie above x) dx, the second factor Poisson-binomial (Laird & Louis, J Educ Stat 1989;14:29; Lin et al.,
 * Bayesian Anal 2006;1:915). Trapezoid rule on t with √x = ln(1 + e^t): the width of every posterior is then about the
 * same, and the rule converges geometrically. Absolute error below 1e-9, tested, for shapes from 0.05 to 1e6.
 * With a prior of infinite shape all rates are one, and every rank is as likely as any other.
 */
export function rankDistribution(counts: readonly number[], options: RankOptions = {}): number[][] {
  const {exposures = counts.map(() => 1), prior = jeffreysPrior} = options;
  requireUnits({counts, exposures});
  if (prior.shape === Infinity) return counts.map(() => counts.map(() => 1 / counts.length));
  requirePositive(prior.shape, "shape");
  requireThat(prior.rate >= 0, "rate", prior.rate);
  const keys = counts.map((count, i) => `${count} ${exposures[i] ?? 1}`);
  const kinds = [...new Set(keys)].map((key) => keys.indexOf(key));
  const posteriors = kinds.map((i) => posteriorOf((counts[i] ?? 0) + prior.shape, (exposures[i] ?? 1) + prior.rate));
  const kindOf = new Map(kinds.map((i, kind) => [keys[i] ?? "", kind]));
  const units = keys.map((key) => kindOf.get(key) ?? 0);
  const sums = posteriors.map(() => new Float64Array(units.length));
  for (const node of nodesOf(posteriors, units.length)) addNode(sums, {posteriors, units}, node);
  const ranks = sums.map(normalised);
  return units.map((kind) => [...(ranks[kind] ?? [])]);
}

function posteriorOf(shape: number, rate: number): Posterior {
  return {shape, rate, lnScale: 0.5 * Math.log(shape / (2 * Math.PI)) - stirlingError(shape)};
}

function nodesOf(posteriors: readonly Posterior[], units: number): Node[] {
  const scale = Math.max(...posteriors.map(({rate}) => rate));
  const lowest = Math.min(...posteriors.map(({shape, rate}) => lowestOf(shape) / rate));
  const highest = Math.max(...posteriors.map(({shape, rate}) => (Math.sqrt(shape) + farInRoots) ** 2 / rate));
  const first = Math.max(-350, tOf(Math.sqrt(lowest * scale)));
  const last = tOf(Math.sqrt(highest * scale));
  // A product of n distribution functions is √n times as sharp as one.
  const spacing = Math.min(widestSpacing, 0.55 / Math.sqrt(units));
  const count = Math.ceil((last - first) / spacing);
  return Array.from({length: count + 1}, (_, k) => {
    const t = first + k * spacing;
    const root = t > 30 ? t : Math.log1p(Math.exp(t));
    const slope = 1 / (1 + Math.exp(-t));
    return {x: (root * root) / scale, weight: (spacing * 2 * slope) / root};
  });
}

/** What at most 1e-14 of a gamma variable lies below, for P(G < g) <= g^shape / Γ(shape + 1). */
function lowestOf(shape: number): number {
  if (shape > manyEvents) return (Math.sqrt(shape) - farInRoots) ** 2;
  return Math.exp((Math.log(cut) + lnGamma(shape + 1)) / shape);
}

/** The inverse of s = ln(1 + e^t). */
function tOf(s: number): number {
  return s < 1e-300 ? -700 : s + Math.log(-Math.expm1(-s));
}

/** `weight` is the step on ln x at this node, so the density is taken on ln x too. */
function addNode(sums: readonly Float64Array[], {posteriors, units}: Kinds, {x, weight}: Node): void {
  const above = tailsAbove(posteriors, x);
  const all = poissonBinomial(units.map((kind) => above[kind] ?? 0));
  posteriors.forEach((posterior, kind) => {
    const mass = weight * densityOnLog(posterior, x);
    const sum = sums[kind];
    if (mass < 1e-18 || !sum) return;
    if ((above[kind] ?? 0) <= 0.5) addFromFirst(sum, {all, p: above[kind] ?? 0, mass});
    else addFromLast(sum, {all, p: above[kind] ?? 0, mass});
  });
}

function tailsAbove(posteriors: readonly Posterior[], x: number): number[] {
  const [first] = posteriors;
  if (first && first.rate * x < safeExponent && posteriors.every(({rate}) => rate === first.rate))
    return tailsOfOneRate(posteriors, first.rate * x);
  return posteriors.map(({shape, rate}) => tailAbove(shape, rate * x));
}

/** Shapes that differ by whole numbers: Q(a + 1, g) = Q(a, g) + g^a e^-g / Γ(a + 1). */
function tailsOfOneRate(posteriors: readonly Posterior[], g: number): number[] {
  const lowest = posteriors.reduce((least, posterior) => (posterior.shape < least.shape ? posterior : least));
  const highest = Math.max(...posteriors.map(({shape}) => shape));
  const tails = [tailAbove(lowest.shape, g)];
  let term = Math.exp(lowest.lnScale - deviance(lowest.shape, g)) / lowest.shape;
  for (let k = 0; k < highest - lowest.shape; k++) {
    tails.push(Math.min(1, (tails[k] ?? 0) + term));
    term *= g / (lowest.shape + k + 1);
  }
  return posteriors.map(({shape}) => tails[Math.round(shape - lowest.shape)] ?? 0);
}

/** P(G > g) of a gamma variable with scale 1; where less than 1e-13 is left of a tail it is not computed. */
function tailAbove(shape: number, g: number): number {
  const [root, middle] = [Math.sqrt(g), Math.sqrt(shape)];
  if (root > middle + farInRoots) return 0;
  if (shape > manyEvents && root < middle - farInRoots) return 1;
  return gammaUpper(shape, g);
}

/** x times the density at x, in Loader's saddle-point form; 0 where less than 1e-13 is left of a tail. */
function densityOnLog({shape, rate, lnScale}: Posterior, x: number): number {
  const off = Math.sqrt(rate * x) - Math.sqrt(shape);
  if (off > farInRoots || (shape > manyEvents && off < -farInRoots)) return 0;
  return Math.exp(lnScale - deviance(shape, rate * x));
}

/** Distribution of the number of successes among independent trials with these probabilities. */
function poissonBinomial(probabilities: readonly number[]): Float64Array {
  const distribution = new Float64Array(probabilities.length + 1);
  distribution[0] = 1;
  probabilities.forEach((p, trial) => {
    for (let k = trial + 1; k > 0; k--)
      distribution[k] = (distribution[k] ?? 0) * (1 - p) + (distribution[k - 1] ?? 0) * p;
    distribution[0] = (distribution[0] ?? 0) * (1 - p);
  });
  return distribution;
}

type TakenOut = Readonly<{all: Float64Array; p: number; mass: number}>;

/** Adds the distribution with one trial of probability `p` taken out again; from this end errors shrink for p <= ½. */
function addFromFirst(sum: Float64Array, {all, p, mass}: TakenOut): void {
  const inverse = 1 / (1 - p);
  let rest = 0;
  for (let k = 0; k < sum.length; k++) {
    rest = ((all[k] ?? 0) - p * rest) * inverse;
    sum[k] = (sum[k] ?? 0) + mass * rest;
  }
}

/** As `addFromFirst`, for p > ½. */
function addFromLast(sum: Float64Array, {all, p, mass}: TakenOut): void {
  const inverse = 1 / p;
  let rest = 0;
  for (let k = sum.length - 1; k >= 0; k--) {
    rest = ((all[k + 1] ?? 0) - (1 - p) * rest) * inverse;
    sum[k] = (sum[k] ?? 0) + mass * rest;
  }
}

function normalised(row: Float64Array): number[] {
  const total = row.reduce((sum, value) => sum + value, 0);
  return Array.from(row, (value) => Math.max(0, value) / total);
}
