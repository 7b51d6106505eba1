const manyTerms = 1000;

/**
 * x ln(x / mean) + mean - x, for x > 0 and mean > 0, without the cancellation that the plain expression has where the
 * two are close (Loader, Fast and accurate computation of binomial probabilities, 2000: "bd0").
 */
export function deviance(x: number, mean: number): number {
  const difference = x - mean;
  if (Math.abs(difference) >= 0.1 * (x + mean)) return x * Math.log(x / mean) + mean - x;
  const ratio = difference / (x + mean);
  let sum = difference * ratio;
  let power = 2 * x * ratio;
  for (let term = 1; term < manyTerms; term++) {
    power *= ratio * ratio;
    const next = sum + power / (2 * term + 1);
    if (next === sum) break;
    sum = next;
  }
  return sum;
}
