/** A stream of numbers that is the same on every machine and every run. */
export interface Random {
  /** At least 0, below 1. */
  next(): number;
  /** A whole number from `least` to `most`, both included. */
  int(least: number, most: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** One key, drawn in proportion to its weight. */
  weighted<T>(items: readonly (readonly [T, number])[]): T;
  /** So many keys, each as often as its weight says, give or take one. */
  spread<T>(items: readonly (readonly [T, number])[], count: number): T[];
}

/** Every purpose has its own stream, so that one more draw in one place moves nothing elsewhere. */
export function randomFor(seed: number, purpose: string): Random {
  const next = mulberry32(seed ^ fnv1a(purpose));
  const int = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (items) => itemAt(items, int(0, items.length - 1)),
    weighted: (items) => drawn(items, next()),
    spread: (items, count) => {
      const start = next();
      return Array.from({length: count}, (_, index) => drawn(items, (start + index) / count));
    },
  };
}

/** Mulberry32 by Tommy Ettinger (public domain). */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
}

function drawn<T>(items: readonly (readonly [T, number])[], at: number): T {
  const total = items.reduce((sum, [, weight]) => sum + weight, 0);
  let left = at * total;
  for (const [item, weight] of items) {
    left -= weight;
    if (weight > 0 && left < 0) return item;
  }
  throw new Error(`nothing to draw from: ${items.length} items, total weight ${total}`);
}

function itemAt<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new Error(`no item ${index} of ${items.length}`);
  return item;
}
