import {requirePositive, requireThat} from "../argument.ts";
import {medianOf} from "../quantile.ts";
import {centreOf} from "./centre.ts";
import {type ChartOptions, type ControlChart, controlChart, type Fit, sigmas, valuesAt} from "./control-chart.ts";
import {rangePerSigma} from "./moving-range.ts";
import {type PeriodSeries, requireCounts} from "./series.ts";
import {type XmrOptions, xmrFit} from "./xmr-chart.ts";

/** The power that makes exponential times close to normal (Nelson, J Qual Technol 1994;26:239). */
const nelsonPower = 3.6;

/**
 * Chart of the number of cases between events, for rare events: the mean m of a geometric distribution + 3 √(m (m + 1))
 * (Montgomery; qicharts2), clipped at 0. The centre line is the median, since the counts are very skewed. A point
 * above the limit is longer between events than chance gives.
 */
export function gChart(between: PeriodSeries, options: ChartOptions = {}): ControlChart {
  requireCounts(between);
  const fit = (base: readonly number[]): Fit => {
    const values = valuesAt(between, base);
    const mean = centreOf(values);
    const reach = sigmas * Math.sqrt(mean * (mean + 1));
    const centre = medianOf(values.filter((value) => value !== null)) ?? mean;
    return {centre, limitsAt: () => ({lower: mean - reach, upper: mean + reach})};
  };
  return controlChart({kind: "g", values: between, lowest: 0, highest: Infinity, fit}, options);
}

/**
 * Chart of the time between events, for rare events: an individuals chart of time^(1 / 3.6), turned back, limits clipped
 * at 0. Times in any unit, above 0. The factor is 3 / 1.128 when left out, as in qicharts2.
 */
export function tChart(times: PeriodSeries, options: Omit<XmrOptions, "lowest" | "highest"> = {}): ControlChart {
  const {screen = false, factor = sigmas / rangePerSigma} = options;
  requirePositive(factor, "factor");
  for (const time of times) if (time !== null) requireThat(Number.isFinite(time) && time > 0, "time", time);
  const roots = times.map((time) => (time === null ? null : time ** (1 / nelsonPower)));
  const fit = (base: readonly number[]): Fit => {
    const {centre, averageRange = null, limitsAt} = xmrFit(valuesAt(roots, base), {screen, factor});
    const turned = (root: number) => Math.max(root, 0) ** nelsonPower;
    return {
      centre: turned(centre),
      averageRange,
      limitsAt: (index) => {
        const limits = limitsAt(index);
        return limits && {lower: turned(limits.lower), upper: turned(limits.upper)};
      },
    };
  };
  return controlChart({kind: "t", values: times, lowest: 0, highest: Infinity, fit}, options);
}
