import {requirePositive, requireThat, tailOf} from "./argument.ts";
import {regularisedBetaAtOdds} from "./beta.ts";
import {type EffectMethod, effectPlan, type Season} from "./effect.ts";
import {changedColumns, contrastOf, segmentedDesign} from "./interrupted-series.ts";
import {normalCdf} from "./normal.ts";
import {poissonCdf, poissonPmf, poissonUpper} from "./poisson.ts";
import {conditionalPValue} from "./rate-ratio-test.ts";
import {raisedLevel, scatterDegrees, sideDegrees} from "./scatter-degrees.ts";
import {studentQuantile} from "./student.ts";
import {crossProduct, inverse, quadraticForm} from "./weighted-least-squares.ts";

/** `gamma` is two sums of all periods (`periodRatio`), `betinga` the exact conditional binomial test, two-sided. */
export type Analysis = EffectMethod | "betinga";
export type Detection = Season &
  Readonly<{
    /** Expected events per period before the decision. */
    rate: number;
    before: number;
    after: number;
    /** The share of the events that would go away: 0.5 is a halving; below 0 is a rise. */
    reduction: number;
    /** What `effectVerdict` does with so many periods (`effectPlan`) when left out. */
    analysis?: Analysis;
    dispersion?: number;
    level?: number;
  }>;
export type Advice = "tel_meldingar" | "vel_prosessmaal";
/** How the chance goes with time, what could be seen at all, and what to do about it. */
export type Detectability = Readonly<{
  chances: readonly Readonly<{after: number; chance: number}>[];
  /** The smallest reduction that would be seen in the last of these times with the wanted chance; null when none would. */
  smallestReduction: number | null;
  advice: Advice;
}>;

const wantedChance = 0.8;
const adviceAfter = 12;
const jeffreys = 0.5;

/**
 * The chance that a change of this size will be shown, in the right direction, by the analysis the verdict uses.
 *
 * `gamma` and `betinga`: the exact sum over both Poisson counts. With a dispersion above 1 both counts are divided by
 * it, as the verdict does. `nivaa` and `segmentert`: the standard error that the expected counts give, and a normal
 * distribution about the true effect against the t quantile (Lachin, Stat Med 2008;27 for the principle); within 0.03
 * of simulation from 5 expected events a period.
 */
export function detectionChance(detection: Detection): number {
  return chanceByReduction(detection)(detection.reduction);
}

/** The smallest reduction that is seen with the wanted chance (0.8); null when not even the end of all events would be. */
export function smallestVisibleReduction(
  detection: Omit<Detection, "reduction">,
  chance = wantedChance,
): number | null {
  const chanceOf = chanceByReduction(detection);
  if (chanceOf(mostReduction) < chance) return null;
  let [low, high] = [0, mostReduction];
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (chanceOf(middle) >= chance) high = middle;
    else low = middle;
  }
  return high;
}

/**
 * Can we see it? For a promised reduction the chance after 6, 12 and 24 periods (months), the smallest reduction that
 * would be seen after the last of them, and whether to count reports at all: only when a year gives a chance of 0.8.
 */
export function detectability(
  detection: Omit<Detection, "after">,
  times: readonly number[] = [6, adviceAfter, 24],
): Detectability {
  const chances = times.map((after) => ({after, chance: detectionChance({...detection, after})}));
  const inAYear = detectionChance({...detection, after: adviceAfter});
  return {
    chances,
    smallestReduction: smallestVisibleReduction({...detection, after: Math.max(...times)}),
    advice: inAYear >= wantedChance ? "tel_meldingar" : "vel_prosessmaal",
  };
}

/** A regression cannot be fitted to nothing but zeros. */
const mostReduction = 0.999;

type Full = Required<Omit<Detection, "reduction" | keyof Season>>;
type Direction = Readonly<{falls: boolean}>;

function chanceByReduction(detection: Omit<Detection, "reduction">): (reduction: number) => number {
  const {rate, before, after, dispersion = 1, level = 0.95} = detection;
  requirePositive(rate, "rate");
  requirePositive(dispersion, "dispersion");
  for (const periods of [before, after]) requireThat(Number.isSafeInteger(periods) && periods > 0, "periods", periods);
  const plan = planOf(detection, level);
  if (plan === null) return () => 0;
  const full: Full = {rate, dispersion, ...plan};
  if (full.analysis === "gamma" || full.analysis === "betinga") return exactChance(full);
  return (reduction) => regressionChance(full, withinReach(reduction));
}

/** The verdict's own plan, in the terms of two sums or a regression; null where it never shows a change. */
function planOf(detection: Omit<Detection, "reduction">, level: number): Omit<Full, "rate" | "dispersion"> | null {
  const {before, after, analysis, periodsPerYear = 12} = detection;
  if (analysis) return {analysis, before, after, level};
  const {method, matched, weak} = effectPlan(before, after, detection);
  if (weak !== null) return null;
  if (method !== "gamma") return {analysis: method, before, after, level};
  const same = Math.min(after, periodsPerYear);
  const [earlier, later] = matched ? [same, same] : [before, after];
  const scatter = matched
    ? {degrees: same - 1, mean: 2 * detection.rate}
    : {degrees: earlier + later - 2, mean: detection.rate};
  const degrees = scatterDegrees({...scatter, dispersion: detection.dispersion ?? 1});
  return {analysis: method, before: earlier, after: later, level: raisedLevel(level, degrees)};
}

function withinReach(reduction: number): number {
  requireThat(reduction <= 1 && Number.isFinite(reduction), "reduction", reduction);
  return Math.min(reduction, mostReduction);
}

function exactChance(detection: Full): (reduction: number) => number {
  const {rate, before, after, dispersion} = detection;
  const meanBefore = (rate * before) / dispersion;
  const [first, last] = countsAround(meanBefore);
  const limits = new Map<boolean, number[]>();
  return (reduction) => {
    const falls = withinReach(reduction) >= 0;
    const limit = limits.get(falls) ?? rejectionLimits(detection, {falls, last});
    limits.set(falls, limit);
    const meanAfter = (rate * (1 - reduction) * after) / dispersion;
    let chance = 0;
    for (let x = first; x <= last; x++) chance += poissonPmf(x, meanBefore) * beyond(limit[x] ?? -1, meanAfter, falls);
    return Math.min(1, chance);
  };
}

/** The probability of a count of at most the limit (a fall), or of at least it (a rise). */
function beyond(limit: number, mean: number, falls: boolean): number {
  if (falls) return limit < 0 ? 0 : poissonCdf(limit, mean);
  return limit === 0 ? 1 : poissonUpper(limit - 1, mean);
}

/** The counts that hold all but 1e-15 of a Poisson distribution. */
function countsAround(mean: number): [number, number] {
  const reach = 9 * Math.sqrt(mean) + 20;
  return [Math.max(0, Math.floor(mean - reach)), Math.ceil(mean + reach)];
}

/** For each count before, the count after at which a change is shown: at most it for a fall, at least it for a rise. */
function rejectionLimits(detection: Full, {falls, last}: Direction & {last: number}): number[] {
  const limits: number[] = [];
  let y = falls ? -1 : 0;
  for (let x = 0; x <= last; x++) {
    if (falls) while (isShown({x, y: y + 1}, detection, falls)) y++;
    else while (!isShown({x, y}, detection, falls)) y++;
    limits.push(y);
  }
  return limits;
}

function isShown({x, y}: {x: number; y: number}, {before, after, level, analysis}: Full, falls: boolean): boolean {
  if (falls ? y * before >= x * after : y * before <= x * after) return false;
  if (analysis === "betinga") return conditionalPValue(y, x + y, after / (before + after)) <= 1 - level;
  const risen = regularisedBetaAtOdds(before / after, x + jeffreys, y + jeffreys);
  return (falls ? risen : 1 - risen) < tailOf(level);
}

function regressionChance({rate, before, after, dispersion, level, analysis}: Full, reduction: number): number {
  const shape = {before, slope: analysis === "segmentert"};
  const times = Array.from({length: before + after}, (_, index) => index + 1);
  const design = segmentedDesign(times, shape);
  const fitted = times.map((t) => (t > before ? rate * (1 - reduction) : rate));
  const coefficients = (design[0] ?? []).map((_, k) =>
    k === 0 ? Math.log(rate) : k === 2 ? Math.log(1 - reduction) : 0,
  );
  const covariance = inverse(crossProduct(design, fitted));
  if (!covariance) return 0;
  const rows = times.flatMap((t, index) => (t > before ? [index] : []));
  const {lnGradient} = contrastOf(rows, {design, fit: {coefficients, fitted}, changed: changedColumns(shape)});
  const error = Math.sqrt(Math.max(1, dispersion) * quadraticForm(covariance, lnGradient));
  const degrees = scatterDegrees({degrees: times.length - coefficients.length, dispersion, mean: rate});
  const t = studentQuantile(1 - tailOf(level), sideDegrees(degrees, {...shape, after}));
  return normalCdf(Math.abs(Math.log(1 - reduction)) / error - t);
}
