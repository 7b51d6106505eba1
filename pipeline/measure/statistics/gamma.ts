import {requirePositive, requireProbability, requireThat} from "./argument.ts";
import {continuedFraction} from "./continued-fraction.ts";
import {deviance} from "./deviance.ts";
import {tailRoot} from "./tail-root.ts";

export const lnRootTwoPi = 0.9189385332046727;
const stirlingFrom = 15;
const stirlingCoefficients = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360];

/**
 * Natural logarithm of the gamma function, z > 0. Stirling's series from 15 and up, the recurrence below.
 * Absolute error about 1e-14 for z below 15 (relative accuracy is lost next to the zeros at 1 and 2), relative 1e-15 above.
 */
export function lnGamma(z: number): number {
  requirePositive(z, "argument");
  let product = 1;
  let shifted = z;
  while (shifted < stirlingFrom) product *= shifted++;
  return (shifted - 0.5) * Math.log(shifted) - shifted + lnRootTwoPi + stirlingSeries(shifted) - Math.log(product);
}

/** ln Γ(z + 1) minus Stirling's approximation (z + ½) ln z - z + ½ ln 2π, z > 0 (Loader 2000: "stirlerr"). */
export function stirlingError(z: number): number {
  if (z >= stirlingFrom) return stirlingSeries(z);
  return lnGamma(z + 1) - (z + 0.5) * Math.log(z) + z - lnRootTwoPi;
}

function stirlingSeries(z: number): number {
  const inverseSquare = 1 / (z * z);
  return stirlingCoefficients.reduceRight((sum, coefficient) => sum * inverseSquare + coefficient, 0) / z;
}

/**
 * Regularised lower incomplete gamma function P(shape, x): the probability that a gamma variable of this shape and
 * scale 1 is at most x; for whole shapes also the probability of at least `shape` Poisson events when x are expected.
 *
 * shape > 0, x >= 0. Relative error below 1e-10 in both tails, tested for shapes from 0.01 to 1e6.
 * Series below shape + 1, continued fraction above (Press et al., Numerical Recipes § 6.2), with Loader's saddle-point
 * form of the leading term so that large shapes lose no digits.
 */
export function gammaLower(shape: number, x: number): number {
  requireGammaArguments(shape, x);
  if (x < shape + 1) return lowerSeries(shape, x);
  return 1 - upperFraction(shape, x);
}

/** Regularised upper incomplete gamma function Q(shape, x) = 1 - P(shape, x), accurate where it is small. See `gammaLower`. */
export function gammaUpper(shape: number, x: number): number {
  requireGammaArguments(shape, x);
  if (x < shape + 1) return 1 - lowerSeries(shape, x);
  return upperFraction(shape, x);
}

/**
 * The x with P(shape, x) = probability. shape > 0; 0 gives 0 and 1 gives Infinity.
 * Wilson-Hilferty start, then Newton on the logarithms of both x and the smaller tail. Relative error below 1e-10;
 * a quantile below about 1e-307 is not resolved, only small.
 */
export function gammaLowerQuantile(probability: number, shape: number): number {
  requireQuantileArguments(probability, shape);
  return probability <= 0.5 ? fromLowerTail(probability, shape) : fromUpperTail(1 - probability, shape);
}

/** The x with Q(shape, x) = probability: no digits are lost where the upper tail is small. See `gammaLowerQuantile`. */
export function gammaUpperQuantile(probability: number, shape: number): number {
  requireQuantileArguments(probability, shape);
  return probability <= 0.5 ? fromUpperTail(probability, shape) : fromLowerTail(1 - probability, shape);
}

/** The x below which a chi-square variable with `degrees` > 0 degrees of freedom falls with this probability. */
export function chiSquareQuantile(probability: number, degrees: number): number {
  requirePositive(degrees, "degrees of freedom");
  return 2 * gammaLowerQuantile(probability, degrees / 2);
}

function requireGammaArguments(shape: number, x: number): void {
  requirePositive(shape, "shape");
  requireThat(x >= 0, "x", x);
}

function requireQuantileArguments(probability: number, shape: number): void {
  requireProbability(probability);
  requirePositive(shape, "shape");
}

/** x^shape e^-x / Γ(shape + 1) */
function leadingTerm(shape: number, x: number): number {
  if (x === 0 || x === Infinity) return 0;
  return Math.exp(-stirlingError(shape) - deviance(shape, x)) / Math.sqrt(2 * Math.PI * shape);
}

function lowerSeries(shape: number, x: number): number {
  const leading = leadingTerm(shape, x);
  if (leading === 0) return 0;
  let term = 1;
  let sum = 1;
  for (let index = 1; term > sum * Number.EPSILON; index++) {
    term *= x / (shape + index);
    sum += term;
  }
  return leading * sum;
}

function upperFraction(shape: number, x: number): number {
  const leading = leadingTerm(shape, x);
  if (leading === 0) return 0;
  const first = x + 1 - shape;
  const level = (index: number) => ({a: index * (shape - index), b: first + 2 * index});
  return (leading * shape) / continuedFraction(first, level);
}

function fromLowerTail(probability: number, shape: number): number {
  if (probability === 0) return 0;
  const tail = (lnX: number) => {
    const x = Math.exp(lnX);
    return {probability: gammaLower(shape, x), slope: shape * leadingTerm(shape, x)};
  };
  return Math.exp(tailRoot(tail, probability, lnStart(probability, shape, -1)));
}

function fromUpperTail(probability: number, shape: number): number {
  if (probability === 0) return Infinity;
  const tail = (minusLnX: number) => {
    const x = Math.exp(-minusLnX);
    return {probability: gammaUpper(shape, x), slope: shape * leadingTerm(shape, x)};
  };
  return Math.exp(-tailRoot(tail, probability, -lnStart(probability, shape, 1)));
}

function lnStart(probability: number, shape: number, side: 1 | -1): number {
  const root = 1 - 1 / (9 * shape) + (side * roughNormalUpperQuantile(probability)) / (3 * Math.sqrt(shape));
  if (root > 0.1) return Math.log(shape) + 3 * Math.log(root);
  return (Math.log(side < 0 ? probability : 0.5) + lnGamma(shape + 1)) / shape;
}

/** The z exceeded with this probability (<= 0.5), within 4.5e-4: Abramowitz & Stegun 26.2.23. */
export function roughNormalUpperQuantile(probability: number): number {
  const t = Math.sqrt(-2 * Math.log(probability));
  const numerator = 2.515517 + t * (0.802853 + t * 0.010328);
  const denominator = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
  return t - numerator / denominator;
}
