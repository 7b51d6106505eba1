import {requirePositive} from "../argument.ts";
import {meanOf} from "../sum.ts";
import type {PeriodSeries} from "./series.ts";

/** Mean of the values that are there, at least one; never outside them by rounding, so that equal values lie on it. */
export function centreOf(values: PeriodSeries): number {
  const known = values.filter((value) => value !== null);
  requirePositive(known.length, "number of values");
  return Math.min(Math.max(meanOf(known) ?? 0, Math.min(...known)), Math.max(...known));
}
