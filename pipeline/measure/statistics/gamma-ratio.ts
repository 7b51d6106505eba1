import {requirePositive, tailOf} from "./argument.ts";
import {betaOddsQuantile, lnBeta, regularisedBetaAtOdds} from "./beta.ts";
import type {Interval} from "./interval.ts";

/** Gamma posteriors of the rate before and after: shapes, and rates in any common unit of exposure. */
export type GammaPair = Readonly<{shapeBefore: number; shapeAfter: number; rateBefore: number; rateAfter: number}>;
export type RatioInterval = Interval & Readonly<{ratio: number}>;

const nodes = 400;
const farTail = 1e-13;

/** Median and equal-tailed interval of the rate after divided by the rate before: closed form by the beta distribution. */
export function gammaRatio(pair: GammaPair, level = 0.95): RatioInterval {
  const quantile = (p: number) => Math.exp(lnRatioQuantile(pair, p));
  const tail = tailOf(level);
  return {ratio: quantile(0.5), lower: quantile(tail), upper: quantile(1 - tail)};
}

/**
 * As `gammaRatio`, divided by the same ratio of a control series that is independent of it: its distribution is the
 * convolution of the two on the log scale, by the trapezoid rule (error below 1e-9, tested), its quantiles by bisection.
 */
export function gammaRatioOfRatios(pair: GammaPair, control: GammaPair, level = 0.95): RatioInterval {
  const [first, last] = [lnRatioQuantile(control, farTail), lnRatioQuantile(control, 1 - farTail)];
  const step = (last - first) / nodes;
  const grid = Array.from({length: nodes + 1}, (_, k) => first + k * step);
  const weights = grid.map((u) => step * lnRatioDensity(control, u));
  const below = (c: number) => grid.reduce((sum, u, k) => sum + (weights[k] ?? 0) * lnRatioCdf(pair, c + u), 0);
  const [lowest, highest] = [lnRatioQuantile(pair, farTail) - last, lnRatioQuantile(pair, 1 - farTail) - first];
  const quantile = (p: number) => Math.exp(bisected((c) => below(c) >= p, lowest, highest));
  const tail = tailOf(level);
  return {ratio: quantile(0.5), lower: quantile(tail), upper: quantile(1 - tail)};
}

function scaleOf({rateBefore, rateAfter}: GammaPair): number {
  requirePositive(rateBefore, "rate");
  requirePositive(rateAfter, "rate");
  return Math.log(rateBefore / rateAfter);
}

function lnRatioQuantile(pair: GammaPair, p: number): number {
  const {shapeAfter, shapeBefore} = pair;
  return scaleOf(pair) + Math.log(betaOddsQuantile(p, shapeAfter, shapeBefore));
}

function lnRatioCdf(pair: GammaPair, u: number): number {
  return regularisedBetaAtOdds(Math.exp(u - scaleOf(pair)), pair.shapeAfter, pair.shapeBefore);
}

function lnRatioDensity(pair: GammaPair, u: number): number {
  const lnOdds = u - scaleOf(pair);
  const {shapeAfter: a, shapeBefore: b} = pair;
  const [lnShare, lnRest] = [-Math.log1p(Math.exp(-lnOdds)), -Math.log1p(Math.exp(lnOdds))];
  return Math.exp(a * lnShare + b * lnRest - lnBeta(a, b));
}

function bisected(reached: (c: number) => boolean, low: number, high: number): number {
  let [below, above] = [low, high];
  for (let step = 0; step < 60; step++) {
    const middle = (below + above) / 2;
    if (reached(middle)) above = middle;
    else below = middle;
  }
  return (below + above) / 2;
}
