import {expect} from "vitest";

export function expectRelative(actual: number, expected: number, tolerance: number): void {
  const error = expected === 0 ? Math.abs(actual) : Math.abs(actual / expected - 1);
  expect(error, `${actual} against ${expected}`).toBeLessThanOrEqual(tolerance);
}

/** Neumaier's compensated sum. */
function exactSum(terms: readonly number[]): number {
  let sum = 0;
  let lost = 0;
  for (const term of terms) {
    const next = sum + term;
    lost += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum;
    sum = next;
  }
  return sum + lost;
}

/** Poisson probabilities 0..count from logarithms of products: no gamma function. */
export function poissonProbabilities(mean: number, count: number): number[] {
  const logs = [-mean];
  for (let k = 1; k <= count; k++) logs.push((logs[k - 1] ?? 0) + Math.log(mean / k));
  return logs.map(Math.exp);
}

export function poissonAtMost(count: number, mean: number): number {
  return exactSum(poissonProbabilities(mean, count));
}

/** At least `count` events, summed upwards until nothing more is added. */
export function poissonAtLeast(count: number, mean: number): number {
  const far = Math.ceil(Math.max(count, mean) + 40 * Math.sqrt(Math.max(count, mean)) + 200);
  return exactSum(poissonProbabilities(mean, far).slice(count));
}

export function bisect(rising: (x: number) => boolean, low: number, high: number): number {
  let [below, above] = [low, high];
  for (let step = 0; step < 200; step++) {
    const middle = (below + above) / 2;
    if (rising(middle)) above = middle;
    else below = middle;
  }
  return (below + above) / 2;
}

/** Garwood's limits by their definition: bisection on summed Poisson probabilities. */
export function slowPoissonInterval(count: number, tail: number): {lower: number; upper: number} {
  const top = 3 * count + 60;
  return {
    lower: count === 0 ? 0 : bisect((mean) => poissonAtLeast(count, mean) >= tail, 0, top),
    upper: bisect((mean) => poissonAtMost(count, mean) <= tail, 0, top),
  };
}

function choose(n: number, k: number): bigint {
  let value = 1n;
  for (let i = 1; i <= k; i++) value = (value * BigInt(n - k + i)) / BigInt(i);
  return value;
}

/** numerator / denominator of two big numbers, to double precision. */
function quotient(numerator: bigint, denominator: bigint): number {
  if (numerator === 0n) return 0;
  const shift = Math.max(0, denominator.toString(2).length - numerator.toString(2).length) + 70;
  const half = Math.floor(shift / 2);
  return Number((numerator << BigInt(shift)) / denominator) / 2 ** half / 2 ** (shift - half);
}

/** At most and above `count` Poisson events for a mean that is a whole number of 2^-20: quotients of whole numbers. */
export function exactPoissonTails(count: number, mean: number): {atMost: number; above: number} {
  const unit = 20n;
  const top = BigInt(mean * 2 ** 20);
  const guard = 3000n;
  let term = 1n << guard;
  let [below, beyond] = [term, 0n];
  for (let k = 1n; term > 0n || k < top >> unit; k++) {
    term = ((term * top) >> unit) / k;
    if (k <= BigInt(count)) below += term;
    else beyond += term;
  }
  return {atMost: quotient(below, below + beyond), above: quotient(beyond, below + beyond)};
}

/** At most and above `successes` in n trials with the chance top / bottom: sums of whole numbers. */
export function exactBinomialTails(successes: number, n: number, [top, bottom]: readonly [number, number]) {
  const [success, failure] = [BigInt(top), BigInt(bottom - top)];
  const term = (k: number) => choose(n, k) * success ** BigInt(k) * failure ** BigInt(n - k);
  const all = BigInt(bottom) ** BigInt(n);
  let below = 0n;
  for (let k = 0; k <= successes; k++) below += term(k);
  return {exactly: quotient(term(successes), all), atMost: quotient(below, all), above: quotient(all - below, all)};
}

/** C(count + size - 1, count) p^size (1 - p)^count for whole size and p = top / bottom. */
export function exactNegativeBinomial(count: number, size: number, [top, bottom]: readonly [number, number]): number {
  const ways = choose(count + size - 1, count);
  const numerator = ways * BigInt(top) ** BigInt(size) * BigInt(bottom - top) ** BigInt(count);
  return quotient(numerator, BigInt(bottom) ** BigInt(size + count));
}

/** I_x(a, b) for whole a and b at x = top / bottom, as the exact binomial sum. */
export function slowBeta(top: number, bottom: number, a: number, b: number): number {
  const n = a + b - 1;
  const [success, failure] = [BigInt(top), BigInt(bottom - top)];
  let sum = 0n;
  for (let k = a; k <= n; k++) sum += choose(n, k) * success ** BigInt(k) * failure ** BigInt(n - k);
  return quotient(sum, BigInt(bottom) ** BigInt(n));
}

/**
 * I_x(now + ½, before + ½) at the given odds x / (1 - x): with x = sin² t the integrand is sin^2now t · cos^2before t.
 * Simpson's rule in 20 000 parts below the point, the trapezoid rule (exact for such a polynomial) for the whole.
 */
export function slowHalfBetaAtOdds(odds: number, now: number, before: number): number {
  const peak = Math.atan(Math.sqrt(now / Math.max(before, 1e-9)));
  const log = (t: number) => times(now, Math.log(Math.sin(t))) + times(before, Math.log(Math.abs(Math.cos(t))));
  const integrand = (t: number) => Math.exp(2 * (log(t) - log(peak)));
  const end = Math.atan(Math.sqrt(odds));
  const parts = 20_000;
  const weights = (i: number) => (i === 0 || i === parts ? 1 : i % 2 === 1 ? 4 : 2);
  const below = Array.from({length: parts + 1}, (_, i) => weights(i) * integrand((end * i) / parts));
  const nodes = 2 * (now + before) + 50;
  const whole = Array.from({length: nodes}, (_, i) => integrand((Math.PI * (i + 0.5)) / nodes));
  return (exactSum(below) * end) / parts / 3 / ((exactSum(whole) * Math.PI) / nodes / 2);
}

function times(count: number, log: number): number {
  return count === 0 ? 0 : count * log;
}
