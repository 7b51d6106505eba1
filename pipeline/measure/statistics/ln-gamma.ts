import {requirePositive} from "./argument.ts";

export const lnRootTwoPi = 0.9189385332046727;
const eulerGamma = 0.5772156649015329;
const stirlingFrom = 15;
const stirlingCoefficients = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360];
const digammaCoefficients = [1 / 12, -1 / 120, 1 / 252, -1 / 240, 1 / 132, -691 / 32760, 1 / 12];
const zetaTerms = 100;
const taylorTerms = 30;
const taylorCoefficients = [
  1 - eulerGamma,
  ...Array.from({length: taylorTerms}, (_, i) => ((-1) ** i * zetaLessOne(i + 2)) / (i + 2)),
];

/**
 * Natural logarithm of the gamma function, z > 0. Relative error about 1e-15, next to the zeros at 1 and 2 as well:
 * Taylor series around 2 up to 2.5 (Abramowitz & Stegun 6.1.33), Stirling's series from 15, the recurrence between.
 */
export function lnGamma(z: number): number {
  requirePositive(z, "z");
  if (z < 0.5) return lnGammaOnePlus(z) - Math.log(z);
  if (z < 1.5) return lnGammaOnePlus(z - 1);
  if (z < 2.5) return lnGammaTwoPlus(z - 2);
  let product = 1;
  let shifted = z;
  while (shifted < stirlingFrom) product *= shifted++;
  return (shifted - 0.5) * Math.log(shifted) - shifted + lnRootTwoPi + stirlingSeries(shifted) - Math.log(product);
}

/** ln Γ(1 + z) for -½ <= z <= ½ without loss next to 0. */
export function lnGammaOnePlus(z: number): number {
  return lnGammaTwoPlus(z) - Math.log1p(z);
}

/** ln Γ(z + 1) minus Stirling's approximation (z + ½) ln z - z + ½ ln 2π, z > 0 (Loader 2000: "stirlerr"). */
export function stirlingError(z: number): number {
  if (z >= stirlingFrom) return stirlingSeries(z);
  return lnGamma(z + 1) - (z + 0.5) * Math.log(z) + z - lnRootTwoPi;
}

/**
 * Derivative of `lnGamma`, z > 0. Absolute error about 1e-15 below 15, so that digits are lost only next to the zero at
 * 1.4616; relative 1e-15 above. Asymptotic series from 15 (Abramowitz & Stegun 6.3.18), the recurrence below.
 */
export function digamma(z: number): number {
  requirePositive(z, "z");
  let shifted = z;
  let sum = 0;
  while (shifted < stirlingFrom) sum += 1 / shifted++;
  const inverseSquare = 1 / (shifted * shifted);
  return Math.log(shifted) - 0.5 / shifted - inverseSquare * horner(digammaCoefficients, inverseSquare) - sum;
}

function lnGammaTwoPlus(w: number): number {
  return w * horner(taylorCoefficients, w);
}

function stirlingSeries(z: number): number {
  return horner(stirlingCoefficients, 1 / (z * z)) / z;
}

function horner(coefficients: readonly number[], x: number): number {
  return coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);
}

/** ζ(s) - 1 for whole s >= 2: Euler-Maclaurin after the first terms. */
function zetaLessOne(s: number): number {
  const n = zetaTerms;
  let sum = n ** (1 - s) / (s - 1) + n ** -s / 2 + (s * n ** (-s - 1)) / 12;
  sum -= (s * (s + 1) * (s + 2) * n ** (-s - 3)) / 720;
  sum += (s * (s + 1) * (s + 2) * (s + 3) * (s + 4) * n ** (-s - 5)) / 30240;
  for (let k = n - 1; k >= 2; k--) sum += k ** -s;
  return sum;
}
