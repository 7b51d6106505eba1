import {requirePositive, requireProbability, requireThat} from "./argument.ts";
import {continuedFraction} from "./continued-fraction.ts";
import {deviance} from "./deviance.ts";
import {lnGamma, lnGammaOnePlus, lnRootTwoPi, stirlingError} from "./ln-gamma.ts";
import {tailRoot} from "./tail-root.ts";

/** The lower tail of a shape below this is close to 1 everywhere that the series is used. */
const smallShape = 0.1;

/**
 * Regularised lower incomplete gamma function P(shape, x): the probability that a gamma variable of this shape and
 * scale 1 is at most x; for whole shapes also the probability of at least `shape` Poisson events when x are expected.
 *
 * shape > 0, x >= 0. Relative error below 1e-10 in both tails, tested for shapes from 1e-6 to 1e7.
 * Series below shape + 1, continued fraction above (Press et al., Numerical Recipes § 6.2), with Loader's saddle-point
 * form of the leading term so that large shapes lose no digits.
 */
export function gammaLower(shape: number, x: number): number {
  requireGammaArguments(shape, x);
  return x < shape + 1 ? lowerWithin(shape, x) : 1 - upperBeyond(shape, x);
}

/** Regularised upper incomplete gamma function Q(shape, x) = 1 - P(shape, x), accurate where it is small. See `gammaLower`. */
export function gammaUpper(shape: number, x: number): number {
  requireGammaArguments(shape, x);
  if (x >= shape + 1) return upperBeyond(shape, x);
  return shape < smallShape ? upperOfSmallShape(shape, x) : 1 - lowerWithin(shape, x);
}

/** Natural logarithm of `gammaLower`, also where the probability is too small for a double. */
export function lnGammaLower(shape: number, x: number): number {
  requireGammaArguments(shape, x);
  if (x >= shape + 1) return Math.log1p(-upperBeyond(shape, x));
  if (shape < smallShape) return Math.log1p(-upperOfSmallShape(shape, x));
  return lnLeadingTerm(shape, x) + Math.log(lowerSeries(shape, x));
}

/** Natural logarithm of `gammaUpper`, also where the probability is too small for a double. */
export function lnGammaUpper(shape: number, x: number): number {
  requireGammaArguments(shape, x);
  if (x === Infinity) return -Infinity;
  if (x >= shape + 1) return lnLeadingTerm(shape, x) + Math.log(upperFraction(shape, x));
  return shape < smallShape ? Math.log(upperOfSmallShape(shape, x)) : Math.log1p(-lowerWithin(shape, x));
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

/** Probability that a chi-square variable with `degrees` > 0 degrees of freedom is at most x >= 0. See `gammaLower`. */
export function chiSquareCdf(x: number, degrees: number): number {
  requirePositive(degrees, "degrees of freedom");
  return gammaLower(degrees / 2, x / 2);
}

/** Probability that a chi-square variable exceeds x: the p-value of a test. See `chiSquareCdf`. */
export function chiSquareUpper(x: number, degrees: number): number {
  requirePositive(degrees, "degrees of freedom");
  return gammaUpper(degrees / 2, x / 2);
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

/** Logarithm of x^shape e^-x / Γ(shape + 1). */
function lnLeadingTerm(shape: number, x: number): number {
  return -stirlingError(shape) - deviance(shape, x) - lnRootTwoPi - 0.5 * Math.log(shape);
}

/** P divided by the leading term. */
function lowerSeries(shape: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let index = 1; term > sum * Number.EPSILON; index++) {
    term *= x / (shape + index);
    sum += term;
  }
  return sum;
}

/** Q divided by the leading term. */
function upperFraction(shape: number, x: number): number {
  const first = x + 1 - shape;
  return (
    shape /
    continuedFraction(
      first,
      (index) => index * (shape - index),
      (index) => first + 2 * index,
    )
  );
}

function upperBeyond(shape: number, x: number): number {
  return x === Infinity ? 0 : Math.exp(lnLeadingTerm(shape, x)) * upperFraction(shape, x);
}

function lowerWithin(shape: number, x: number): number {
  return Math.exp(lnLeadingTerm(shape, x)) * lowerSeries(shape, x);
}

/** P = x^shape / Γ(shape + 1) · (1 + shape Σ (-x)^n / n! / (shape + n)): what is left of 1 without subtracting from 1. */
function upperOfSmallShape(shape: number, x: number): number {
  const lnPower = shape * Math.log(x) - lnGammaOnePlus(shape);
  let sum = 0;
  for (let index = 1, power = -x; Math.abs(power) > 1e-18; index++, power *= -x / index) sum += power / (shape + index);
  return -Math.expm1(lnPower) - Math.exp(lnPower) * shape * sum;
}

function fromLowerTail(probability: number, shape: number): number {
  if (probability === 0) return 0;
  const tail = (lnX: number) => {
    const x = Math.exp(lnX);
    const ln = lnGammaLower(shape, x);
    return {ln, slope: shape * Math.exp(lnLeadingTerm(shape, x) - ln)};
  };
  return Math.exp(tailRoot(tail, Math.log(probability), lnStart(probability, shape, -1)));
}

function fromUpperTail(probability: number, shape: number): number {
  if (probability === 0) return Infinity;
  const tail = (minusLnX: number) => {
    const x = Math.exp(-minusLnX);
    const ln = lnGammaUpper(shape, x);
    return {ln, slope: shape * Math.exp(lnLeadingTerm(shape, x) - ln)};
  };
  return Math.exp(-tailRoot(tail, Math.log(probability), -lnStart(probability, shape, 1)));
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
