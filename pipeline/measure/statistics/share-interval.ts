import {requireCount, requireThat, tailOf} from "./argument.ts";
import {betaOddsQuantile, betaQuantile} from "./beta.ts";
import type {Interval} from "./interval.ts";
import {normalUpperQuantile} from "./normal.ts";

/**
 * Interval for a share of n independent cases (Wilson, JASA 1927;22:209), without continuity correction, as shares
 * 0-1. n >= 1 and 0 <= successes <= n, all whole. The limit is exactly 0 for no successes and exactly 1 for n of n.
 */
export function wilsonInterval(successes: number, n: number, level = 0.95): Interval {
  requireShare(successes, n);
  const z = normalUpperQuantile(tailOf(level));
  const zSquare = z * z;
  const spread = Math.sqrt(zSquare * (zSquare + 4 * successes * (1 - successes / n)));
  const root = (2 * successes + zSquare + spread) / (2 * (n + zSquare));
  // The product of the two limits is known: a subtraction would leave a residue instead of 0.
  const lower = ((successes / n) * (successes / (n + zSquare))) / root;
  return {lower, upper: successes === n ? 1 : root};
}

/**
 * Exact interval for a share (Clopper & Pearson, Biometrika 1934;26:404), as shares 0-1: covers at least at its level,
 * mostly more, so Wilson's is the one to publish. n >= 1 and 0 <= successes <= n, all whole.
 */
export function clopperPearsonInterval(successes: number, n: number, level = 0.95): Interval {
  requireShare(successes, n);
  const tail = tailOf(level);
  const failures = n - successes;
  return {
    lower: successes === 0 ? 0 : betaQuantile(tail, successes, failures + 1),
    upper: failures === 0 ? 1 : 1 / (1 + betaOddsQuantile(tail, failures, successes + 1)),
  };
}

function requireShare(successes: number, n: number): void {
  requireCount(n, "n");
  requireThat(n > 0, "n", n);
  requireCount(successes, "successes");
  requireThat(successes <= n, "successes", successes);
}
