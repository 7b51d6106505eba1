import {requirePositive} from "./argument.ts";
import type {Interval} from "./interval.ts";
import {countInterval} from "./poisson-interval.ts";

/**
 * Events per `per` units of exposure, with the 95 % interval of the count (`countInterval`) on the same scale.
 * The exposure (inhabitants, admissions, discharges) is above 0 and taken as known without error.
 */
export function rateInterval(count: number, exposure: number, per = 1000): Interval & Readonly<{rate: number}> {
  requirePositive(exposure, "exposure");
  requirePositive(per, "per");
  const {lower, upper} = countInterval(count);
  return {rate: (count / exposure) * per, lower: (lower / exposure) * per, upper: (upper / exposure) * per};
}
