import {type Count, keyOf} from "./coordinate.ts";

/** A series with more than half of its points too small is hidden whole: what would be left of it misleads. One of nothing but zeros is shown. */
const MOST_SMALL_SHARE = 0.5;

/** The quarterly series of single categories, by key without time, that are too weak to show. */
export function weakSeries(cells: Iterable<Count>, threshold: number): Set<string> {
  const points = new Map<string, {all: number; small: number; zero: number}>();
  for (const {at, value} of cells) {
    if (at.kvartal === 0 || at.kategori === "alle") continue;
    const series = seriesOf(at);
    const seen = points.get(series) ?? {all: 0, small: 0, zero: 0};
    const small = seen.small + (value < threshold ? 1 : 0);
    points.set(series, {all: seen.all + 1, small, zero: seen.zero + (value === 0 ? 1 : 0)});
  }
  const isWeak = ({all, small, zero}: {all: number; small: number; zero: number}): boolean =>
    zero < all && small / all > MOST_SMALL_SHARE;
  return new Set([...points].filter(([, seen]) => isWeak(seen)).map(([series]) => series));
}

function seriesOf(at: Count["at"]): string {
  return keyOf({...at, aar: 0, kvartal: -1});
}

/** The cells of these series, zeros too. */
export function cellsOfSeries(cells: ReadonlyMap<string, Count>, series: ReadonlySet<string>): Set<string> {
  return new Set([...cells].filter(([, {at}]) => at.kvartal > 0 && series.has(seriesOf(at))).map(([key]) => key));
}
