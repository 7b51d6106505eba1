import {centreOf} from "./centre.ts";
import {type ChartKind, type ControlChart, fewestForLimits} from "./control-chart.ts";
import {cChart, pChart, uChart} from "./count-charts.ts";
import type {PeriodSeries} from "./series.ts";

/** What is to be charted: events with or without a denominator, a share of cases, or a measurement such as days. */
export type Chartable =
  | Readonly<{kind: "count"; counts: PeriodSeries; exposures?: PeriodSeries; period: "month" | "quarter" | "year"}>
  | Readonly<{kind: "share"; successes: PeriodSeries; totals: PeriodSeries}>
  | Readonly<{kind: "measurement"; values: PeriodSeries}>;

/** Why a chart was chosen: a code that the texts have words for. */
export type ChartReason =
  | "too-few-points"
  | "measurement"
  | "share"
  | "overdispersed-share"
  | "varying-exposure"
  | "overdispersed-rate"
  | "steady-exposure"
  | "overdispersed-count"
  | "few-events"
  | "rare-events-by-quarter"
  | "rare-events";

/** "points": no limits at all. "by-quarter": add the months up and choose again. "between": time or cases between events. */
export type ChartChoice = Readonly<{
  chart: Exclude<ChartKind, "g" | "t"> | "points" | "by-quarter" | "between";
  reason: ChartReason;
  /** Mean number of events per period, of counts. */
  mean: number | null;
  sigmaZ: number | null;
}>;

/** Fewer events per period than this are too rare for limits on counts. */
const rare = 2;
/** Normal limits need this many events per period. */
const enough = 5;
/** Laney's sigma above this: the periods differ by more than chance. */
const overdispersed = 1.2;
/** Exposures within this part of their mean count as equal (Montgomery § 7.3). */
const steadyWithin = 0.25;
const monthsPerQuarter = 3;

/**
 * The chart that fits the data, and why. Counts: c, from exposures that vary u, the prime form where the points vary more
 * than chance (Laney's sigma above 1.2); few events get exact limits, rare ones are added up by quarter or charted by the
 * time between. Shares: p or p'. Anything else: XmR. Fewer than 6 points: no limits.
 */
export function chartChoice(data: Chartable): ChartChoice {
  if (data.kind === "measurement") return withPoints(data.values, {chart: "xmr", reason: "measurement"});
  if (data.kind === "share") return shareChoice(data.successes, data.totals);
  return countChoice(data);
}

function withPoints(values: PeriodSeries, choice: Pick<ChartChoice, "chart" | "reason">): ChartChoice {
  const isEnough = knownOf(values).length >= fewestForLimits;
  return {...(isEnough ? choice : {chart: "points", reason: "too-few-points"}), mean: null, sigmaZ: null};
}

function shareChoice(successes: PeriodSeries, totals: PeriodSeries): ChartChoice {
  const chart = pChart(successes, totals);
  const sigmaZ = sigmaZOf(chart);
  const choice = withPoints(
    chart.points.map(({value}) => value),
    isOverdispersed(sigmaZ) ? {chart: "p-prime", reason: "overdispersed-share"} : {chart: "p", reason: "share"},
  );
  return {...choice, sigmaZ};
}

function countChoice({counts, exposures, period}: Extract<Chartable, {kind: "count"}>): ChartChoice {
  const isVarying = exposures !== undefined && !isSteady(exposures);
  const chart = isVarying ? uChart(counts, exposures) : cChart(counts);
  const known = knownOf(chart.points.map(({value}) => value));
  if (known.length < fewestForLimits) return {chart: "points", reason: "too-few-points", mean: null, sigmaZ: null};
  const mean = centreOf(counts);
  const sigmaZ = sigmaZOf(chart);
  if (mean < rare) {
    const quarters = Math.floor(known.length / monthsPerQuarter);
    const isByQuarter = period === "month" && mean * monthsPerQuarter >= rare && quarters >= fewestForLimits;
    const choice = isByQuarter
      ? ({chart: "by-quarter", reason: "rare-events-by-quarter"} as const)
      : ({chart: "between", reason: "rare-events"} as const);
    return {...choice, mean, sigmaZ};
  }
  return {...plainOrPrime({isVarying, mean, sigmaZ}), mean, sigmaZ};
}

function plainOrPrime({isVarying, mean, sigmaZ}: Readonly<{isVarying: boolean; mean: number; sigmaZ: number | null}>) {
  if (isOverdispersed(sigmaZ))
    return isVarying
      ? ({chart: "u-prime", reason: "overdispersed-rate"} as const)
      : ({chart: "c-prime", reason: "overdispersed-count"} as const);
  if (isVarying) return {chart: "u", reason: "varying-exposure"} as const;
  return {chart: "c", reason: mean < enough ? "few-events" : "steady-exposure"} as const;
}

function isOverdispersed(sigmaZ: number | null): boolean {
  return sigmaZ !== null && sigmaZ > overdispersed;
}

function isSteady(exposures: PeriodSeries): boolean {
  const known = exposures.filter((exposure) => exposure !== null && exposure > 0);
  if (known.length === 0 || known.length < exposures.length) return false;
  const mean = centreOf(known);
  return known.every((exposure) => exposure !== null && Math.abs(exposure / mean - 1) <= steadyWithin);
}

function sigmaZOf({phases}: ControlChart): number | null {
  return phases[0]?.sigmaZ ?? null;
}

function knownOf(values: PeriodSeries): number[] {
  return values.filter((value) => value !== null);
}
