/** Mulberry32: small, seeded, the same numbers on every machine. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Knuth's method; good enough for the small means of the examples. */
export function poisson(mean: number, random: () => number): number {
  const limit = Math.exp(-mean);
  let product = random();
  let count = 0;
  while (product > limit) {
    product *= random();
    count += 1;
  }
  return count;
}

/** Byar's 95 % limits for a count, close enough below ten for an invented number. */
export function byar(n: number): {nedre: number; oevre: number} {
  const z = 1.96;
  const nedre = n === 0 ? 0 : n * (1 - 1 / (9 * n) - z / (3 * Math.sqrt(n))) ** 3;
  const oevre = (n + 1) * (1 - 1 / (9 * (n + 1)) + z / (3 * Math.sqrt(n + 1))) ** 3;
  return {nedre, oevre};
}

/** Wilson's 95 % limits for a share. */
export function wilson(x: number, n: number): {nedre: number; oevre: number} {
  const z = 1.96;
  const middle = (2 * x + z * z) / (2 * (n + z * z));
  const half = (z * Math.sqrt(z * z + 4 * x * (1 - x / n))) / (2 * (n + z * z));
  return {nedre: middle - half, oevre: middle + half};
}
