import {requireThat, tailOf} from "./argument.ts";
import {regularisedBetaAtOdds} from "./beta.ts";
import type {Interval} from "./interval.ts";
import {jeffreysPrior, type RankOptions} from "./rank-distribution.ts";

/**
 * `quantile`: the smallest ranks whose cumulative probability reaches each tail; holds at least the level.
 * `mid`: every rank whose own middle lies between the tails; holds the level more nearly, see `rankInterval`.
 */
export type RankRule = "quantile" | "mid";
/** A unit's place among the k first: `robust` with a probability of at least 0.9, `utanfor` with at most 0.1, else `open`. */
export type TopWord = "robust" | "open" | "utanfor";
/** A unit against the middle of the list; `uskilt` cannot be told apart from it. */
export type RankGroup = "hoegare" | "uskilt" | "laagare";

const sureShare = 0.9;
const groupLevel = 0.95;
const rounding = 1e-12;

/** Mean of the rank distribution of one unit (a row of `rankDistribution`). */
export function expectedRank(ranks: readonly number[]): number {
  return ranks.reduce((sum, p, index) => sum + p * (index + 1), 0);
}

/** Probability that a unit is among the first `top`, from its row of `rankDistribution`. */
export function topProbability(ranks: readonly number[], top: number): number {
  requireThat(Number.isSafeInteger(top) && top >= 0, "top", top);
  return Math.min(1, sumOf(ranks.slice(0, top)));
}

/**
 * Equal-tailed interval of whole ranks for one unit (a row of `rankDistribution`), 95 % when nothing else is said.
 *
 * Ranks are steps, so an interval by quantiles holds more than its level: about 0.91 where 0.80 is asked for. The rule
 * `mid` takes in a rank when the middle of its step lies between the tails (mid-P; Lancaster, JASA 1961;56:223). What is
 * exactly calibrated is the interval whose end ranks count by the part of their step that lies inside (`rankCoverage`).
 */
export function rankInterval(ranks: readonly number[], level = 0.95, rule: RankRule = "quantile"): Interval {
  const tail = tailOf(level);
  const upTo = cumulative(ranks);
  if (rule === "quantile") {
    const reach = (share: number) => 1 + upTo.findIndex((sum) => sum >= share - rounding);
    return {lower: reach(tail), upper: reach(1 - tail) || ranks.length};
  }
  const isInside = ranks.map((p, index) => {
    const middle = (upTo[index] ?? 1) - p / 2;
    return middle >= tail && middle <= 1 - tail;
  });
  if (!isInside.includes(true)) return rankInterval(ranks, level);
  return {lower: 1 + isInside.indexOf(true), upper: 1 + isInside.lastIndexOf(true)};
}

/**
 * The part of a rank's step that lies between the tails of an interval of this level: 1 well inside it, 0 outside. Its
 * mean over true ranks is the coverage of a fuzzy interval (Geyer & Meeden, Stat Sci 2005;20:358), which for a right
 * posterior is exactly the level.
 */
export function rankCoverage(ranks: readonly number[], rank: number, level = 0.95): number {
  const tail = tailOf(level);
  const above = cumulative(ranks)[rank - 1] ?? 1;
  const width = ranks[rank - 1] ?? 0;
  const below = above - width;
  if (width <= 0) return above >= tail && above <= 1 - tail ? 1 : 0;
  return Math.max(0, Math.min(above, 1 - tail) - Math.max(below, tail)) / width;
}

/** Whether a unit's place among the first `top` is settled, from its row of `rankDistribution`. */
export function topWord(ranks: readonly number[], top: number): TopWord {
  const share = topProbability(ranks, top);
  if (share >= sureShare) return "robust";
  return share <= 1 - sureShare ? "utanfor" : "open";
}

/** Which half of the list a unit lies in, when its 95 % interval of ranks settles that. */
export function rankGroup(ranks: readonly number[]): RankGroup {
  const middle = (ranks.length + 1) / 2;
  const {lower, upper} = rankInterval(ranks, groupLevel);
  if (upper < middle) return "hoegare";
  return lower > middle ? "laagare" : "uskilt";
}

/**
 * Probability that unit i has a higher rate than unit j, for all pairs: closed form by the beta distribution, as in
 * `periodRatio`. ½ on the diagonal and wherever the prior says that all rates are one.
 */
export function pairwiseProbabilities(counts: readonly number[], options: RankOptions = {}): number[][] {
  const {exposures = counts.map(() => 1), prior = jeffreysPrior} = options;
  if (prior.shape === Infinity) return counts.map(() => counts.map(() => 0.5));
  const shapes = counts.map((count) => count + prior.shape);
  const rates = exposures.map((exposure) => exposure + prior.rate);
  return shapes.map((shape, i) =>
    shapes.map((other, j) => {
      if (i === j) return 0.5;
      return regularisedBetaAtOdds((rates[j] ?? 1) / (rates[i] ?? 1), other, shape);
    }),
  );
}

function cumulative(values: readonly number[]): number[] {
  let sum = 0;
  return values.map((value) => {
    sum += value;
    return sum;
  });
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
