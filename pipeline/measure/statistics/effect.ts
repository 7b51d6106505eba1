import {requireThat, tailOf} from "./argument.ts";
import {type GammaPair, gammaRatio, gammaRatioOfRatios, type RatioInterval} from "./gamma-ratio.ts";
import {harmonicsFrom, type InterruptedSeries, interruptedSeries} from "./interrupted-series.ts";
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
    periodsPerYear?: number;
  }>;
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
  reason: "for_kort" | "brot" | null;
}>;

const fewestForLevel = 8;
const fewestForSlope = 12;
const fewestForDispersion = 6;
const likelyLevel = 0.8;
const sureLevel = 0.95;
const jeffreys = 0.5;

/** How a change is judged: level and trend from 12 periods on each side, level from 8, else two sums. */
export function effectMethod(before: number, after: number): EffectMethod {
  const fewest = Math.min(before, after);
  if (fewest >= fewestForSlope) return "segmentert";
  return fewest >= fewestForLevel ? "nivaa" : "gamma";
}

/**
 * Did it work? Compares the periods after a decision with what they would have been without it (`interruptedSeries`;
 * for short series the gamma posterior of two sums, `gammaRatio`, its counts divided by the dispersion where that is
 * above 1), and says one of four verdicts. `betring_paavist` and `forverring`: the whole 95 % interval lies on one side
 * of 1. `truleg_betring`: the 80 % interval does. Anything else cannot be decided. With reports, or when no direction is
 * declared good, a change is only `endring`. With a control the two ratios are divided, and their errors added.
 *
 * The series is cut at breaks, so that nothing is compared across one; a break at the decision leaves nothing to say.
 * Where nothing has changed `betring_paavist` is said in at most 2.5 % of series (`npm run bench calibration`).
 */
export function effectVerdict(question: EffectQuestion): Effect {
  const {counts, before, breaks = []} = question;
  requireThat(Number.isSafeInteger(before) && before > 0 && before < counts.length, "number of periods before", before);
  const first = Math.max(0, ...breaks.filter((index) => index <= before));
  const last = Math.min(counts.length, ...breaks.filter((index) => index > before));
  const cutByBreak = first + counts.length - last;
  const nothing = {verdict: "kan_ikkje_avgjerast", method: null, effect: null, likely: null, series: null} as const;
  if (first === before) return {...nothing, cutByBreak, reason: "brot"};
  const pair = judgedPair(question, {first, last, before});
  if (!pair) return {...nothing, cutByBreak, reason: "for_kort"};
  const [{method, series}] = pair;
  const effect = compared(pair, sureLevel);
  const likely = compared(pair, likelyLevel);
  return {verdict: verdictOf(question, effect, likely), method, effect, likely, series, cutByBreak, reason: null};
}

type Window = Readonly<{first: number; last: number; before: number}>;
type Judged =
  | Readonly<{method: "segmentert" | "nivaa"; series: InterruptedSeries}>
  | Readonly<{method: "gamma"; series: null; pair: GammaPair}>;
type Point = Readonly<{t: number; count: number; exposure: number}>;

type Pair = readonly [Judged, Judged | null];

/** The series and its control by the same method; null when there is nothing on one of the sides. */
function judgedPair(question: EffectQuestion, window: Window): Pair | null {
  const {control, periodsPerYear = 12} = question;
  const all = [question, ...(control ? [control] : [])].map((series) => sidesOf(series, window));
  if (all.some(({earlier, later}) => earlier.length === 0 || later.length === 0)) return null;
  const before = window.before - window.first;
  const method = effectMethod(
    Math.min(...all.map(({earlier}) => earlier.length)),
    Math.min(...all.map(({later}) => later.length)),
  );
  const fits = method === "gamma" ? [null] : all.map((sides) => regression(sides, {before, method, periodsPerYear}));
  const judged = all.map((sides, index): Judged => {
    const series = fits[index];
    if (method === "gamma" || fits.includes(null) || !series)
      return {method: "gamma", series: null, pair: gammaPair(sides)};
    return {method, series};
  });
  const [own, other = null] = judged;
  return own ? [own, other] : null;
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

type Fit = Readonly<{before: number; method: EffectMethod; periodsPerYear: number}>;

/** Null where the regression has no finite answer, such as after a side of nothing but zeros. */
function regression({earlier, later}: Sides, {before, method, periodsPerYear}: Fit): InterruptedSeries | null {
  const points = [...earlier, ...later];
  try {
    return interruptedSeries(
      points.map(({count}) => count),
      {
        before,
        slope: method === "segmentert",
        harmonics: points.length >= (harmonicsFrom * periodsPerYear) / 12 ? 1 : 0,
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

function gammaPair({earlier, later}: Sides): GammaPair {
  const scale = Math.max(1, dispersionOf([earlier, later]));
  const shape = (points: readonly Point[]) => sumOf(points.map(({count}) => count)) / scale + jeffreys;
  const rate = (points: readonly Point[]) => sumOf(points.map(({exposure}) => exposure)) / scale;
  return {
    shapeBefore: shape(earlier),
    shapeAfter: shape(later),
    rateBefore: rate(earlier),
    rateAfter: rate(later),
  };
}

/** Pearson's dispersion about one rate on each side; 1 when there are too few points to tell. */
function dispersionOf(sides: readonly (readonly Point[])[]): number {
  const points = sumOf(sides.map(({length}) => length));
  if (points < fewestForDispersion) return 1;
  const squares = sides.flatMap((side) => {
    const rate = sumOf(side.map(({count}) => count)) / sumOf(side.map(({exposure}) => exposure));
    return side.map(({count, exposure}) => (rate > 0 ? (count - rate * exposure) ** 2 / (rate * exposure) : 0));
  });
  return sumOf(squares) / (points - 2);
}

function compared([own, control]: Pair, level: number): RatioInterval {
  if (own.method === "gamma") {
    return control?.method === "gamma"
      ? gammaRatioOfRatios(own.pair, control.pair, level)
      : gammaRatio(own.pair, level);
  }
  const parts = control?.series ? [own.series, control.series] : [own.series];
  const lnRatio = Math.log(own.series.effect.ratio) - (control?.series ? Math.log(control.series.effect.ratio) : 0);
  const error = Math.sqrt(sumOf(parts.map((part) => errorOf(part) ** 2)));
  const degrees = Math.min(...parts.map(({fit}) => fit.degrees));
  const spread = studentQuantile(1 - tailOf(level), degrees) * error;
  return {ratio: Math.exp(lnRatio), lower: Math.exp(lnRatio - spread), upper: Math.exp(lnRatio + spread)};
}

function errorOf({usesNeweyWest, standardError, neweyWestError}: InterruptedSeries): number {
  return usesNeweyWest ? neweyWestError : standardError;
}

function verdictOf({counted, better}: EffectQuestion, sure: RatioInterval, likely: RatioInterval): EffectVerdict {
  const shown = sideOf(sure);
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
