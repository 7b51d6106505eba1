import {requireThat, tailOf} from "./argument.ts";
import type {RatioInterval} from "./gamma-ratio.ts";
import type {Interval} from "./interval.ts";
import {lagOneCorrelation, neweyWest, type QuasiPoisson, quasiPoisson} from "./quasi-poisson.ts";
import {studentQuantile} from "./student.ts";
import {dot, type Matrix, quadraticForm} from "./weighted-least-squares.ts";

export type SegmentedShape = Readonly<{
  /** Number of periods before the change: T0. The first period after it is T0 + 1. */
  before: number;
  /** Whether the trend may change too; without it only the level does. */
  slope?: boolean;
  /** Number of sine and cosine pairs; 1 from 24 periods when left out. */
  harmonics?: number;
  periodsPerYear?: number;
}>;
export type InterruptedOptions = SegmentedShape &
  Readonly<{exposures?: readonly number[]; level?: number; lag?: number; times?: readonly number[]}>;
export type InterruptedSeries = Readonly<{
  fit: QuasiPoisson;
  /** Σ fitted / Σ counterfactual after the change, with the interval the verdict rests on. */
  effect: RatioInterval;
  /** The same ratio in the last period. */
  effectAtEnd: RatioInterval;
  /** Σ counterfactual - Σ fitted: what would have come but did not. */
  avoided: Interval & Readonly<{count: number}>;
  /** Standard error of ln effect by the model (dispersion floored at 1) and by Newey & West. */
  standardError: number;
  neweyWestError: number;
  lagOne: number;
  usesNeweyWest: boolean;
}>;

export const harmonicsFrom = 24;
const correlated = 0.3;
const monthlyLag = 3;

/**
 * Design by rows of a segmented regression: 1, t, level (1 for t > T0), slope (t - T0 after T0, so 1 at the first
 * point), then sin and cos of 2πkt / periodsPerYear. `times` are t = 1..n where no period is left out.
 */
export function segmentedDesign(times: readonly number[], shape: SegmentedShape): number[][] {
  const {before, slope = true, periodsPerYear = 12} = shape;
  const {harmonics = times.length >= harmonicsFrom ? 1 : 0} = shape;
  return times.map((t) => [
    1,
    t,
    t > before ? 1 : 0,
    ...(slope ? [Math.max(0, t - before)] : []),
    ...Array.from({length: harmonics}, (_, k) => (2 * Math.PI * (k + 1) * t) / periodsPerYear).flatMap((angle) => [
      Math.sin(angle),
      Math.cos(angle),
    ]),
  ]);
}

/**
 * Interrupted time series by segmented quasi-Poisson regression (Wagner et al., J Clin Pharm Ther 2002;27:299; Bernal,
 * Cummins & Gasparrini, Int J Epidemiol 2017;46:348): log E(y) = β0 + β1 t + β2 level + β3 slope [+ harmonics] +
 * log exposure. The counterfactual sets level and slope to 0.
 *
 * Intervals by the delta method with t quantiles (n - p) and the dispersion floored at 1. Where the Pearson residuals
 * have |r1| > 0.3, Newey & West's error (lag 3) is used if it is the larger: in short series it is too small, never too
 * wide. Assumes that the trend before would have gone on, and that nothing else changed at T0; T0 must come from the
 * date of the decision, never from the data. Throws `no fit: <reason>` as `quasiPoisson`.
 */
export function interruptedSeries(y: readonly number[], options: InterruptedOptions): InterruptedSeries {
  const {before, level = 0.95, lag = monthlyLag, times = y.map((_, index) => index + 1)} = options;
  requireThat(times.some((t) => t <= before) && times.some((t) => t > before), "number of periods before", before);
  const exposures = options.exposures ?? y.map(() => 1);
  const design = segmentedDesign(times, options);
  const fit = quasiPoisson(y, design, {exposures});
  requireThat(fit.degrees > 0, "degrees of freedom", fit.degrees);
  const lagOne = lagOneCorrelation(fit.pearsonResiduals);
  const robust = neweyWest(y, design, fit, lag);
  const after = times.flatMap((t, index) => (t > before ? [index] : []));
  const contrast = (rows: readonly number[]) => contrastOf(rows, {design, fit, changed: changedColumns(options)});
  const errorsOf = (gradient: readonly number[]) => ({
    model: Math.sqrt(Math.max(1, fit.dispersion) * quadraticForm(fit.unscaledCovariance, gradient)),
    robust: Math.sqrt(Math.max(0, quadraticForm(robust, gradient))),
  });
  const usesRobust = Math.abs(lagOne) > correlated;
  const errorOf = (gradient: readonly number[]) => {
    const errors = errorsOf(gradient);
    return usesRobust ? Math.max(errors.model, errors.robust) : errors.model;
  };
  const t = studentQuantile(1 - tailOf(level), fit.degrees);
  const ratioOf = ({lnRatio, lnGradient}: Contrast): RatioInterval => {
    const error = errorOf(lnGradient);
    return {ratio: Math.exp(lnRatio), lower: Math.exp(lnRatio - t * error), upper: Math.exp(lnRatio + t * error)};
  };
  const whole = contrast(after);
  const errors = errorsOf(whole.lnGradient);
  const spread = t * errorOf(whole.gradient);
  return {
    fit,
    effect: ratioOf(whole),
    effectAtEnd: ratioOf(contrast(after.slice(-1))),
    avoided: {count: whole.difference, lower: whole.difference - spread, upper: whole.difference + spread},
    standardError: errors.model,
    neweyWestError: errors.robust,
    lagOne,
    usesNeweyWest: usesRobust && errors.robust > errors.model,
  };
}

type Contrast = Readonly<{lnRatio: number; lnGradient: number[]; difference: number; gradient: number[]}>;
type Fitted = Readonly<{
  design: Matrix;
  fit: Pick<QuasiPoisson, "coefficients" | "fitted">;
  changed: readonly number[];
}>;

/** The columns that the counterfactual sets to 0. */
export function changedColumns({slope = true}: SegmentedShape): number[] {
  return slope ? [2, 3] : [2];
}

/** Σ fitted against Σ counterfactual over some rows, with derivatives by the coefficients. */
export function contrastOf(rows: readonly number[], {design, fit, changed}: Fitted): Contrast {
  const size = fit.coefficients.length;
  let [withChange, without] = [0, 0];
  const [gradientWith, gradientWithout] = [Array(size).fill(0) as number[], Array(size).fill(0) as number[]];
  for (const row of rows) {
    const x = design[row] ?? [];
    const plain = x.map((value, k) => (changed.includes(k) ? 0 : value));
    const mean = fit.fitted[row] ?? 0;
    const counterfactual = mean * Math.exp(dot(plain, fit.coefficients) - dot(x, fit.coefficients));
    withChange += mean;
    without += counterfactual;
    for (let k = 0; k < size; k++) {
      gradientWith[k] = (gradientWith[k] ?? 0) + mean * (x[k] ?? 0);
      gradientWithout[k] = (gradientWithout[k] ?? 0) + counterfactual * (plain[k] ?? 0);
    }
  }
  return {
    lnRatio: Math.log(withChange / without),
    lnGradient: gradientWith.map((value, k) => value / withChange - (gradientWithout[k] ?? 0) / without),
    difference: without - withChange,
    gradient: gradientWithout.map((value, k) => value - (gradientWith[k] ?? 0)),
  };
}
