import {requirePositive, requireThat} from "./argument.ts";

/** Uniform numbers in [0, 1) with 53 bits, the same sequence for the same whole seed on every machine. */
export type Random = () => number;

/** Small fast counting generator (Doty-Humphrey's sfc32, PractRand): period at least 2^32, mean period 2^127. */
export function seededRandom(seed: number): Random {
  requireThat(Number.isSafeInteger(seed), "seed", seed);
  let [a, b, c, counter] = [seed | 0, Math.floor(seed / 2 ** 32) | 0, 0x9e3779b9 | 0, 1];
  const word = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 15; round++) word();
  return () => ((word() >>> 5) * 2 ** 26 + (word() >>> 6)) / 2 ** 53;
}

/**
 * A draw from the gamma distribution with this shape and scale 1: Marsaglia & Tsang (ACM TOMS 2000;26:363), with their
 * step up and down for shapes below 1; the normal draws by Marsaglia's polar method.
 */
export function drawnGamma(shape: number, random: Random): number {
  requirePositive(shape, "shape");
  if (shape < 1) return drawnGamma(shape + 1, random) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const z = drawnNormal(random);
    const v = (1 + c * z) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * z * z + d - d * v + d * Math.log(v)) return d * v;
  }
}

function drawnNormal(random: Random): number {
  for (;;) {
    const [x, y] = [2 * random() - 1, 2 * random() - 1];
    const square = x * x + y * y;
    if (square > 0 && square < 1) return x * Math.sqrt((-2 * Math.log(square)) / square);
  }
}
