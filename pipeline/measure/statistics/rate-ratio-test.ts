import {requireCount, requirePositive, tailOf} from "./argument.ts";
import {betaOddsQuantile} from "./beta.ts";
import {binomialCdf, binomialPmf, binomialUpper, lnBinomialPmf} from "./binomial.ts";
import type {Interval} from "./interval.ts";

/** Exposures in any common unit; equal when left out. `level` is 0.95 when left out. */
export type RateRatioOptions = Readonly<{level?: number; exposureBefore?: number; exposureNow?: number}>;
/**
 * The rate now divided by the rate before: null when nothing happened in either period, Infinity when nothing happened
 * before. Three two-sided p-values for no change, each with its convention in its name.
 */
export type RateRatioTest = Interval &
  Readonly<{
    ratio: number | null;
    /** Sum of the probabilities that are at most that of the observed count: R's `poisson.test` and `binom.test`. */
    pByProbability: number;
    /** Twice the smaller tail, at most 1: agrees with the interval. */
    pByDoubling: number;
    /** Twice the smaller tail with half the probability of the observed count: less conservative. */
    pMid: number;
  }>;

/** R's allowance for probabilities that differ by rounding alone. */
const sameProbability = 1 + 1e-7;

/**
 * Exact conditional test of two Poisson counts: given their sum, the count now is binomial. The interval is Clopper and
 * Pearson's for its chance, turned into a ratio (R's `poisson.test`). Covers at least at its level; `periodRatio` says
 * how likely a change is.
 */
export function rateRatioTest(before: number, now: number, options: RateRatioOptions = {}): RateRatioTest {
  const {level = 0.95, exposureBefore = 1, exposureNow = 1} = options;
  requireCount(before);
  requireCount(now);
  requirePositive(exposureBefore, "exposure");
  requirePositive(exposureNow, "exposure");
  const scale = exposureBefore / exposureNow;
  const tail = tailOf(level);
  const n = before + now;
  const chance = exposureNow / (exposureBefore + exposureNow);
  return {
    ratio: n === 0 ? null : (now / before) * scale,
    lower: now === 0 ? 0 : scale * betaOddsQuantile(tail, now, before + 1),
    upper: before === 0 ? Infinity : scale / betaOddsQuantile(tail, before, now + 1),
    pByProbability: conditionalPValue(now, n, chance),
    ...byTails(now, n, chance),
  };
}

function byTails(now: number, n: number, chance: number) {
  const atMost = binomialCdf(now, n, chance);
  const atLeast = now === 0 ? 1 : binomialUpper(now - 1, n, chance);
  const half = binomialPmf(now, n, chance) / 2;
  return {
    pByDoubling: Math.min(1, 2 * Math.min(atMost, atLeast)),
    pMid: Math.min(1, 2 * Math.min(atMost - half, atLeast - half)),
  };
}

/** R's two-sided p-value: the sum of the probabilities of all counts that are no more likely than `now` among n. */
export function conditionalPValue(now: number, n: number, chance: number): number {
  if (now === n * chance) return 1;
  if (now > n * chance) return conditionalPValue(n - now, n, 1 - chance);
  const first = firstAsUnlikely(now, n, chance);
  return Math.min(1, binomialCdf(now, n, chance) + (first > n ? 0 : binomialUpper(first - 1, n, chance)));
}

/** The first count beyond the mean that is no more probable than `now` below it; n + 1 when there is none. */
function firstAsUnlikely(now: number, n: number, chance: number): number {
  const limit = lnBinomialPmf(now, n, chance) + Math.log(sameProbability);
  let low = Math.ceil(n * chance) - 1;
  let high = n + 1;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (lnBinomialPmf(middle, n, chance) <= limit) high = middle;
    else low = middle;
  }
  return high;
}
