import {requirePositive, requireThat} from "./argument.ts";
import {crossProduct, dot, inverse, type Matrix, times, transposedTimes} from "./weighted-least-squares.ts";

export type QuasiPoissonOptions = Readonly<{exposures?: readonly number[]}>;
export type QuasiPoisson = Readonly<{
  coefficients: number[];
  fitted: number[];
  /** (XᵀWX)⁻¹ with W = fitted: the covariance when the dispersion is 1. */
  unscaledCovariance: number[][];
  /** Pearson's Σ(y - μ)²/μ / (n - p), not floored. */
  dispersion: number;
  degrees: number;
  pearsonResiduals: number[];
  /** √dispersion times the Poisson standard errors, as R's `glm(family = quasipoisson)`. */
  standardErrors: number[];
}>;

const mostSteps = 200;
const enough = 1e-13;

/**
 * Log-linear regression of counts (or any values from 0) on a design by rows, with log exposure as offset, by iterated
 * weighted least squares (McCullagh & Nelder 1989 § 2.5 and 9.2). Weights μ, working response η - offset + (y - μ)/μ.
 * The coefficients are those of Poisson regression; only the standard errors know the dispersion.
 * Throws `no fit: <reason>` where a column says nothing of its own or the estimate runs off to infinity.
 */
export function quasiPoisson(y: readonly number[], design: Matrix, options: QuasiPoissonOptions = {}): QuasiPoisson {
  const {exposures = y.map(() => 1)} = options;
  requireThat(design.length === y.length, "number of rows", design.length);
  requireThat(exposures.length === y.length, "number of exposures", exposures.length);
  for (const value of y) requireThat(value >= 0 && Number.isFinite(value), "count", value);
  for (const exposure of exposures) requirePositive(exposure, "exposure");
  const offset = exposures.map(Math.log);
  let eta = y.map((value) => Math.log(value + 0.1));
  let coefficients: number[] = [];
  let deviance = Number.POSITIVE_INFINITY;
  for (let step = 0; step < mostSteps; step++) {
    const fitted = eta.map(Math.exp);
    const working = eta.map((linear, t) => linear - at(offset, t) + (at(y, t) - at(fitted, t)) / at(fitted, t));
    const covariance = inverse(crossProduct(design, fitted));
    if (!covariance) throw new Error("no fit: collinear");
    const weighted = working.map((value, t) => value * at(fitted, t));
    const next = times(covariance, transposedTimes(design, weighted));
    const moved = Math.max(...next.map((value, k) => Math.abs(value - (coefficients[k] ?? Infinity))));
    coefficients = next;
    eta = design.map((row, t) => dot(row, next) + at(offset, t));
    if (!eta.every((value) => Math.abs(value - 0) < 700)) throw new Error("no fit: diverges");
    const newDeviance = devianceOf(y, eta);
    if (moved < enough * (1 + Math.max(...next.map(Math.abs))) || (moved < 1e-9 && newDeviance >= deviance))
      return finished({y, design, eta, coefficients});
    deviance = newDeviance;
  }
  throw new Error("no fit: diverges");
}

type State = Readonly<{y: readonly number[]; design: Matrix; eta: readonly number[]; coefficients: number[]}>;

function finished({y, design, eta, coefficients}: State): QuasiPoisson {
  const fitted = eta.map(Math.exp);
  const unscaledCovariance = inverse(crossProduct(design, fitted));
  if (!unscaledCovariance) throw new Error("no fit: collinear");
  const degrees = y.length - coefficients.length;
  const pearsonResiduals = fitted.map((mean, t) => (at(y, t) - mean) / Math.sqrt(mean));
  const dispersion = degrees > 0 ? dot(pearsonResiduals, pearsonResiduals) / degrees : Number.NaN;
  const standardErrors = unscaledCovariance.map((row, k) => Math.sqrt(dispersion * at(row, k)));
  return {coefficients, fitted, unscaledCovariance, dispersion, degrees, pearsonResiduals, standardErrors};
}

/**
 * Newey & West's covariance of the coefficients (Econometrica 1987;55:703): Bartlett weights, no small-sample
 * adjustment, scores (y - μ)x, as `sandwich::NeweyWest(fit, lag, prewhite = FALSE, adjust = FALSE)`.
 */
export function neweyWest(y: readonly number[], design: Matrix, fit: QuasiPoisson, lag = 3): number[][] {
  requireThat(Number.isSafeInteger(lag) && lag >= 0, "lag", lag);
  const scores = design.map((row, t) => row.map((x) => x * (at(y, t) - at(fit.fitted, t))));
  const size = fit.coefficients.length;
  const meat = Array.from({length: size}, () => Array(size).fill(0) as number[]);
  for (let j = 0; j <= lag; j++) {
    const weight = 1 - j / (lag + 1);
    for (let t = j; t < scores.length; t++)
      addOuter(meat, {left: scores[t], right: scores[t - j], weight: j === 0 ? weight / 2 : weight});
  }
  const bread = fit.unscaledCovariance;
  return bread.map((row) => bread.map((column) => dot(row, times(meat, column))));
}

/** Lag-1 autocorrelation, about the mean of the series. */
export function lagOneCorrelation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const off = values.map((value) => value - mean);
  const variance = dot(off, off);
  return variance > 0 ? dot(off.slice(1), off.slice(0, -1)) / variance : 0;
}

type Outer = Readonly<{left: readonly number[] | undefined; right: readonly number[] | undefined; weight: number}>;

/** Adds weight · (left rightᵀ + right leftᵀ). */
function addOuter(into: number[][], {left = [], right = [], weight}: Outer): void {
  for (const [a, row] of into.entries())
    for (let b = 0; b < row.length; b++)
      row[b] = (row[b] ?? 0) + weight * (at(left, a) * at(right, b) + at(right, a) * at(left, b));
}

/** Twice the loss of log-likelihood against a fit that is exact, at these linear predictors. */
export function devianceOf(y: readonly number[], eta: readonly number[]): number {
  return (
    2 *
    y.reduce((sum, value, t) => {
      const linear = at(eta, t);
      return sum + (value === 0 ? 0 : value * (Math.log(value) - linear)) - (value - Math.exp(linear));
    }, 0)
  );
}

function at(values: readonly number[], index: number): number {
  return values[index] ?? Number.NaN;
}
