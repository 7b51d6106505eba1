import {requireProbability, requireThat} from "./argument.ts";

/** `independent` also holds for positively dependent tests; `arbitrary` holds always and costs a factor of about ln m. */
export type Dependence = "independent" | "arbitrary";

/**
 * Adjusted p-values that control the false discovery rate of a list: naming all with an adjusted value of at most q, at
 * most the share q of what is named is false in expectation. `independent`: Benjamini & Hochberg (JRSS B 1995;57:289);
 * `arbitrary`: Benjamini & Yekutieli (Ann Stat 2001;29:1165). As R's `p.adjust(p, "BH")` and `"BY"`, in the order given.
 */
export function falseDiscoveryAdjusted(pValues: readonly number[], dependence: Dependence = "independent"): number[] {
  for (const p of pValues) requireProbability(p);
  const m = pValues.length;
  const penalty = dependence === "arbitrary" ? harmonic(m) : 1;
  const falling = pValues.map((p, index) => ({p, index})).sort((a, b) => b.p - a.p);
  const adjusted = Array(m).fill(1) as number[];
  let least = 1;
  falling.forEach(({p, index}, place) => {
    least = Math.min(least, (penalty * m * p) / (m - place));
    adjusted[index] = least;
  });
  return adjusted;
}

/** Which of the tests are named when at most the share `rate` may be false in expectation. */
export function discoveries(pValues: readonly number[], rate: number, dependence?: Dependence): boolean[] {
  requireThat(rate > 0 && rate < 1, "rate", rate);
  return falseDiscoveryAdjusted(pValues, dependence).map((q) => q <= rate);
}

function harmonic(m: number): number {
  return Array.from({length: m}, (_, index) => 1 / (index + 1)).reduce((sum, term) => sum + term, 0);
}
