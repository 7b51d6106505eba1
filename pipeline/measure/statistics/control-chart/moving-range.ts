import {meanOf} from "../sum.ts";
import type {PeriodSeries} from "./series.ts";

/** D4 for two values: the upper limit of a moving range in average ranges. */
const upperRangeFactor = 3.267;
/** d2 for two values: the expected range in standard deviations. */
export const rangePerSigma = 1.128;

/** Absolute differences between neighbours; a missing value gives none on either side. */
export function movingRanges(values: PeriodSeries): number[] {
  return values.slice(1).flatMap((value, i) => {
    const before = values[i];
    return typeof value === "number" && typeof before === "number" ? [Math.abs(value - before)] : [];
  });
}

/**
 * Mean of the moving ranges, null when there is none. Screened (Nelson, J Qual Technol 1982;14:172; Provost & Murray
 * 2011): ranges that are not below 3.267 times the mean are left out and the mean is taken anew, once. Where that would
 * leave nothing, or only zeros while the values vary, the unscreened mean stands.
 */
export function averageMovingRange(values: PeriodSeries, screen: boolean): number | null {
  const ranges = movingRanges(values);
  const average = meanOf(ranges);
  if (!screen || average === null) return average;
  const screened = meanOf(ranges.filter((range) => range < upperRangeFactor * average));
  return screened === null || screened === 0 ? average : screened;
}
