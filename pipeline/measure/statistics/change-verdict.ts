import {requireThat, tailOf} from "./argument.ts";
import {type PeriodOptions, periodChange} from "./period-ratio.ts";

export type ChangeVerdict = "auke" | "nedgang" | "uviss";
/** `minimum`: with fewer events than this in the two periods together the verdict is "uviss". 0 when left out. */
export type VerdictOptions = PeriodOptions & Readonly<{minimum?: number}>;

/**
 * Whether a count has changed from one period to the next: "auke" or "nedgang" when the interval of the ratio
 * (`periodRatio`) leaves out 1, otherwise "uviss", which means that the numbers cannot tell, not that nothing changed.
 *
 * The level is 99 % because about a dozen categories are looked at together. Where nothing has changed, the expected
 * number of false verdicts is the number of categories times 0.01: 0.12 a meeting with twelve categories, against 0.6
 * at 95 %. For equal exposures and Poisson counts the exact rate is 0.010 (within 0.0005) from 15 expected events in
 * each period, at most 0.0134 (near 7), and below 0.01 up to 3.
 */
export function changeVerdict(before: number, now: number, options: VerdictOptions = {}): ChangeVerdict {
  const {level = 0.99, minimum = 0, ...exposures} = options;
  requireThat(minimum >= 0, "minimum", minimum);
  const tail = tailOf(level);
  const {probabilityOfIncrease, probabilityOfDecrease} = periodChange(before, now, exposures);
  if (before + now < minimum) return "uviss";
  if (probabilityOfDecrease < tail) return "auke";
  return probabilityOfIncrease < tail ? "nedgang" : "uviss";
}
