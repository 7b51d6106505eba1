/** Uniform numbers in [0, 1). */
type Random = () => number;

interface Stratum<T> {
  readonly kept: T[];
  seen: number;
}

/** A draw without knowing beforehand how much there is: every item of a stratum has the same chance. */
export interface Draw<T> {
  readonly offer: (stratum: string, item: T) => void;
  /** At most `size` items, shared among the strata by how much each has seen, and at least one of each. */
  readonly drawn: () => T[];
}

/** Reservoir sampling in each stratum (Vitter's algorithm R), then the largest remainder decides who gives how many. */
export function stratifiedDraw<T>(size: number, random: Random): Draw<T> {
  const strata = new Map<string, Stratum<T>>();
  const offer = (name: string, item: T): void => {
    const stratum = strata.get(name) ?? {kept: [], seen: 0};
    strata.set(name, stratum);
    stratum.seen += 1;
    const place = stratum.seen <= size ? stratum.seen - 1 : Math.floor(random() * stratum.seen);
    if (place < size) stratum.kept[place] = item;
  };
  const drawn = (): T[] => {
    const ordered = [...strata].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, stratum]) => stratum);
    const shares = sharesOf(
      ordered.map(({seen}) => seen),
      size,
    );
    return ordered.flatMap(({kept}, index) => shuffled(kept, random).slice(0, shares[index]));
  };
  return {offer, drawn};
}

/** How many of `size` each gets: one each as far as that goes, the rest by size with the largest remainders first. */
export function sharesOf(counts: readonly number[], size: number): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total <= size) return [...counts];
  const exact = counts.map((count) => (count / total) * size);
  const shares = exact.map((share) => Math.max(1, Math.floor(share)));
  const byNeed = exact
    .map((share, index) => ({index, need: share - (shares[index] ?? 0)}))
    .sort((a, b) => b.need - a.need);
  const sum = (): number => shares.reduce((all, share) => all + share, 0);
  for (const {index} of byNeed) if (sum() < size) shares[index] = (shares[index] ?? 0) + 1;
  while (sum() > size) {
    const largest = shares.indexOf(Math.max(...shares));
    shares[largest] = (shares[largest] ?? 0) - 1;
  }
  return shares;
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  const mixed = [...items];
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [mixed[at], mixed[other]] = [mixed[other] as T, mixed[at] as T];
  }
  return mixed;
}
