import {requireThat, tailOf} from "./argument.ts";
import {type GammaPair, gammaRatio, gammaRatioOfRatios, type RatioInterval} from "./gamma-ratio.ts";
import {harmonicsFrom, type InterruptedSeries, interruptedSeries} from "./interrupted-series.ts";
import {fewestForDispersion, type Observed, scatterOf, scatterOfPairs} from "./scatter.ts";
import {raisedLevel, scatterDegrees, sideDegrees} from "./scatter-degrees.ts";
import {studentQuantile} from "./student.ts";

/** Counts in equal periods, null where nothing was delivered, and what they are counted among. */
export type Series = Readonly<{counts: readonly (number | null)[]; exposures?: readonly number[]}>;
export type EffectQuestion = Series &
  Readonly<{
    /** Number of periods before the decision took effect, from its date. */
    before: number;
    /** Reports follow the habit of reporting: no number of them is an improvement by itself. */
    counted: "prosessmaal" | "meldingar";
    /** Which way is better; left out when nobody has declared it. */
    better?: "ned" | "opp";
    /** Periods (0 is the first) that begin after a break in the series. */
    breaks?: readonly number[];
    /** A series with the same periods that the decision should not have touched. */
    control?: Series;
  }> &
  Season;
/** Monthly and seasonal when nothing else is said; a share of something counted the same way is often not seasonal. */
export type Season = Readonly<{periodsPerYear?: number; seasonal?: boolean}>;
export type EffectMethod = "segmentert" | "nivaa" | "gamma";
export type EffectVerdict =
  | "betring_paavist"
  | "truleg_betring"
  | "kan_ikkje_avgjerast"
  | "forverring"
  /** A change is shown, but not whether it is for the better. */
  | "endring";
export type Effect = Readonly<{
  verdict: EffectVerdict;
  method: EffectMethod | null;
  /** The rate after divided by what it would have been, 95 %; by the control's ratio too where there is one. */
  effect: RatioInterval | null;
  /** 80 %: what "truleg" rests on. */
  likely: RatioInterval | null;
  /** The regression behind it, with dispersion, autocorrelation, effect at the end and cases avoided. */
  series: InterruptedSeries | null;
  /** Periods left out because they lie beyond a break: the verdict says nothing of them. */
  cutByBreak: number;
  /**
   * Why the verdict is no stronger. `for_kort`: nothing on one side, or too few periods to see how much they scatter.
   * `brot`: a break at the decision. `aarstid`: less than a year before it, so that a season may look like an effect.
   */
  reason: "for_kort" | "brot" | "aarstid" | null;
}>;
/** How a change is judged. Matched: only against the same months of the year before. Weak: never more than truleg. */
export type EffectPlan = Readonly<{method: EffectMethod; matched: boolean; weak: "for_kort" | "aarstid" | null}>;

const fewestForLevel = 8;
const fewestForSlope = 12;
const likelyLevel = 0.8;
const sureLevel = 0.95;
const jeffreys = 0.5;

/**
 * Level and trend from 12 periods on each side and, where there are seasons, two years and two periods in all: with
 * less a season passes for a change of trend. Otherwise two sums over the same months where there is a year before;
 * else level only from 8 periods on each side, and below that two sums.
 */
export function effectPlan(before: number, after: number, season: Season = {}): EffectPlan {
  const {periodsPerYear = 12, seasonal = true} = season;
  const hasSeason = seasonal && periodsPerYear > 1;
  const fewest = Math.min(before, after);
  const isLong = fewest >= fewestForSlope && (!hasSeason || before + after >= 2 * periodsPerYear + 2);
  if (isLong) return {method: "segmentert", matched: false, weak: null};
  const matched = hasSeason && before >= periodsPerYear;
  const periods = matched ? 2 * Math.min(after, periodsPerYear) : before + after;
  const unseen = hasSeason && !matched ? "aarstid" : null;
  const weak = periods < fewestForDispersion ? "for_kort" : unseen;
  return {method: !matched && fewest >= fewestForLevel ? "nivaa" : "gamma", matched, weak};
}

/**
 * Did it work? Compares the periods after a decision with what they would have been without it (`interruptedSeries`;
 * for short series the gamma posterior of two sums, `gammaRatio`), and says one of four verdicts. `betring_paavist` and
 * `forverring`: the whole 95 % interval lies on one side of 1. `truleg_betring`: the 80 % interval does. Anything else
 * cannot be decided. Reports, and measures whose good direction nobody has declared, are only said to have changed
 * (`endring`). With a control the two ratios are divided, and their errors added.
 *
 * The sums are divided by the dispersion where that is above 1, and their level is raised as t quantiles are above
 * normal ones (`scatterDegrees`, `sideDegrees`). The series is cut at breaks, so that nothing is compared across one. Where
 * nothing has changed `betring_paavist` is said in at most 2.5 % of series (`npm run bench calibration`).
 */
export function effectVerdict(question: EffectQuestion): Effect {
  const {counts, before, breaks = []} = question;
  requireThat(Number.isSafeInteger(before) && before > 0 && before < counts.length, "number of periods before", before);
  const first = Math.max(0, ...breaks.filter((index) => index <= before));
  const last = Math.min(counts.length, ...breaks.filter((index) => index > before));
  const cutByBreak = first + counts.length - last;
  const nothing = {verdict: "kan_ikkje_avgjerast", method: null, effect: null, likely: null, series: null} as const;
  if (first === before) return {...nothing, cutByBreak, reason: "brot"};
  const judged = judgedPair(question, {first, last, before});
  if (!judged) return {...nothing, cutByBreak, reason: "for_kort"};
  const [{method, series}] = judged.pair;
  const effect = compared(judged.pair, sureLevel);
  const likely = compared(judged.pair, likelyLevel);
  const verdict = verdictOf(question, {effect, likely, isWeak: judged.weak !== null});
  return {verdict, method, effect, likely, series, cutByBreak, reason: judged.weak};
}

type Window = Readonly<{first: number; last: number; before: number}>;
type Judged =
  | Readonly<{method: "segmentert" | "nivaa"; series: InterruptedSeries; degrees: number}>
  | Readonly<{method: "gamma"; series: null; sums: GammaPair; periods: number; degrees: number}>;
type Point = Observed & Readonly<{t: number}>;

type Pair = readonly [Judged, Judged | null];

/** The series and its control by the same method; null when there is nothing on one of the sides. */
function judgedPair(question: EffectQuestion, window: Window): (Pick<EffectPlan, "weak"> & {pair: Pair}) | null {
  const {control, periodsPerYear = 12} = question;
  const all = [question, ...(control ? [control] : [])].map((series) => sidesOf(series, window));
  const fewest = (side: keyof Sides) => Math.min(...all.map((sides) => sides[side].length));
  if (fewest("earlier") === 0 || fewest("later") === 0) return null;
  const {method, matched, weak} = effectPlan(fewest("earlier"), fewest("later"), question);
  const before = window.before - window.first;
  const fits = method === "gamma" ? [null] : all.map((sides) => regression(sides, {before, method, question}));
  const judged = all.map((sides, index): Judged | null => {
    const series = fits[index];
    if (method !== "gamma" && !fits.includes(null) && series)
      return {method, series, degrees: regressionDegrees(series, method, sides)};
    return twoSums(matched ? sameMonths(sides, {before, periodsPerYear}) : sides, matched);
  });
  const [own = null, other = null] = judged;
  if (own === null || (control && other === null)) return null;
  const isShort = judged.some((one) => one?.method === "gamma" && one.periods < fewestForDispersion);
  return {weak: isShort ? "for_kort" : weak, pair: [own, other]};
}

/** Each of the first year's periods after the decision, and the same part of the year before it. */
function sameMonths(
  {earlier, later}: Sides,
  {before, periodsPerYear}: {before: number; periodsPerYear: number},
): Sides {
  const pairs = later.flatMap((point) => {
    const same = earlier.find(({t}) => t === point.t - periodsPerYear && point.t <= before + periodsPerYear);
    return same ? [[same, point] as const] : [];
  });
  return {earlier: pairs.map(([same]) => same), later: pairs.map(([, point]) => point)};
}

/** Null when no period has its match. */
function twoSums(sides: Sides, isMatched: boolean): Judged | null {
  if (sides.earlier.length === 0) return null;
  const points = [...sides.earlier, ...sides.later];
  const scatter = isMatched ? scatterOfPairs(sides.earlier, sides.later) : scatterOf([sides.earlier, sides.later]);
  return {
    method: "gamma",
    series: null,
    sums: gammaPair(sides, Math.max(1, scatter.dispersion)),
    periods: points.length,
    degrees: scatterDegrees(scatter),
  };
}

function regressionDegrees({fit}: InterruptedSeries, method: EffectMethod, {earlier, later}: Sides): number {
  const {degrees, dispersion, fitted} = fit;
  const scattered = scatterDegrees({degrees, dispersion, mean: sumOf(fitted) / fitted.length});
  return sideDegrees(scattered, {before: earlier.length, after: later.length, slope: method === "segmentert"});
}

interface Sides {
  readonly earlier: readonly Point[];
  readonly later: readonly Point[];
}

function sidesOf({counts, exposures}: Series, {first, last, before}: Window): Sides {
  const points = counts.flatMap((count, index): Point[] =>
    count === null || index < first || index >= last
      ? []
      : [{t: index - first + 1, count, exposure: exposures?.[index] ?? 1}],
  );
  return {
    earlier: points.filter(({t}) => t <= before - first),
    later: points.filter(({t}) => t > before - first),
  };
}

type Fit = Readonly<{before: number; method: EffectMethod; question: Season}>;

/** Null where the regression has no finite answer, such as after a side of nothing but zeros. */
function regression({earlier, later}: Sides, {before, method, question}: Fit): InterruptedSeries | null {
  const {periodsPerYear = 12, seasonal = true} = question;
  const points = [...earlier, ...later];
  try {
    return interruptedSeries(
      points.map(({count}) => count),
      {
        before,
        slope: method === "segmentert",
        harmonics: seasonal && periodsPerYear > 1 && points.length >= (harmonicsFrom * periodsPerYear) / 12 ? 1 : 0,
        periodsPerYear,
        exposures: points.map(({exposure}) => exposure),
        times: points.map(({t}) => t),
      },
    );
  } catch (error) {
    if (error instanceof Error && error.message.startsWith("no fit")) return null;
    throw error;
  }
}

function gammaPair({earlier, later}: Sides, scale: number): GammaPair {
  const shape = (points: readonly Point[]) => sumOf(points.map(({count}) => count)) / scale + jeffreys;
  const rate = (points: readonly Point[]) => sumOf(points.map(({exposure}) => exposure)) / scale;
  return {
    shapeBefore: shape(earlier),
    shapeAfter: shape(later),
    rateBefore: rate(earlier),
    rateAfter: rate(later),
  };
}

function compared([own, control]: Pair, level: number): RatioInterval {
  const degrees = Math.min(own.degrees, control?.degrees ?? Infinity);
  if (own.method === "gamma") {
    const raised = own.periods < fewestForDispersion ? level : raisedLevel(level, degrees);
    return control?.method === "gamma"
      ? gammaRatioOfRatios(own.sums, control.sums, raised)
      : gammaRatio(own.sums, raised);
  }
  const parts = control?.series ? [own.series, control.series] : [own.series];
  const lnRatio = Math.log(own.series.effect.ratio) - (control?.series ? Math.log(control.series.effect.ratio) : 0);
  const error = Math.sqrt(sumOf(parts.map((part) => errorOf(part) ** 2)));
  const spread = studentQuantile(1 - tailOf(level), degrees) * error;
  return {ratio: Math.exp(lnRatio), lower: Math.exp(lnRatio - spread), upper: Math.exp(lnRatio + spread)};
}

function errorOf({usesNeweyWest, standardError, neweyWestError}: InterruptedSeries): number {
  return usesNeweyWest ? neweyWestError : standardError;
}

type Found = Readonly<{effect: RatioInterval; likely: RatioInterval; isWeak: boolean}>;

function verdictOf({counted, better}: EffectQuestion, {effect, likely, isWeak}: Found): EffectVerdict {
  const shown = isWeak ? null : sideOf(effect);
  if (counted === "meldingar" || better === undefined) return shown === null ? "kan_ikkje_avgjerast" : "endring";
  if (shown !== null) return shown === better ? "betring_paavist" : "forverring";
  return sideOf(likely) === better ? "truleg_betring" : "kan_ikkje_avgjerast";
}

function sideOf({lower, upper}: RatioInterval): "ned" | "opp" | null {
  if (upper < 1) return "ned";
  return lower > 1 ? "opp" : null;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
