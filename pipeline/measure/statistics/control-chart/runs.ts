import {requireThat} from "../argument.ts";
import {binomialQuantile} from "../binomial.ts";
import type {PeriodSeries} from "./series.ts";

/**
 * `useful` points lie off the centre. The longest run may be `longestRunLimit`, the crossings not fewer than
 * `fewestCrossings`; all four are null without a useful point. The signals are null when there are too few useful points
 * to judge.
 */
export type Runs = Readonly<{
  useful: number;
  longestRun: number | null;
  longestRunLimit: number | null;
  crossings: number | null;
  fewestCrossings: number | null;
  longSignal: boolean | null;
  crossingSignal: boolean | null;
  signal: boolean | null;
}>;

/** `fewest` useful points for a judgement, 10 when left out. */
export type RunsOptions = Readonly<{fewest?: number}>;

const fewestUseful = 10;

/**
 * Runs analysis around a centre line (Anhøj & Olesen, PLoS ONE 2014;9:e113825). Points on the line and missing values are
 * skipped. A signal is a run longer than round(log2 n) + 3 (Schilling 2012), or fewer crossings than the 5 % quantile of
 * a binomial distribution with n - 1 trials and chance ½ (Chen 2010). Assumes independent points: a season gives
 * signals too.
 */
export function anhoejRuns(values: PeriodSeries, centre: number, {fewest = fewestUseful}: RunsOptions = {}): Runs {
  requireThat(Number.isFinite(centre), "centre", centre);
  const lengths = runLengths(values, centre);
  const useful = lengths.reduce((sum, length) => sum + length, 0);
  if (useful === 0) return nothingUseful;
  const longestRun = Math.max(...lengths);
  const longestRunLimit = Math.round(Math.log2(useful)) + 3;
  const crossings = lengths.length - 1;
  const fewestCrossings = binomialQuantile(0.05, useful - 1, 0.5);
  const enough = useful >= fewest;
  const [isLong, isSeldom] = [longestRun > longestRunLimit, crossings < fewestCrossings];
  return {
    useful,
    longestRun,
    longestRunLimit,
    crossings,
    fewestCrossings,
    longSignal: enough ? isLong : null,
    crossingSignal: enough ? isSeldom : null,
    signal: enough ? isLong || isSeldom : null,
  };
}

const nothingUseful: Runs = {
  useful: 0,
  longestRun: null,
  longestRunLimit: null,
  crossings: null,
  fewestCrossings: null,
  longSignal: null,
  crossingSignal: null,
  signal: null,
};

/** Lengths of the runs of useful points on one side, in order. */
function runLengths(values: PeriodSeries, centre: number): number[] {
  const lengths: number[] = [];
  let side = 0;
  for (const value of values) {
    const here = value === null ? 0 : Math.sign(value - centre);
    if (here === 0) continue;
    if (here === side) lengths.push((lengths.pop() ?? 0) + 1);
    else lengths.push(1);
    side = here;
  }
  return lengths;
}
