/**
 * How near two short texts are, from 0 to 1: twice the pairs of letters they share over all their pairs (Dice 1945).
 * Case and signs do not count.
 */
export function nearness(a: string, b: string): number {
  const [one, other] = [pairsOf(a), pairsOf(b)];
  const size = total(one) + total(other);
  if (size === 0) return plain(a) === plain(b) && plain(a) !== "" ? 1 : 0;
  let shared = 0;
  for (const [pair, count] of one) shared += Math.min(count, other.get(pair) ?? 0);
  return (2 * shared) / size;
}

/** The nearest of the candidates and how near it is; null when none is as near as `least`. */
export function nearestOf<T>(
  text: string,
  candidates: Iterable<readonly [string, T]>,
  least: number,
): {readonly name: string; readonly value: T; readonly near: number} | null {
  let best: {readonly name: string; readonly value: T; readonly near: number} | null = null;
  for (const [name, value] of candidates) {
    const near = nearness(text, name);
    if (near >= least && near > (best?.near ?? 0)) best = {name, value, near};
  }
  return best;
}

const plain = (text: string): string =>
  text
    .normalize("NFC")
    .toLocaleLowerCase("nb")
    .replace(/[^\p{L}\p{N}]/gu, "");

function pairsOf(text: string): ReadonlyMap<string, number> {
  const letters = [...plain(text)];
  const pairs = new Map<string, number>();
  for (let at = 1; at < letters.length; at += 1) {
    const pair = `${letters[at - 1]}${letters[at]}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

const total = (pairs: ReadonlyMap<string, number>): number =>
  [...pairs.values()].reduce((sum, count) => sum + count, 0);
