import {requirePositive} from "./argument.ts";
import type {Interval} from "./interval.ts";
import {type CountOptions, countInterval} from "./poisson-interval.ts";

/** `per` is the number of units of exposure that the rate is given for, 1000 when left out. */
export type RateOptions = CountOptions & Readonly<{per?: number}>;

/**
 * Events per `per` units of exposure, with the interval of the count (`countInterval`) on the same scale.
 * The exposure (inhabitants, admissions, discharges) is above 0 and taken as known without error.
 */
export function rateInterval(
  count: number,
  exposure: number,
  {per = 1000, ...options}: RateOptions = {},
): Interval & Readonly<{rate: number}> {
  requirePositive(exposure, "exposure");
  requirePositive(per, "per");
  const {lower, upper} = countInterval(count, options);
  return {rate: (count / exposure) * per, lower: (lower / exposure) * per, upper: (upper / exposure) * per};
}
