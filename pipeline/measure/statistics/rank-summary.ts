import {requireThat, tailOf} from "./argument.ts";
import {regularisedBetaAtOdds} from "./beta.ts";
import type {Interval} from "./interval.ts";
import {jeffreysPrior, type RankOptions} from "./rank-distribution.ts";

/**
 * `quantile`: the smallest ranks whose cumulative probability reaches each tail; holds at least the level.
 * `nearest`: the ranks around the most probable one whose probability together is nearest to the level.
 */
export type RankRule = "quantile" | "nearest";
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
 * Interval of whole ranks for one unit (a row of `rankDistribution`), 95 % when nothing else is said.
 *
 * Ranks are steps: an equal-tailed interval by quantiles holds about 0.92 where 0.80 is asked for. The rule `nearest`
 * starts from the most probable rank and takes in the more probable neighbour for as long as that brings the probability
 * nearer to the level: the shortest interval that is as likely as it says. It holds 0.80 within 0.02 over many lists
 * (`npm run bench calibration`); what is surer than the level in one rank alone stays surer.
 */
export function rankInterval(ranks: readonly number[], level = 0.95, rule: RankRule = "quantile"): Interval {
  const tail = tailOf(level);
  if (rule === "nearest") return nearest(ranks, level);
  const upTo = cumulative(ranks);
  const reach = (share: number) => 1 + upTo.findIndex((sum) => sum >= share - rounding);
  return {lower: reach(tail), upper: reach(1 - tail) || ranks.length};
}

function nearest(ranks: readonly number[], level: number): Interval {
  const start = startOf(ranks);
  let [first, last, held] = [start, start, ranks[start] ?? 1];
  while (last - first + 1 < ranks.length) {
    const [before, after] = [ranks[first - 1] ?? -1, ranks[last + 1] ?? -1];
    const isBefore = Math.abs(before - after) > rounding ? before > after : first > ranks.length - 1 - last;
    const next = held + Math.max(before, after);
    if (Math.abs(next - level) > Math.abs(held - level) - rounding) break;
    held = next;
    if (isBefore) first -= 1;
    else last += 1;
  }
  return {lower: first + 1, upper: last + 1};
}

/** The most probable rank; among equals the one nearest the middle of the distribution. */
function startOf(ranks: readonly number[]): number {
  const most = Math.max(...ranks);
  const middle = expectedRank(ranks) - 1;
  const equals = ranks.flatMap((p, index) => (p >= most - rounding ? [index] : []));
  return equals.reduce(
    (best, index) => (Math.abs(index - middle) < Math.abs(best - middle) ? index : best),
    equals[0] ?? 0,
  );
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
