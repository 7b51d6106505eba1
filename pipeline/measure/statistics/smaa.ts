import {requireThat} from "./argument.ts";
import {type Random, seededRandom} from "./seeded-random.ts";
import {areaAndCentre, clip, type WeightLine, weightTriangle} from "./weight-polygon.ts";

/** Values of m alternatives on n criteria, higher is better, all criteria on one scale (such as 0-1). */
export type Criteria = readonly (readonly number[])[];
export type WeightOptions = Readonly<{
  /** Criteria from the most to the least important; their weights then fall in that order. */
  order?: readonly number[];
  /** Smallest weight of each criterion; together at most 1. */
  lowerBounds?: readonly number[];
}>;
/** What is known of the weights and values, and how often to draw. */
export type SmaaOptions = WeightOptions & Readonly<{draws?: number; seed?: number}>;
export type Smaa = Readonly<{
  /** Row i, column r - 1: the share of weights and values where alternative i has rank r. */
  acceptability: number[][];
  /** The mean weights where alternative i is first; null where it never is. */
  centralWeights: (number[] | null)[];
  /** The probability that alternative i is first at its own central weights; 0 where there are none. */
  confidence: number[];
}>;

const usualDraws = 10_000;
const mostAttempts = 100_000;

/**
 * Weights drawn uniformly from the simplex, one row a draw: normalised exponentials, sorted when an order is given, or
 * scaled and shifted above the lower bounds (Tervonen & Lahdelma, Eur J Oper Res 2007;178:500).
 */
export function drawnWeights(criteria: number, draws: number, random: Random, options: WeightOptions = {}): number[][] {
  const {order, lowerBounds = Array(criteria).fill(0) as number[]} = options;
  const free = 1 - lowerBounds.reduce((sum, bound) => sum + bound, 0);
  requireThat(free >= 0, "sum of lower bounds", 1 - free);
  const draw = () => {
    const drawn = Array.from({length: criteria}, () => -Math.log1p(-random()));
    const total = drawn.reduce((sum, value) => sum + value, 0);
    const placed = order && !options.lowerBounds ? inOrder(drawn, order) : drawn;
    return placed.map((value, k) => (lowerBounds[k] ?? 0) + (free * value) / total);
  };
  if (!order || !options.lowerBounds) return Array.from({length: draws}, draw);
  return Array.from({length: draws}, () => untilOrdered(draw, order));
}

/** With bounds and order together a sorted draw would not be uniform: draw until one is in order. */
function untilOrdered(draw: () => number[], order: readonly number[]): number[] {
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const weights = draw();
    if (order.every((k, place) => place === 0 || (weights[order[place - 1] ?? 0] ?? 0) >= (weights[k] ?? 0)))
      return weights;
  }
  throw new Error(`no weights in this order above the bounds: ${order}`);
}

/**
 * Stochastic multicriteria acceptability analysis, SMAA-2 (Lahdelma & Salminen, Oper Res 2001;49:444), over given draws:
 * `values[d]` and `weights[d]` belong together. The value of an alternative is the weighted sum of its criteria, its
 * rank 1 + the number strictly better, so that ties share the best rank.
 */
export function smaaOfDraws(values: readonly Criteria[], weights: readonly (readonly number[])[]): Smaa {
  requireThat(values.length > 0 && values.length === weights.length, "number of draws", values.length);
  const alternatives = values[0]?.length ?? 0;
  const criteria = weights[0]?.length ?? 0;
  const counts = Array.from({length: alternatives}, () => Array(alternatives).fill(0) as number[]);
  const sums = Array.from({length: alternatives}, () => Array(criteria).fill(0) as number[]);
  values.forEach((drawn, d) => {
    const weight = weights[d] ?? [];
    ranksOf(drawn, weight).forEach((rank, i) => {
      addAt(counts[i], rank - 1, 1);
      if (rank === 1) for (const [k, w] of weight.entries()) addAt(sums[i], k, w);
    });
  });
  const centralWeights = sums.map((sum, i) => {
    const firsts = counts[i]?.[0] ?? 0;
    return firsts === 0 ? null : sum.map((w) => w / firsts);
  });
  return {
    acceptability: counts.map((row) => row.map((count) => count / values.length)),
    centralWeights,
    confidence: centralWeights.map((central, i) => (central ? shareFirst(values, central, i) : 0)),
  };
}

/**
 * SMAA-2 with weights drawn uniformly from the simplex. `values` is one table of known values, or makes one from a
 * source of uniform numbers, so that the uncertainty of the data and of the weights count together. The same seed gives
 * the same answer. 10 000 draws give each acceptability within 0.01 (95 %).
 */
export function smaa(values: Criteria | ((random: Random) => Criteria), options: SmaaOptions = {}): Smaa {
  const {draws = usualDraws, seed = 1, ...weightOptions} = options;
  requireThat(Number.isSafeInteger(draws) && draws > 0, "draws", draws);
  const random = seededRandom(seed);
  const drawn = Array.from({length: draws}, () => (typeof values === "function" ? values(random) : values));
  const criteria = drawn[0]?.[0]?.length ?? 0;
  return smaaOfDraws(drawn, drawnWeights(criteria, draws, random, weightOptions));
}

/**
 * SMAA-2 for three criteria with known values, without simulation: the weights form a triangle that the lines of equal
 * value cut into polygons, and acceptabilities are their areas. Alternatives that are equal everywhere share a rank.
 */
export function exactSmaa(values: Criteria, options: WeightOptions = {}): Smaa {
  for (const row of values) requireThat(row.length === 3, "number of criteria", row.length);
  const whole = allowedWeights(options);
  const total = areaAndCentre(whole).area;
  requireThat(total > 0, "area of weights", total);
  const parts = values.map((_, i) => piecesByRank(values, i, whole));
  const acceptability = parts.map((pieces) =>
    pieces.map((polygons) => polygons.reduce((sum, polygon) => sum + areaAndCentre(polygon).area, 0) / total),
  );
  const centralWeights = parts.map(([first = []]) => centreOf(first));
  return {
    acceptability,
    centralWeights,
    confidence: centralWeights.map((central, i) => (central ? shareFirst([values], central, i) : 0)),
  };
}

type Polygons = readonly (typeof weightTriangle)[];

function allowedWeights({order, lowerBounds = [0, 0, 0]}: WeightOptions): typeof weightTriangle {
  const unit = (k: number) => [0, 1, 2].map((index) => (index === k ? 1 : 0));
  const ordered = order
    ? order.slice(1).map((k, place) => unit(order[place] ?? 0).map((value, index) => value - (unit(k)[index] ?? 0)))
    : [];
  const bounded = lowerBounds.map((bound, k) => unit(k).map((value) => value - bound));
  return [...ordered, ...bounded].reduce(
    (polygon, line) => clip(polygon, line as unknown as WeightLine),
    weightTriangle,
  );
}

/** For one alternative the polygons where it has each rank. */
function piecesByRank(values: Criteria, own: number, whole: typeof weightTriangle): Polygons[] {
  let pieces: Polygons[] = values.map((_, r) => (r === 0 ? [whole] : []));
  values.forEach((other, j) => {
    const better = other.map((value, k) => value - (values[own]?.[k] ?? 0)) as unknown as WeightLine;
    if (j === own || better.every((value) => value === 0)) return;
    const worse = better.map((value) => -value) as unknown as WeightLine;
    pieces = pieces.map((polygons, r) => [
      ...polygons.flatMap((polygon) => nonEmpty(clip(polygon, worse))),
      ...(pieces[r - 1] ?? []).flatMap((polygon) => nonEmpty(clip(polygon, better))),
    ]);
  });
  return pieces;
}

function nonEmpty(polygon: typeof weightTriangle): Polygons {
  return areaAndCentre(polygon).area > 0 ? [polygon] : [];
}

function centreOf(polygons: Polygons): number[] | null {
  const parts = polygons.map(areaAndCentre);
  const area = parts.reduce((sum, part) => sum + part.area, 0);
  if (area === 0) return null;
  return [0, 1, 2].map((k) => parts.reduce((sum, part) => sum + part.area * (part.centre[k] ?? 0), 0) / area);
}

function inOrder(drawn: readonly number[], order: readonly number[]): number[] {
  const falling = [...drawn].sort((a, b) => b - a);
  const weights = Array(drawn.length).fill(0) as number[];
  order.forEach((k, place) => {
    weights[k] = falling[place] ?? 0;
  });
  return weights;
}

function ranksOf(values: Criteria, weight: readonly number[]): number[] {
  const totals = values.map((row) => weightedSum(row, weight));
  const falling = [...totals].sort((a, b) => b - a);
  return totals.map((own) => 1 + falling.indexOf(own));
}

function shareFirst(values: readonly Criteria[], weight: readonly number[], own: number): number {
  return values.filter((drawn) => isFirst(drawn, weight, own)).length / values.length;
}

function isFirst(values: Criteria, weight: readonly number[], own: number): boolean {
  const best = weightedSum(values[own], weight);
  return values.every((row) => weightedSum(row, weight) <= best);
}

function weightedSum(row: readonly number[] | undefined, weight: readonly number[]): number {
  let total = 0;
  for (let k = 0; k < weight.length; k++) total += (row?.[k] ?? 0) * (weight[k] ?? 0);
  return total;
}

function addAt(row: number[] | undefined, index: number, value: number): void {
  if (row) row[index] = (row[index] ?? 0) + value;
}
