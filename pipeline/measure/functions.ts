import {registerNumberFunction, registerTextFunction} from "../duckdb/functions.ts";
import type {Database} from "../duckdb/open.ts";
import {changeVerdict, countInterval, periodRatio, wilsonInterval} from "./statistics/index.ts";

/** Fewer reports than this in the two years together say nothing about change. */
const FEWEST_FOR_CHANGE = 10;

/** Makes the statistics callable from the SQL of this stage, so that a rate is computed once, last, from two integers. */
export function registerStatistics(database: Database): void {
  registerNumberFunction(database, "poisson_lower", 1, (n) => countInterval(n).lower);
  registerNumberFunction(database, "poisson_upper", 1, (n) => countInterval(n).upper);
  registerNumberFunction(database, "wilson_lower", 2, (k, n) => (n > 0 ? wilsonInterval(k, n).lower : null));
  registerNumberFunction(database, "wilson_upper", 2, (k, n) => (n > 0 ? wilsonInterval(k, n).upper : null));
  registerNumberFunction(database, "ratio_median", 2, (before, now) => periodRatio(before, now).ratio);
  registerNumberFunction(database, "ratio_lower", 2, (before, now) => periodRatio(before, now).lower);
  registerNumberFunction(database, "ratio_upper", 2, (before, now) => periodRatio(before, now).upper);
  registerTextFunction(database, "change_verdict", 2, (before, now) =>
    before + now < FEWEST_FOR_CHANGE ? "for_faa" : changeVerdict(before, now),
  );
}
