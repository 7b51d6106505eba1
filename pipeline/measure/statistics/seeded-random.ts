import {requireThat} from "./argument.ts";

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
