import {requireThat} from "../argument.ts";
import {quantileOf} from "../quantile.ts";
import {sumOf} from "../sum.ts";

/** One unit on the scale where its spread is known: distance from the target in standard errors, and the standard error. */
export type Deviate = Readonly<{z: number; standardError: number}>;

/**
 * What is done with the extreme units before the dispersion is estimated, so that the ones looked for do not hide
 * themselves. "winsorise": drawn in to the 10 % and 90 % quantiles. "truncate": left out by rank, as in SHMI.
 */
export type Trim = "winsorise" | "truncate" | "none";

/** `phi` is the variance of z, 1 by chance alone; `tauSquared` the variance between units on the transformed scale. */
export type Dispersion = Readonly<{phi: number; tauSquared: number; units: number}>;

const trimmed = 0.1;

/**
 * Over-dispersion of a funnel (Spiegelhalter, Stat Med 2005;24:1185; Spiegelhalter et al., JRSS A 2012;175:1): phi is the
 * mean of z² over the I units kept, tau² = (I phi - (I - 1)) / (Σw - Σw² / Σw) with w the inverse variances, and 0 where
 * that is negative (DerSimonian & Laird, Control Clin Trials 1986;7:177). Null of no units.
 */
export function dispersionOf(deviates: readonly Deviate[], trim: Trim = "winsorise"): Dispersion | null {
  for (const {z, standardError} of deviates) {
    requireThat(Number.isFinite(z), "z", z);
    requireThat(Number.isFinite(standardError) && standardError > 0, "standard error", standardError);
  }
  const kept = trimmedBy(deviates, trim);
  const units = kept.length;
  if (units === 0) return null;
  const phi = sumOf(kept.map(({z}) => z * z)) / units;
  const weights = kept.map(({standardError}) => standardError ** -2);
  const total = sumOf(weights);
  const excess = units * phi - (units - 1);
  const tauSquared = excess / (total - sumOf(weights.map((weight) => weight * weight)) / total);
  return {phi, tauSquared: units > 1 && excess > 0 ? tauSquared : 0, units};
}

function trimmedBy(deviates: readonly Deviate[], trim: Trim): readonly Deviate[] {
  if (trim === "none") return deviates;
  const values = deviates.map(({z}) => z);
  if (trim === "truncate") {
    const groups = 1 / trimmed;
    const group = (z: number) => Math.floor((averageRank(values, z) * groups) / (values.length + 1));
    return deviates.filter(({z}) => group(z) > 0 && group(z) < groups - 1);
  }
  const [low, high] = [quantileOf(values, trimmed) ?? 0, quantileOf(values, 1 - trimmed) ?? 0];
  return deviates.map(({z, standardError}) => ({z: Math.min(Math.max(z, low), high), standardError}));
}

/** Rank from the lowest, counted from 1; equal values share their mean rank. */
function averageRank(values: readonly number[], value: number): number {
  const below = values.filter((other) => other < value).length;
  const equal = values.filter((other) => other === value).length;
  return below + (equal + 1) / 2;
}
