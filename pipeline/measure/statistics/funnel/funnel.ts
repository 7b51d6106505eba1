import {requireCount, requireThat, tailOf} from "../argument.ts";
import {betaOddsQuantile, betaQuantile} from "../beta.ts";
import {gammaLowerQuantile, gammaUpperQuantile} from "../gamma.ts";
import type {Interval} from "../interval.ts";
import {normalUpperQuantile} from "../normal.ts";
import {countInterval} from "../poisson-interval.ts";
import {wilsonInterval} from "../share-interval.ts";
import {sumOf} from "../sum.ts";
import {type Dispersion, dispersionOf, type Trim} from "./dispersion.ts";
import {type FunnelScale, type FunnelUnit, type Scale, scaleOf} from "./scale.ts";

export type FunnelOptions = Readonly<{
  scale: FunnelScale;
  /** Before the dispersion is estimated: SHMI truncates, the others winsorise, when left out. */
  trim?: Trim;
  /** How over-dispersion widens the limits; "additive" when left out, since "multiplicative" blows up large units. */
  adjust?: "additive" | "multiplicative" | "none";
  /** Unadjusted limits: exact ones when left out, those of the scale itself, or for shares Wilson's interval turned. */
  limits?: "exact" | "approximate" | "wilson";
  /** Normal deviates for 95 % and 99.8 %, full precision when left out; FunnelPlotR has 1.959964 and 3.090232. */
  z?: readonly [number, number];
  /** Fewest units that dispersion is estimated from, 10 when left out. */
  fewest?: number;
}>;

export type FunnelLimits = Readonly<{inner: Interval; outer: Interval}>;
export type Outside = "above" | "below" | null;
/** `value` is null without a denominator. `outside` is strict, by the adjusted limits where there are some. */
export type FunnelPoint = Readonly<{
  value: number | null;
  z: number | null;
  limits: FunnelLimits | null;
  adjusted: FunnelLimits | null;
  outside: Readonly<{inner: Outside; outer: Outside}>;
}>;

/**
 * `target` is the centre line. `dispersion` is null with too few units. `adjustment` says what the limits were adjusted
 * for, or why they were not: phi of at most 1 never narrows them.
 */
export type Funnel = Readonly<{
  target: number;
  dispersion: Dispersion | null;
  adjustment: "additive" | "multiplicative" | "not-asked-for" | "too-few-units" | "no-overdispersion";
  points: readonly FunnelPoint[];
}>;

const innerLevel = 0.95;
const outerLevel = 0.998;
const fewestUnits = 10;

/**
 * Funnel of units of different size around a common target, with 95 % and 99.8 % limits (Spiegelhalter, Stat Med
 * 2005;24:1185). Units beyond the limits differ from the target by more than chance, and where the limits are adjusted,
 * by more than units mostly differ. Which way is better the funnel does not know.
 *
 * A unit is its events and what they are out of: events expected ("shmi", "cqc"; target 1), cases ("share") or events of
 * another kind ("ratio-of-counts"); the target of the latter two is Σ events / Σ out of. A unit that is out of nothing
 * has no value.
 */
export function funnel(units: readonly FunnelUnit[], options: FunnelOptions): Funnel {
  for (const unit of units) requireUnit(unit, options.scale);
  const present = units.filter(({outOf}) => outOf > 0);
  const target = targetOf(present, options.scale);
  const scale = scaleOf(options.scale, target);
  const {adjustment, dispersion} = adjustmentOf(present.map(scale.deviate), options);
  return {
    target,
    dispersion,
    adjustment,
    points: units.map((unit) => pointOf(unit, {scale, target, options, adjustment, dispersion})),
  };
}

/**
 * The unadjusted 95 % and 99.8 % limits for the value of a unit that is out of so much, for drawing the funnel. Exact: the
 * chi-square limits of Spiegelhalter for what is expected, and their beta counterpart for shares; "ratio-of-counts" has
 * those of its scale.
 */
export function funnelLimits(outOf: number, target: number, options: FunnelOptions): FunnelLimits {
  requireThat(Number.isFinite(outOf) && outOf > 0, "out of", outOf);
  const {scale, limits = "exact", z = fullZ} = options;
  requireThat(limits !== "wilson" || scale === "share", "Wilson limits of a share of", outOf);
  if (limits === "wilson") return {inner: wilsonLimits(outOf, target, z[0]), outer: wilsonLimits(outOf, target, z[1])};
  if (limits === "approximate" || scale === "ratio-of-counts")
    return scaleLimits(scaleOf(scale, target), {events: target * outOf, outOf}, {z});
  const exact = scale === "share" ? exactShareLimits : exactRatioLimits;
  return {inner: exact(outOf, target, innerLevel), outer: exact(outOf, target, outerLevel)};
}

/**
 * Where the target lies outside the unit's own interval at 95 % and 99.8 %: Byar's or the exact one of its count, Wilson's
 * of its share. The convention of Public Health England (PHEindicatormethods), without over-dispersion.
 */
export function outsideOwnInterval(
  {events, outOf}: FunnelUnit,
  target: number,
  scale: "share" | "ratio",
): Readonly<{inner: Outside; outer: Outside}> {
  requireThat(outOf > 0, "out of", outOf);
  const judged = (level: number): Outside => {
    const interval = scale === "share" ? wilsonInterval(events, outOf, level) : countInterval(events, {level});
    const unit = scale === "share" ? 1 : outOf;
    if (interval.lower / unit > target) return "above";
    return interval.upper / unit < target ? "below" : null;
  };
  return {inner: judged(innerLevel), outer: judged(outerLevel)};
}

function requireUnit({events, outOf}: FunnelUnit, scale: FunnelScale): void {
  requireCount(events, "events");
  requireThat(Number.isFinite(outOf) && outOf >= 0, "out of", outOf);
  if (scale === "share") requireThat(events <= outOf, "events", events);
}

function targetOf(units: readonly FunnelUnit[], scale: FunnelScale): number {
  if (scale === "shmi" || scale === "cqc") return 1;
  const total = sumOf(units.map(({outOf}) => outOf));
  return total === 0 ? 0 : sumOf(units.map(({events}) => events)) / total;
}

function adjustmentOf(
  deviates: Parameters<typeof dispersionOf>[0],
  {scale, trim, adjust = "additive", fewest = fewestUnits}: FunnelOptions,
): Pick<Funnel, "adjustment" | "dispersion"> {
  if (deviates.length < fewest) return {adjustment: "too-few-units", dispersion: null};
  const dispersion = dispersionOf(deviates, trim ?? (scale === "shmi" ? "truncate" : "winsorise"));
  if (adjust === "none") return {adjustment: "not-asked-for", dispersion};
  const isWider = dispersion !== null && (adjust === "additive" ? dispersion.tauSquared > 0 : dispersion.phi > 1);
  return {adjustment: isWider ? adjust : "no-overdispersion", dispersion};
}

type Context = Readonly<{scale: Scale; target: number; options: FunnelOptions}> &
  Pick<Funnel, "adjustment" | "dispersion">;

function pointOf(unit: FunnelUnit, {scale, target, options, adjustment, dispersion}: Context): FunnelPoint {
  if (unit.outOf === 0)
    return {value: null, z: null, limits: null, adjusted: null, outside: {inner: null, outer: null}};
  const value = unit.events / unit.outOf;
  const limits =
    options.scale === "ratio-of-counts"
      ? scaleLimits(scale, unit, {z: options.z})
      : funnelLimits(unit.outOf, target, options);
  const widened = {
    z: options.z,
    tauSquared: adjustment === "additive" ? dispersion?.tauSquared : 0,
    factor: adjustment === "multiplicative" ? Math.sqrt(dispersion?.phi ?? 1) : 1,
  };
  const isAdjusted = adjustment === "additive" || adjustment === "multiplicative";
  const adjusted = isAdjusted ? scaleLimits(scale, unit, widened) : null;
  const {inner, outer} = adjusted ?? limits;
  return {
    value,
    z: scale.deviate(unit).z,
    limits,
    adjusted,
    outside: {inner: outsideOf(value, inner), outer: outsideOf(value, outer)},
  };
}

type Widening = Readonly<{
  z?: readonly [number, number] | undefined;
  tauSquared?: number | undefined;
  factor?: number | undefined;
}>;

function scaleLimits(scale: Scale, unit: FunnelUnit, {z = fullZ, tauSquared = 0, factor = 1}: Widening): FunnelLimits {
  const spread = Math.sqrt(scale.deviate(unit).standardError ** 2 + tauSquared) * factor;
  const [inner, outer] = z;
  return {inner: turnedBack(scale, inner * spread), outer: turnedBack(scale, outer * spread)};
}

function turnedBack(scale: Scale, reach: number): Interval {
  return {lower: scale.back(scale.centre - reach), upper: scale.back(scale.centre + reach)};
}

const fullZ: readonly [number, number] = [
  normalUpperQuantile(tailOf(innerLevel)),
  normalUpperQuantile(tailOf(outerLevel)),
];

/** Limits for O / E: Garwood's interval of the expected number, which need not be whole, divided by it. */
function exactRatioLimits(expected: number, target: number, level: number): Interval {
  const tail = tailOf(level);
  return {
    lower: (target * gammaLowerQuantile(tail, expected)) / expected,
    upper: (target * gammaUpperQuantile(tail, expected + 1)) / expected,
  };
}

/** Clopper and Pearson's interval of n times the target, which need not be whole. */
function exactShareLimits(n: number, target: number, level: number): Interval {
  const tail = tailOf(level);
  const [successes, failures] = [n * target, n * (1 - target)];
  return {
    lower: successes === 0 ? 0 : betaQuantile(tail, successes, failures + 1),
    upper: failures === 0 ? 1 : 1 / (1 + betaOddsQuantile(tail, failures, successes + 1)),
  };
}

/** The shares whose Wilson interval just holds the target: PHEindicatormethods. */
function wilsonLimits(n: number, target: number, z: number): Interval {
  const reach = z * Math.sqrt((target * (1 - target)) / n);
  return {lower: Math.max(0, target - reach), upper: Math.min(1, target + reach)};
}

function outsideOf(value: number, {lower, upper}: Interval): Outside {
  if (value > upper) return "above";
  return value < lower ? "below" : null;
}
