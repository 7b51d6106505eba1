import {requireCount, requirePositive, requireThat} from "./argument.ts";
import {binomialCdf, binomialQuantile, binomialUpper} from "./binomial.ts";
import {type ChangeVerdict, changeVerdict, type VerdictOptions} from "./change-verdict.ts";
import {negativeBinomialCdf} from "./negative-binomial-pmf.ts";
import {normalCdf} from "./normal.ts";
import {poissonCdf, poissonUpper} from "./poisson.ts";

/**
 * The probability that `changeVerdict` says "auke" or "nedgang" although nothing has changed, for a series with this
 * many events in the two periods together: exact, for given the total the count now is binomial whatever the rate.
 */
export function falseChangeRate(total: number, options: VerdictOptions = {}): number {
  requireCount(total, "total");
  const {exposureBefore = 1, exposureNow = 1} = options;
  const share = exposureNow / (exposureBefore + exposureNow);
  const said = (now: number): ChangeVerdict => changeVerdict(total - now, now, options);
  const fewestUp = firstCount(total, (now) => said(now) === "auke");
  const fewestNotDown = firstCount(total, (now) => said(now) !== "nedgang");
  const up = fewestUp > total ? 0 : fewestUp === 0 ? 1 : binomialUpper(fewestUp - 1, total, share);
  return up + (fewestNotDown === 0 ? 0 : binomialCdf(fewestNotDown - 1, total, share));
}

/**
 * The probability that Anhøj's runs rules signal on a stable series of n useful points around its own median: longest
 * run > round(log2 n) + 3, or fewer crossings than the 5 % quantile of Binomial(n - 1, ½). Exact, by walking through all
 * arrangements of n / 2 points on each side. 0 below 10 points, where the rules are not used. n is even: an odd series
 * has one point on the median, which is no useful point; an odd n is taken as one more above than below.
 */
export function runsFalseAlarm(n: number): number {
  requireCount(n, "n");
  if (n < 10) return 0;
  const longest = Math.round(Math.log2(n)) + 3;
  const fewestCrossings = binomialQuantile(0.05, n - 1, 0.5);
  let states = new Map<string, State>();
  for (const above of [true, false])
    addState(states, {above, ups: above ? 1 : 0, run: 1, crossings: 0, weight: share({ups: 0, points: 0, above, n})});
  for (let points = 1; points < n; points++) {
    const next = new Map<string, State>();
    for (const state of states.values()) {
      for (const above of [true, false]) {
        const weight = state.weight * share({ups: state.ups, points, above, n});
        const run = above === state.above ? state.run + 1 : 1;
        if (weight === 0 || run > longest) continue;
        const crossings = state.crossings + (above === state.above ? 0 : 1);
        addState(next, {above, ups: state.ups + (above ? 1 : 0), run, crossings, weight});
      }
    }
    states = next;
  }
  const quiet = [...states.values()].filter(({crossings}) => crossings >= fewestCrossings);
  return 1 - quiet.reduce((sum, {weight}) => sum + weight, 0);
}

/** Limits of a control chart: three sigma of a normal variable, or of Poisson counts with this mean. */
export type ChartLimits = Readonly<{mean?: number; sigmas?: number}>;

/**
 * The probability that one of n stable points falls strictly outside its limits: normal, or exact for Poisson counts
 * with mean ± 3√mean (a lower limit below 0 is never passed). Known limits: limits estimated from the same points give more.
 */
export function limitsFalseAlarm(n: number, {mean, sigmas = 3}: ChartLimits = {}): number {
  requireCount(n, "n");
  requirePositive(sigmas, "sigmas");
  return -Math.expm1(n * Math.log1p(-outside(mean, sigmas)));
}

/** Counts about a mean with `dispersion` times the variance of Poisson counts, and the limits they are held against. */
export type ScatteredLimits = Readonly<{mean: number; dispersion: number; lower: number; upper: number}>;

/**
 * The probability that one of n stable counts falls strictly outside limits, whatever the limits came from: negative
 * binomial counts, Poisson with a dispersion of at most 1. Scattered counts are skewed, and pass three sigma upwards far
 * more often than normal ones.
 */
export function scatteredFalseAlarm(n: number, {mean, dispersion, lower, upper}: ScatteredLimits): number {
  requireCount(n, "n");
  requirePositive(mean, "mean");
  const atMost = (count: number) =>
    dispersion > 1 ? negativeBinomialCdf(count, mean / (dispersion - 1), mean) : poissonCdf(count, mean);
  const below = lower > 0 ? atMost(Math.ceil(lower) - 1) : 0;
  return -Math.expm1(n * Math.log1p(-Math.min(1, below + 1 - atMost(Math.max(0, Math.floor(upper))))));
}

/** Either rule: Anhøj's runs rules or a point outside the limits, taken as independent. */
export function chartFalseAlarm(n: number, limits: ChartLimits = {}): number {
  return 1 - (1 - runsFalseAlarm(n)) * (1 - limitsFalseAlarm(n, limits));
}

/** How many signals a list would hold if nothing had changed anywhere: the sum of the false-alarm rates of its series. */
export function expectedFalseSignals(rates: readonly number[]): number {
  for (const rate of rates) requireThat(rate >= 0 && rate <= 1, "rate", rate);
  return rates.reduce((sum, rate) => sum + rate, 0);
}

type State = Readonly<{above: boolean; ups: number; run: number; crossings: number; weight: number}>;

function addState(states: Map<string, State>, state: State): void {
  const key = `${state.above} ${state.ups} ${state.run} ${state.crossings}`;
  states.set(key, {...state, weight: state.weight + (states.get(key)?.weight ?? 0)});
}

/** The chance that the next point lies on this side, when half of all n points lie on each. */
function share({ups, points, above, n}: {ups: number; points: number; above: boolean; n: number}): number {
  const upsLeft = Math.ceil(n / 2) - ups;
  return (above ? upsLeft : n - points - upsLeft) / (n - points);
}

function outside(mean: number | undefined, sigmas: number): number {
  if (mean === undefined) return 2 * normalCdf(-sigmas);
  requirePositive(mean, "mean");
  const [lower, upper] = [mean - sigmas * Math.sqrt(mean), mean + sigmas * Math.sqrt(mean)];
  const below = lower > 0 ? poissonCdf(Math.ceil(lower) - 1, mean) : 0;
  return below + poissonUpper(Math.floor(upper), mean);
}

/** The smallest count where a condition that stays true begins to hold; total + 1 when it never does. */
function firstCount(total: number, holds: (count: number) => boolean): number {
  let [low, high] = [-1, total + 1];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}
