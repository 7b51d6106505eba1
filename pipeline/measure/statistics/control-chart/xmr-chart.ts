import {requirePositive} from "../argument.ts";
import {centreOf} from "./centre.ts";
import {type ChartOptions, type ControlChart, controlChart, type Fit, valuesAt} from "./control-chart.ts";
import {averageMovingRange} from "./moving-range.ts";
import type {PeriodSeries} from "./series.ts";

export type XmrOptions = ChartOptions &
  Readonly<{
    /** Leave out moving ranges above their own limit (`averageMovingRange`). Off when left out, as in NHS England's tool. */
    screen?: boolean;
    /** Limits are the mean and this many average ranges: 2.66 when left out (Wheeler, Making Data Count). */
    factor?: number;
    /** The lowest and highest value there can be: limits are clipped there. No bounds when left out. */
    lowest?: number;
    highest?: number;
  }>;

export const xmrFactor = 2.66;

/**
 * Individuals and moving range chart (Wheeler, Understanding Variation, 1993): mean ± 2.66 average moving ranges. For
 * measurements, and for anything whose spread is not known from its size. A missing period gives no range on either side.
 */
export function xmrChart(values: PeriodSeries, options: XmrOptions = {}): ControlChart {
  const {screen = false, factor = xmrFactor, lowest = -Infinity, highest = Infinity} = options;
  requirePositive(factor, "factor");
  const fit = (base: readonly number[]) => xmrFit(valuesAt(values, base), {screen, factor});
  return controlChart({kind: "xmr", values, lowest, highest, fit}, options);
}

/** Centre and limits of individual values; without a moving range there are no limits. */
export function xmrFit(values: PeriodSeries, {screen, factor}: Readonly<{screen: boolean; factor: number}>): Fit {
  const centre = centreOf(values);
  const averageRange = averageMovingRange(values, screen);
  const limits =
    averageRange === null ? null : {lower: centre - factor * averageRange, upper: centre + factor * averageRange};
  return {centre, averageRange, limitsAt: () => limits};
}
