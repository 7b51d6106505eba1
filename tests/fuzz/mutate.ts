import {unzipSync, zipSync} from "fflate";

/** A number from 0 up to, but not including, 1. */
export type Random = () => number;

/** Mulberry32: the same seed, the same numbers. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const below = (random: Random, end: number): number => Math.floor(random() * end);

export function pick<T>(random: Random, all: readonly T[]): T {
  return all[below(random, all.length)] as T;
}

const signs = [
  '"',
  '""',
  ";",
  ",",
  "\t",
  "|",
  "\r",
  "\n",
  "\r\n",
  "\0",
  "\ufeff",
  "sep=;\r\n",
  "Totalt;",
  "å",
  "Ã¥",
  "\ufffd",
  "\u202e",
];
const tags = [
  '<row r="3">',
  "</row>",
  "<c>",
  '<c t="s"><v>9</v></c>',
  "<v/>",
  "<f>A1</f>",
  '<c r="ZZZ9">',
  "<!DOCTYPE x>",
  "<!--",
  "]]>",
  "&lt;",
  "&#0;",
  'hidden="1"',
  '<mergeCell ref="A1:B9"/>',
  "</sheetData>",
];

/** The bytes with a few things done to them: turned over, put in, left out, doubled, moved or cut. */
export function mutated(bytes: Uint8Array, random: Random, words: readonly string[] = signs): Uint8Array {
  let changed: Uint8Array = bytes;
  for (let left = 1 + below(random, 4); left > 0; left -= 1) changed = mutatedOnce(changed, random, words);
  return changed;
}

function mutatedOnce(bytes: Uint8Array, random: Random, words: readonly string[]): Uint8Array {
  const at = below(random, bytes.length + 1);
  const end = Math.min(bytes.length, at + 1 + below(random, pick(random, [2, 8, 64, 512])));
  const [before, between, after] = [bytes.subarray(0, at), bytes.subarray(at, end), bytes.subarray(end)];
  const insert = (what: Uint8Array): Uint8Array => Buffer.concat([before, what, bytes.subarray(at)]);
  switch (below(random, 8)) {
    case 0:
      return insert(Buffer.from(pick(random, words)));
    case 1:
      return insert(Uint8Array.of(below(random, 256)));
    case 2:
      return Buffer.concat([before, after]);
    case 3:
      return insert(between);
    case 4:
      return before;
    case 5:
      return Buffer.concat([before, Buffer.from(pick(random, words)), after]);
    case 6:
      return Buffer.concat([after, between, before]);
    default:
      return Buffer.concat([before, between.map((byte) => byte ^ (1 << below(random, 8))), after]);
  }
}

/** The zip with one of its parts mutated, and packed anew so that sizes and checksums hold; or its own bytes mutated. */
export function mutatedZip(bytes: Uint8Array, random: Random): Uint8Array {
  if (random() < 0.2) return mutated(bytes, random);
  try {
    const parts = unzipSync(bytes);
    const name = pick(random, Object.keys(parts));
    return zipSync({...parts, [name]: mutated(parts[name] ?? new Uint8Array(), random, tags)}, {level: 1});
  } catch {
    return mutated(bytes, random);
  }
}
