import {requireCount, requirePositive, requireThat, tailOf} from "./argument.ts";
import {betaOddsQuantile, regularisedBetaAtOdds} from "./beta.ts";
import type {Interval} from "./interval.ts";

/** Exposures in any common unit (months, discharges); equal when left out. Jeffreys' prior (½, 0) when left out. */
export type PeriodOptions = Readonly<{
  level?: number;
  exposureBefore?: number;
  exposureNow?: number;
  prior?: Readonly<{shape: number; rate: number}>;
}>;
/** The rate now divided by the rate before: posterior median, interval, and the probabilities of a rise and a fall. */
export type PeriodRatio = Interval &
  Readonly<{ratio: number; probabilityOfIncrease: number; probabilityOfDecrease: number}>;

type Posteriors = Readonly<{scale: number; before: number; now: number}>;

const jeffreys = {shape: 0.5, rate: 0};

/**
 * Compares the rates behind the counts of two periods. Each rate has a gamma posterior, so their ratio follows from a
 * Beta(now + shape, before + shape) variable B in closed form: B / (1 - B) · (exposureBefore + rate) / (exposureNow + rate).
 * The interval is equal-tailed, 95 % when nothing else is said.
 *
 * Assumes independent events and a constant rate within each period: several reports of one case, seasons that
 * differ between the periods and changed reporting habits are not in the interval.
 */
export function periodRatio(before: number, now: number, options: PeriodOptions = {}): PeriodRatio {
  const posteriors = posteriorsOf(before, now, options);
  const tail = tailOf(options.level ?? 0.95);
  const {scale} = posteriors;
  return {
    ratio: scale * betaOddsQuantile(0.5, posteriors.now, posteriors.before),
    lower: scale * betaOddsQuantile(tail, posteriors.now, posteriors.before),
    upper: scale / betaOddsQuantile(tail, posteriors.before, posteriors.now),
    ...changeProbabilities(posteriors),
  };
}

/** The two probabilities of `periodRatio` alone. */
export function periodChange(
  before: number,
  now: number,
  options: PeriodOptions = {},
): Pick<PeriodRatio, "probabilityOfIncrease" | "probabilityOfDecrease"> {
  return changeProbabilities(posteriorsOf(before, now, options));
}

function changeProbabilities({scale, before, now}: Posteriors) {
  return {
    probabilityOfIncrease: regularisedBetaAtOdds(scale, before, now),
    probabilityOfDecrease: regularisedBetaAtOdds(1 / scale, now, before),
  };
}

function posteriorsOf(before: number, now: number, options: PeriodOptions): Posteriors {
  const {exposureBefore = 1, exposureNow = 1, prior = jeffreys} = options;
  requireCount(before);
  requireCount(now);
  requirePositive(exposureBefore, "exposure");
  requirePositive(exposureNow, "exposure");
  requireThat(prior.rate >= 0, "prior rate", prior.rate);
  const scale = (exposureBefore + prior.rate) / (exposureNow + prior.rate);
  requireThat(Number.isFinite(scale) && scale > 0, "ratio of exposures", scale);
  requirePositive(before + prior.shape, "shape");
  requirePositive(now + prior.shape, "shape");
  return {scale, before: before + prior.shape, now: now + prior.shape};
}
