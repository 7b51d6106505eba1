const tiny = 1e-300;
const maximumTerms = 1_000_000;

/** The numerator a and denominator b of one level, counted from 1: b0 + a1 / (b1 + a2 / (b2 + ...)). */
export type Level = (index: number) => Readonly<{a: number; b: number}>;

/**
 * Value of a continued fraction by the modified Lentz method (Thompson & Barnett 1986), until a level changes nothing
 * at double precision. Throws when a million levels are not enough.
 */
export function continuedFraction(first: number, level: Level): number {
  let value = awayFromZero(first);
  let above = value;
  let below = 0;
  for (let index = 1; index <= maximumTerms; index++) {
    const {a, b} = level(index);
    above = awayFromZero(b + a / above);
    below = 1 / awayFromZero(b + a * below);
    const factor = above * below;
    value *= factor;
    if (Math.abs(factor - 1) < Number.EPSILON) return value;
  }
  throw new Error(`no convergence after levels: ${maximumTerms}`);
}

function awayFromZero(value: number): number {
  return Math.abs(value) < tiny ? tiny : value;
}
