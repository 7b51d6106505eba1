import {requireThat} from "../argument.ts";
import {type ControlChart, type ControlPoint, outsideOf} from "./control-chart.ts";
import type {PeriodSeries} from "./series.ts";
import {type XmrOptions, xmrChart, xmrFactor} from "./xmr-chart.ts";

export type GoodDirection = "high" | "low" | "neither";
export type MdcRule = "outside" | "trend" | "two-of-three" | "one-side";
export type MdcVariation = "common-cause" | "improvement" | "concern" | "neutral-high" | "neutral-low";
export type MdcAssurance = "consistently-passing" | "consistently-failing" | "hit-and-miss";
/** The rule that counts among those that hold, and its direction: above or rising is high. */
export type MdcSignal = Readonly<{rule: MdcRule; direction: "high" | "low"}>;

/** `side` is -1, 0 or 1 by the mean; `close` is beyond two thirds of the way to a limit and not outside it. */
export type MdcPoint = ControlPoint &
  Readonly<{
    side: -1 | 0 | 1 | null;
    close: boolean;
    rules: readonly MdcRule[];
    signal: MdcSignal | null;
    variation: MdcVariation | null;
  }>;

/** The icons: variation is that of the last point with a value, assurance is null without a target or a good direction. */
export type MdcChart = Omit<ControlChart, "points"> &
  Readonly<{points: readonly MdcPoint[]; variation: MdcVariation | null; assurance: MdcAssurance | null}>;

export type MdcOptions = XmrOptions & Readonly<{good?: GoodDirection; target?: number}>;

const window = 7;

/**
 * XmR chart with the four rules of NHS England's Making Data Count, as NHSRplotthedots 0.2 applies them, within each
 * phase: outside the limits; two of three close to the same limit, all three on its side; seven in a row strictly on one
 * side of the mean; seven in a row strictly rising or falling. The first of outside, trend, two of three and one side
 * is the signal; a point that two trends share takes the one that follows. A missing period is skipped by runs and two
 * of three, and breaks a trend.
 *
 * For a single chart that somebody follows. Over hundreds of series these rules give mostly false signals.
 */
export function makingDataCount(values: PeriodSeries, options: MdcOptions = {}): MdcChart {
  const {good = "neither", target, factor = xmrFactor} = options;
  if (target !== undefined) requireThat(Number.isFinite(target), "target", target);
  const chart = xmrChart(values, options);
  const points = chart.phases.flatMap((phase) => {
    const inside = chart.points.slice(phase.from, phase.to);
    const near = phase.status === "none" ? null : ((phase.averageRange ?? 0) * factor * 2) / 3;
    return pointsWithRules(inside, near).map((point) => ({...point, variation: variationOf(point, good)}));
  });
  const variation = points.findLast(({value}) => value !== null)?.variation ?? null;
  return {...chart, points, variation, assurance: assuranceOf(points.at(-1), good, target)};
}

type RuledPoint = Omit<MdcPoint, "variation">;
type Placed = Readonly<{point: ControlPoint; side: -1 | 0 | 1; close: boolean}>;

function pointsWithRules(points: readonly ControlPoint[], near: number | null): RuledPoint[] {
  const placed = points.map((point) => placedOf(point, near));
  const known = placed.filter((each) => each !== null);
  const [twos, sides] = [twoOfThree(known), oneSide(known)];
  const trends = trendDirections(points.map(({value}) => value));
  return points.map((point, i) => {
    const here = placed[i] ?? null;
    if (here === null) return {...point, side: null, close: false, rules: [], signal: null};
    const trend = trends[i] ?? 0;
    const holds = {
      outside: point.outside !== null,
      trend: trend !== 0,
      "two-of-three": twos.has(here),
      "one-side": sides.has(here),
    };
    const rules = (["outside", "trend", "two-of-three", "one-side"] as const).filter((rule) => holds[rule]);
    const [rule] = rules;
    const direction = (rule === "trend" ? trend : here.side) > 0 ? "high" : "low";
    return {...point, side: here.side, close: here.close, rules, signal: rule ? {rule, direction} : null};
  });
}

function placedOf(point: ControlPoint, near: number | null): Placed | null {
  const {value, centre, outside} = point;
  if (value === null || centre === null) return null;
  const close = near !== null && outside === null && outsideOf(value, centre - near, centre + near) !== null;
  return {point, side: Math.sign(value - centre) as -1 | 0 | 1, close};
}

function twoOfThree(points: readonly Placed[]): Set<Placed> {
  const flagged = new Set<Placed>();
  for (let end = 3; end <= points.length; end++) {
    const three = points.slice(end - 3, end);
    const isOneSided = Math.abs(three.reduce((sum, {side}) => sum + side, 0)) === 3;
    const close = three.filter((point) => point.close);
    if (isOneSided && close.length >= 2) for (const point of close) flagged.add(point);
  }
  return flagged;
}

function oneSide(points: readonly Placed[]): Set<Placed> {
  const flagged = new Set<Placed>();
  for (let end = window; end <= points.length; end++) {
    const seven = points.slice(end - window, end);
    const isOneSided = Math.abs(seven.reduce((sum, {side}) => sum + side, 0)) === window;
    if (isOneSided) for (const point of seven) flagged.add(point);
  }
  return flagged;
}

/** 1 or -1 for the points of a rising or falling trend, 0 for the others; a shared point has that of the later trend. */
function trendDirections(values: PeriodSeries): number[] {
  const moves = values.slice(1).map((value, i) => {
    const before = values[i];
    return typeof value === "number" && typeof before === "number" ? Math.sign(value - before) : 0;
  });
  const directions = values.map(() => 0);
  for (let end = window; end <= values.length; end++) {
    const six = moves.slice(end - window, end - 1);
    const [first = 0] = six;
    if (first !== 0 && six.every((move) => move === first)) directions.fill(first, end - window, end);
  }
  return directions;
}

function variationOf({value, signal}: RuledPoint, good: GoodDirection): MdcVariation | null {
  if (value === null) return null;
  if (signal === null) return "common-cause";
  if (good === "neither") return signal.direction === "high" ? "neutral-high" : "neutral-low";
  return signal.direction === good ? "improvement" : "concern";
}

/** The limits of the last point: a target beyond them is always met or never. */
function assuranceOf(last: MdcPoint | undefined, good: GoodDirection, target: number | undefined): MdcAssurance | null {
  if (target === undefined || good === "neither" || !last || last.upper === null || last.lower === null) return null;
  if (target > last.upper) return good === "high" ? "consistently-failing" : "consistently-passing";
  if (target < last.lower) return good === "high" ? "consistently-passing" : "consistently-failing";
  return "hit-and-miss";
}
