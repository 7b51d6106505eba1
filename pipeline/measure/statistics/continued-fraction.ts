const tiny = 1e-300;
const maximumTerms = 1_000_000;

/** One coefficient of every level, counted from 1. */
export type Coefficient = (index: number) => number;

/**
 * Value of first + a1 / (b1 + a2 / (b2 + ...)) by the modified Lentz method (Thompson & Barnett, J Comput Phys 1986;64:490),
 * until a level changes nothing at double precision. Throws when a million levels are not enough.
 */
export function continuedFraction(first: number, a: Coefficient, b: Coefficient): number {
  let value = awayFromZero(first);
  let above = value;
  let below = 0;
  for (let index = 1; index <= maximumTerms; index++) {
    const numerator = a(index);
    const denominator = b(index);
    above = awayFromZero(denominator + numerator / above);
    below = 1 / awayFromZero(denominator + numerator * below);
    const factor = above * below;
    value *= factor;
    if (Math.abs(factor - 1) < Number.EPSILON) return value;
  }
  throw new Error(`no convergence after levels: ${maximumTerms}`);
}

function awayFromZero(value: number): number {
  return Math.abs(value) < tiny ? tiny : value;
}
