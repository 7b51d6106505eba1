import {requireCount, requireThat} from "../argument.ts";
import type {Interval} from "../interval.ts";
import {poissonQuantile} from "../poisson.ts";
import {meanOf, sumOf} from "../sum.ts";
import {
  type ChartKind,
  type ChartOptions,
  type ControlChart,
  controlChart,
  type Fit,
  sigmas,
  valuesAt,
} from "./control-chart.ts";
import {movingRanges, rangePerSigma} from "./moving-range.ts";
import {type PeriodSeries, requireCounts} from "./series.ts";

export type CountChartOptions = ChartOptions &
  Readonly<{
    /** Laney's prime chart: limits as wide as the points vary between periods. */
    prime?: boolean;
    /** Let a prime chart narrow the limits where sigmaZ is below 1, as qicharts2 does. */
    allowNarrower?: boolean;
  }>;

/** Sums of numerators and denominators; the variance of one period with denominator n is variance(centre) / n. */
type Ratios = Readonly<{
  kind: "c" | "u" | "p";
  numerators: PeriodSeries;
  denominators: PeriodSeries;
  variance: (centre: number) => number;
}>;

/** Fewer events expected than this, and the normal limits are too far off: exact ones are added. */
const fewExpected = 5;
/** The probability outside three standard deviations on one side of a normal distribution. */
const outsideThreeSigma = 0.00135;

/**
 * Chart of counts over equal exposures: mean ± 3 √mean, clipped at 0 (Montgomery 7.17). Where fewer than 5 events are
 * expected, exact Poisson limits (0.00135, 0.99865) come in addition. The prime form is u' with denominators of 1.
 */
export function cChart(counts: PeriodSeries, options: CountChartOptions = {}): ControlChart {
  requireCounts(counts);
  const denominators = counts.map(() => 1);
  return ratioChart({kind: "c", numerators: counts, denominators, variance: (centre) => centre}, options);
}

/**
 * Chart of rates: events per unit of exposure, Σ events / Σ exposure ± 3 √(centre / exposure), clipped at 0 (Montgomery
 * 7.19). Exact limits as in `cChart`. A period without exposure has no point; one that lacks either number is missing.
 */
export function uChart(counts: PeriodSeries, exposures: PeriodSeries, options: CountChartOptions = {}): ControlChart {
  requireCounts(counts);
  for (const exposure of exposures)
    if (exposure !== null) requireThat(Number.isFinite(exposure) && exposure >= 0, "exposure", exposure);
  return ratioChart({kind: "u", numerators: counts, denominators: exposures, variance: (centre) => centre}, options);
}

/**
 * Chart of shares 0-1: Σ successes / Σ n ± 3 √(p (1 - p) / n), clipped at 0 and 1. A period with n = 0 has no point; one
 * that lacks either number is missing.
 */
export function pChart(successes: PeriodSeries, totals: PeriodSeries, options: CountChartOptions = {}): ControlChart {
  requireCounts(successes);
  totals.forEach((n, i) => {
    if (n === null) return;
    requireCount(n, "n");
    requireThat((successes[i] ?? 0) <= n, "successes", successes[i] ?? 0);
  });
  const variance = (centre: number) => centre * (1 - centre);
  return ratioChart({kind: "p", numerators: successes, denominators: totals, variance}, options);
}

function ratioChart(ratios: Ratios, options: CountChartOptions): ControlChart {
  requireThat(ratios.numerators.length === ratios.denominators.length, "length", ratios.denominators.length);
  const whole = wholeOf(ratios);
  const values = whole.numerators.map((numerator, i) => ratioOf(numerator, whole.denominators[i] ?? null));
  const kind: ChartKind = options.prime ? `${ratios.kind}-prime` : ratios.kind;
  const fit = (base: readonly number[]) => ratioFit(whole, {values, base}, options);
  return controlChart({kind, values, lowest: 0, highest: ratios.kind === "p" ? 1 : Infinity, fit}, options);
}

/** A period has both numbers, and a denominator above 0, or neither. */
function wholeOf(ratios: Ratios): Ratios {
  const isWhole = ratios.numerators.map((numerator, i) => numerator !== null && (ratios.denominators[i] ?? 0) > 0);
  const kept = (series: PeriodSeries) => series.map((value, i) => (isWhole[i] ? value : null));
  return {...ratios, numerators: kept(ratios.numerators), denominators: kept(ratios.denominators)};
}

function ratioOf(numerator: number | null, denominator: number | null): number | null {
  return numerator === null || denominator === null ? null : numerator / denominator;
}

function ratioFit(
  ratios: Ratios,
  {values, base}: Readonly<{values: PeriodSeries; base: readonly number[]}>,
  {prime = false, allowNarrower = false}: CountChartOptions,
): Fit {
  const total = (series: PeriodSeries) => sumOf(valuesAt(series, base).filter((value) => value !== null));
  const centre = total(ratios.numerators) / total(ratios.denominators);
  const sigmaAt = (index: number) => {
    const denominator = ratios.denominators[index] ?? null;
    return denominator === null ? null : Math.sqrt(ratios.variance(centre) / denominator);
  };
  const deviates = base.map((index) => deviateOf(values[index] ?? null, centre, sigmaAt(index)));
  const sigmaZ = sigmaZOf(deviates);
  const widening = prime && sigmaZ !== null ? (allowNarrower ? sigmaZ : Math.max(1, sigmaZ)) : 1;
  const limitsAt = (index: number) => around(centre, sigmaAt(index), widening);
  if (prime || ratios.kind === "p") return {centre, sigmaZ, limitsAt};
  return {centre, sigmaZ, limitsAt, exactAt: exactLimitsOf(ratios.denominators, centre)};
}

function around(centre: number, sigma: number | null, widening: number): Interval | null {
  if (sigma === null) return null;
  return {lower: centre - sigmas * sigma * widening, upper: centre + sigmas * sigma * widening};
}

function deviateOf(value: number | null, centre: number, sigma: number | null): number | null {
  return value === null || sigma === null || sigma === 0 ? null : (value - centre) / sigma;
}

/** Laney, Quality Engineering 2002;14:531: the spread between periods over the spread that chance alone gives. */
function sigmaZOf(deviates: PeriodSeries): number | null {
  const average = meanOf(movingRanges(deviates));
  return average === null ? null : average / rangePerSigma;
}

/** Exact limits at an index, computed once for each exposure. */
function exactLimitsOf(exposures: PeriodSeries, rate: number): (index: number) => Interval | null {
  const known = new Map<number | null, Interval | null>();
  return (index) => {
    const exposure = exposures[index] ?? null;
    const limits = known.has(exposure) ? (known.get(exposure) ?? null) : exactLimits(rate, exposure);
    known.set(exposure, limits);
    return limits;
  };
}

function exactLimits(rate: number, exposure: number | null): Interval | null {
  if (exposure === null || rate * exposure >= fewExpected) return null;
  const quantile = (probability: number) => poissonQuantile(probability, rate * exposure) / exposure;
  return {lower: quantile(outsideThreeSigma), upper: quantile(1 - outsideThreeSigma)};
}
