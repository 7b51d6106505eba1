import {requireCount, requirePositive, requireThat, tailOf} from "./argument.ts";
import {betaOddsQuantile, regularisedBetaAtOdds} from "./beta.ts";
import type {Interval} from "./interval.ts";

/** Exposures in any common unit (months, discharges); equal when left out. */
export type PeriodOptions = Readonly<{level?: number; exposureBefore?: number; exposureNow?: number}>;
/** The rate now divided by the rate before: posterior median, interval, and the probability that the rate has risen. */
export type PeriodRatio = Interval & Readonly<{ratio: number; probabilityOfIncrease: number}>;

const jeffreysShape = 0.5;

/**
 * Compares the rates behind the counts of two periods. Each rate has a gamma posterior under Jeffreys' prior (shape ½,
 * rate 0), so their ratio follows from a Beta(now + ½, before + ½) variable B in closed form:
 * B / (1 - B) · exposureBefore / exposureNow. The interval is equal-tailed, 95 % when nothing else is said.
 *
 * Assumes independent events and a constant rate within each period: several reports of one case, seasons that
 * differ between the periods and changed reporting habits are not in the interval.
 */
export function periodRatio(before: number, now: number, options: PeriodOptions = {}): PeriodRatio {
  const {level = 0.95, exposureBefore = 1, exposureNow = 1} = options;
  requireCount(before);
  requireCount(now);
  requirePositive(exposureBefore, "exposure");
  requirePositive(exposureNow, "exposure");
  const scale = exposureBefore / exposureNow;
  requireThat(Number.isFinite(scale) && scale > 0, "ratio of exposures", scale);
  const [shapeBefore, shapeNow] = [before + jeffreysShape, now + jeffreysShape];
  const tail = tailOf(level);
  return {
    ratio: scale * betaOddsQuantile(0.5, shapeNow, shapeBefore),
    lower: scale * betaOddsQuantile(tail, shapeNow, shapeBefore),
    upper: scale / betaOddsQuantile(tail, shapeBefore, shapeNow),
    probabilityOfIncrease: regularisedBetaAtOdds(scale, shapeBefore, shapeNow),
  };
}
