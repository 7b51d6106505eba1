import {requireCount, requireThat} from "../argument.ts";
import type {Interval} from "../interval.ts";
import {medianOf} from "../quantile.ts";
import {anhoejRuns, type Runs} from "./runs.ts";
import {type PeriodSeries, type Phase, phasesOf, type Rebase, requireSeries} from "./series.ts";

export type ChartKind = "xmr" | "c" | "c-prime" | "u" | "u-prime" | "p" | "p-prime" | "g" | "t";

export type ChartOptions = Readonly<{
  /** Centre and limits are locked to the first periods of each phase, this many; all periods when left out. */
  baseline?: number;
  rebases?: readonly Rebase[];
  /** Indices of points left out of centre, limits and runs, but still tested against the limits. */
  excluded?: readonly number[];
  /** Fewest points that limits are drawn from, 6 when left out. */
  fewest?: number;
  /** Line of the runs analysis: the median when left out, since counts are skewed. */
  runsAround?: "median" | "centre";
}>;

/** "none": too few points, no limits. "trial": fewer than 12 points, limits that will move. */
export type LimitStatus = "none" | "trial" | "full";

/**
 * `value` is null for a missing period. `lower` and `upper` are null where no limits are drawn; `noLowerLimit` says that
 * the lower limit lies at the lowest value there is, so that no point can fall below it. `outside` is strict. `exact` are
 * limits by Poisson quantiles, where few events are expected.
 */
export type ControlPoint = Readonly<{
  value: number | null;
  centre: number | null;
  lower: number | null;
  upper: number | null;
  noLowerLimit: boolean;
  noUpperLimit: boolean;
  outside: "above" | "below" | null;
  exact: (Interval & Readonly<{outside: "above" | "below" | null}>) | null;
}>;

/** `points` is the number that centre and limits come from; `sigmaZ` is Laney's, of the prime charts and their plain forms. */
export type ControlPhase = Phase &
  Readonly<{
    points: number;
    status: LimitStatus;
    centre: number | null;
    averageRange: number | null;
    sigmaZ: number | null;
    runs: Runs;
  }>;

export type ControlChart = Readonly<{
  kind: ChartKind;
  points: readonly ControlPoint[];
  phases: readonly ControlPhase[];
}>;

/** Centre and limits as estimated from some of the points; `limitsAt` is null where a period has no limits. */
export type Fit = Readonly<{
  centre: number;
  limitsAt: (index: number) => Interval | null;
  exactAt?: (index: number) => Interval | null;
  averageRange?: number | null;
  sigmaZ?: number | null;
}>;

/** What a kind of chart adds: its values, the lowest and highest there can be, and how `base` gives centre and limits. */
export type Process = Readonly<{
  kind: ChartKind;
  values: PeriodSeries;
  lowest: number;
  highest: number;
  /** `base` holds the indices to estimate from, missing periods among them; at least one has a value. */
  fit: (base: readonly number[]) => Fit;
}>;

export const sigmas = 3;
export const fewestForLimits = 6;
const fewestForFull = 12;

/** The chart of a process, phase by phase. */
export function controlChart(process: Process, options: ChartOptions = {}): ControlChart {
  const {baseline = Infinity, excluded = [], rebases} = options;
  requireSeries(process.values);
  requireThat(baseline === Infinity || (Number.isInteger(baseline) && baseline > 0), "baseline", baseline);
  for (const index of excluded) requireCount(index, "excluded");
  const phases = phasesOf(process.values.length, rebases).map((phase) => phaseOf(process, phase, options));
  return {
    kind: process.kind,
    points: phases.flatMap(({points}) => points),
    phases: phases.map(({summary}) => summary),
  };
}

function phaseOf(process: Process, phase: Phase, options: ChartOptions) {
  const {baseline = Infinity, excluded = [], fewest = fewestForLimits} = options;
  const indices = Array.from({length: phase.to - phase.from}, (_, i) => phase.from + i);
  const included = indices.filter((index) => !excluded.includes(index));
  const base = included.filter((index) => index < phase.from + baseline);
  const known = valuesAt(process.values, base).filter((value) => value !== null);
  const fit = known.length === 0 ? null : process.fit(base);
  const status = known.length < fewest ? "none" : known.length < fewestForFull ? "trial" : "full";
  const line = options.runsAround === "centre" ? (fit?.centre ?? 0) : (medianOf(known) ?? 0);
  const summary: ControlPhase = {
    ...phase,
    points: known.length,
    status,
    centre: fit?.centre ?? null,
    averageRange: fit?.averageRange ?? null,
    sigmaZ: fit?.sigmaZ ?? null,
    runs: anhoejRuns(fit === null ? [] : valuesAt(process.values, included), line),
  };
  const limits = status === "none" ? null : fit;
  return {summary, points: indices.map((index) => pointAt(process, index, {centre: summary.centre, limits}))};
}

function pointAt(process: Process, index: number, phase: Readonly<{centre: number | null; limits: Fit | null}>) {
  const value = process.values[index] ?? null;
  const limits = phase.limits?.limitsAt(index) ?? null;
  const exact = phase.limits?.exactAt?.(index) ?? null;
  const lower = limits === null ? null : Math.max(limits.lower, process.lowest);
  const upper = limits === null ? null : Math.min(limits.upper, process.highest);
  return {
    value,
    centre: phase.centre,
    lower,
    upper,
    noLowerLimit: limits !== null && limits.lower <= process.lowest,
    noUpperLimit: limits !== null && limits.upper >= process.highest,
    outside: outsideOf(value, lower, upper),
    exact: exact && {...exact, outside: outsideOf(value, exact.lower, exact.upper)},
  };
}

/** Where a value lies strictly outside its limits. */
export function outsideOf(value: number | null, lower: number | null, upper: number | null): "above" | "below" | null {
  if (value === null) return null;
  if (upper !== null && value > upper) return "above";
  return lower !== null && value < lower ? "below" : null;
}

export function valuesAt(values: PeriodSeries, indices: readonly number[]): (number | null)[] {
  return indices.map((index) => values[index] ?? null);
}
