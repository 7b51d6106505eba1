import {describe, expect, it} from "vitest";
import {drawnGamma, seededRandom} from "../../../pipeline/measure/statistics/seeded-random.ts";
import {drawnWeights, exactSmaa, smaa, smaaOfDraws} from "../../../pipeline/measure/statistics/smaa.ts";

const unit = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];
const mixed = [
  [1, 0.2, 0.3],
  [0.4, 0.9, 0.1],
  [0.5, 0.5, 0.6],
  [0.2, 0.1, 1],
];

function means(rows: readonly (readonly number[])[]): number[] {
  return (rows[0] ?? []).map((_, k) => rows.reduce((sum, row) => sum + (row[k] ?? 0), 0) / rows.length);
}

function expectAll(actual: readonly number[] | null | undefined, expected: readonly number[], error: number): void {
  expect(actual).toHaveLength(expected.length);
  for (const [k, value] of (actual ?? []).entries())
    expect(Math.abs(value - (expected[k] ?? Number.NaN))).toBeLessThanOrEqual(error);
}

describe("drawnWeights", () => {
  it("has the rank-order centroid as its mean under an order (Barron & Barrett 1996)", () => {
    const weights = drawnWeights(3, 20_000, seededRandom(3), {order: [1, 0, 2]});
    expectAll(means(weights), [5 / 18, 11 / 18, 2 / 18], 0.006);
    expect(weights.every(([a = 0, b = 0, c = 0]) => b >= a && a >= c && Math.abs(a + b + c - 1) < 1e-12)).toBe(true);
  });

  it("is uniform on the simplex: mean 1/n, variance (n - 1) / n² / (n + 1)", () => {
    const weights = drawnWeights(4, 20_000, seededRandom(4));
    expectAll(means(weights), [0.25, 0.25, 0.25, 0.25], 0.006);
    const variance = means(weights.map((row) => row.map((w) => (w - 0.25) ** 2)));
    expectAll(variance, Array(4).fill(3 / 80), 0.002);
  });

  it("keeps lower bounds, and order and bounds together", () => {
    const bounded = drawnWeights(3, 5000, seededRandom(5), {lowerBounds: [0.2, 0.1, 0]});
    expect(bounded.every(([a = 0, b = 0]) => a >= 0.2 && b >= 0.1)).toBe(true);
    expectAll(means(bounded), [0.2 + 0.7 / 3, 0.1 + 0.7 / 3, 0.7 / 3], 0.01);
    const both = drawnWeights(3, 500, seededRandom(6), {order: [0, 1, 2], lowerBounds: [0, 0, 0.1]});
    expect(both.every(([a = 0, b = 0, c = 0]) => a >= b && b >= c && c >= 0.1)).toBe(true);
    expect(() => drawnWeights(2, 1, seededRandom(1), {lowerBounds: [0.7, 0.6]})).toThrow(
      "argument: sum of lower bounds",
    );
    expect(() => drawnWeights(2, 1, seededRandom(1), {order: [0, 1], lowerBounds: [0, 0.6]})).toThrow("no weights");
  });
});

describe("exactSmaa", () => {
  it("splits the triangle in three between three specialists, with centres in closed form", () => {
    const {acceptability, centralWeights, confidence} = exactSmaa(unit);
    for (const row of acceptability) expectAll(row, [1 / 3, 1 / 3, 1 / 3], 1e-12);
    expectAll(centralWeights[0], [11 / 18, 7 / 36, 7 / 36], 1e-12);
    expect(confidence).toEqual([1, 1, 1]);
  });

  it("has the areas of triangles: value (1, 0, 0) beats a flat 0.4 where w1 > 0.4", () => {
    const {acceptability, centralWeights} = exactSmaa([
      [1, 0, 0],
      [0.4, 0.4, 0.4],
    ]);
    expectAll(acceptability[0], [0.36, 0.64], 1e-12);
    expectAll(centralWeights[0], [0.6, 0.2, 0.2], 1e-12);
  });

  it("lets equals share the best rank", () => {
    const {acceptability} = exactSmaa([
      [1, 1, 1],
      [1, 1, 1],
      [0, 0, 0],
    ]);
    expect(acceptability).toEqual([
      [1, 0, 0],
      [1, 0, 0],
      [0, 0, 1],
    ]);
  });

  it("is null where it is never first", () => {
    const {centralWeights, confidence} = exactSmaa([
      [1, 1, 1],
      [0.5, 0.9, 0.2],
    ]);
    expect(centralWeights[1]).toBeNull();
    expect(confidence).toEqual([1, 0]);
  });

  it.each([
    ["free weights", {}],
    ["an order", {order: [1, 0, 2]}],
    ["lower bounds", {lowerBounds: [0.1, 0.2, 0.1]}],
    ["both", {order: [0, 1, 2], lowerBounds: [0, 0, 0.1]}],
  ])("agrees with simulation: %s", (_, options) => {
    const [exact, drawn] = [exactSmaa(mixed, options), smaa(mixed, {...options, draws: 8000, seed: 11})];
    exact.acceptability.forEach((row, i) => {
      expect(row.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10);
      row.forEach((share, r) => {
        const error = 4 * Math.sqrt((share * (1 - share)) / 8000) + 1e-4;
        expect(Math.abs(share - (drawn.acceptability[i]?.[r] ?? 9))).toBeLessThan(error);
      });
    });
  });
});

describe("smaa", () => {
  it("gives the same answer for the same seed and another for another", () => {
    expect(smaa(mixed, {draws: 200, seed: 3})).toEqual(smaa(mixed, {draws: 200, seed: 3}));
    expect(smaa(mixed, {draws: 200, seed: 3})).not.toEqual(smaa(mixed, {draws: 200, seed: 4}));
  });

  it("carries the uncertainty of the data: a coin between two", () => {
    const {acceptability, confidence} = smaa((random) => (random() < 0.5 ? [[1], [0]] : [[0], [1]]), {draws: 4000});
    expect(acceptability[0]?.[0]).toBeCloseTo(0.5, 1);
    expect(confidence[0]).toBeCloseTo(0.5, 1);
  });

  it("counts given draws by hand", () => {
    const values = [
      [
        [1, 0],
        [0, 1],
      ],
      [
        [1, 0],
        [0, 1],
      ],
      [
        [1, 0],
        [0, 1],
      ],
      [
        [0.5, 0.5],
        [0.5, 0.5],
      ],
    ];
    const weights = [
      [0.9, 0.1],
      [0.6, 0.4],
      [0.2, 0.8],
      [0.5, 0.5],
    ];
    const {acceptability, centralWeights, confidence} = smaaOfDraws(values, weights);
    expect(acceptability).toEqual([
      [0.75, 0.25],
      [0.5, 0.5],
    ]);
    expectAll(centralWeights[0], [2 / 3, 1 / 3], 1e-12);
    expectAll(centralWeights[1], [0.35, 0.65], 1e-12);
    expect(confidence).toEqual([1, 1]);
  });
});

describe("seededRandom", () => {
  it("is uniform, and the same for the same seed", () => {
    const [one, same] = [seededRandom(9), seededRandom(9)];
    const drawn = Array.from({length: 20_000}, () => one());
    expect(drawn.slice(0, 50)).toEqual(Array.from({length: 50}, () => same()));
    expect(drawn.every((u) => u >= 0 && u < 1)).toBe(true);
    for (const limit of [0.1, 0.5, 0.9])
      expect(Math.abs(drawn.filter((u) => u < limit).length / 20_000 - limit)).toBeLessThan(0.012);
    expect(() => seededRandom(0.5)).toThrow(new Error("argument: seed 0.5"));
  });

  it("draws gamma variables with mean and variance equal to the shape", () => {
    const random = seededRandom(10);
    for (const shape of [0.5, 3, 40]) {
      const drawn = Array.from({length: 20_000}, () => drawnGamma(shape, random));
      const mean = drawn.reduce((sum, x) => sum + x, 0) / 20_000;
      const variance = drawn.reduce((sum, x) => sum + (x - mean) ** 2, 0) / 20_000;
      expect(Math.abs(mean / shape - 1)).toBeLessThan(0.04);
      expect(Math.abs(variance / shape - 1)).toBeLessThan(0.08);
    }
  });
});
