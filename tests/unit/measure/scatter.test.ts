import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {gammaLowerQuantile} from "../../../pipeline/measure/statistics/gamma.ts";
import {normalUpperQuantile} from "../../../pipeline/measure/statistics/normal.ts";
import {poissonQuantile} from "../../../pipeline/measure/statistics/poisson.ts";
import {scatterOf, scatterOfPairs} from "../../../pipeline/measure/statistics/scatter.ts";
import {raisedLevel, scatterDegrees, sideDegrees} from "../../../pipeline/measure/statistics/scatter-degrees.ts";
import {type Random, seededRandom} from "../../../pipeline/measure/statistics/seeded-random.ts";

const observed = (counts: readonly number[], exposure = 1) => counts.map((count) => ({count, exposure}));

describe("scatterOf", () => {
  it("is Pearson's sum over the degrees of freedom, about one rate on each side", () => {
    // (1 + 1) / 3 + (4 + 4) / 7 over 5 points less 2.
    const scatter = scatterOf([observed([2, 3, 4]), observed([5, 7, 9])]);
    expect(scatter.dispersion).toBeCloseTo((2 / 3 + 8 / 7) / 4, 12);
    expect(scatter).toMatchObject({degrees: 4, mean: 5});
  });

  it("is 1 while there are too few periods to see it, and 0 of nothing but zeros", () => {
    expect(scatterOf([observed([0, 90]), observed([9, 1, 40])]).dispersion).toBe(1);
    expect(scatterOf([observed([0, 0, 0]), observed([0, 0, 0])]).dispersion).toBe(0);
  });
});

describe("scatterOfPairs", () => {
  it("is the chi-square of the table of pairs over its degrees of freedom", () => {
    const [earlier, later] = [
      [12, 30, 21, 8],
      [10, 33, 20, 9],
    ];
    const total = [...earlier, ...later].reduce((sum, count) => sum + count, 0);
    let chiSquare = 0;
    for (const row of [earlier, later])
      for (const [k, count] of row.entries()) {
        const rowSum = row.reduce((sum, value) => sum + value, 0);
        const expected = (rowSum * ((earlier[k] ?? 0) + (later[k] ?? 0))) / total;
        chiSquare += (count - expected) ** 2 / expected;
      }
    expect(scatterOfPairs(observed(earlier), observed(later)).dispersion).toBeCloseTo(chiSquare / 3, 12);
  });

  it("sees no scatter in a season that comes back, whatever it is counted among", () => {
    const months = [40, 10, 12, 9, 30, 22];
    expect(scatterOfPairs(observed(months), observed(months)).dispersion).toBeCloseTo(0, 12);
    const halves = months.map((count) => count / 2);
    expect(scatterOfPairs(observed(months, 2), observed(halves, 1)).dispersion).toBeCloseTo(0, 12);
  });

  it("finds the dispersion that negative binomial counts with a season were drawn with", () => {
    const random = seededRandom(3);
    const season = [6, 8, 10, 14, 18, 20, 18, 14, 10, 8, 6, 12];
    const draw = () => observed(season.map((mean) => scattered(mean, 2.5, random)));
    const found = Array.from({length: 400}, () => scatterOfPairs(draw(), draw()).dispersion);
    expect(found.reduce((sum, one) => sum + one, 0) / found.length).toBeGreaterThan(2.3);
    expect(found.reduce((sum, one) => sum + one, 0) / found.length).toBeLessThan(2.7);
  });

  it("says nothing of a side without events", () => {
    expect(scatterOfPairs(observed([3, 4, 5]), observed([0, 0, 0]))).toMatchObject({dispersion: 0, degrees: 2});
    expect(scatterOfPairs(observed([0, 0, 0]), observed([3, 4, 5])).dispersion).toBe(0);
    expect(scatterOfPairs(observed([0]), observed([0]))).toMatchObject({dispersion: 0, degrees: 1});
  });
});

describe("the degrees of freedom", () => {
  it("are fewer by the kurtosis of the counts, and never less than a third", () => {
    expect(scatterDegrees({degrees: 10, dispersion: 1, mean: 0.1})).toBe(10);
    // A negative binomial count with mean 3.25 and variance 6.5 has an excess kurtosis of 2.
    expect(scatterDegrees({degrees: 10, dispersion: 2, mean: 3.25})).toBeCloseTo(5, 12);
    expect(scatterDegrees({degrees: 9, dispersion: 50, mean: 1})).toBeCloseTo(3, 12);
    expect(scatterDegrees({degrees: 4, dispersion: 3, mean: 0})).toBe(4);
  });

  it("are those of the shorter side", () => {
    expect(sideDegrees(20, {before: 12, after: 12, slope: true})).toBe(10);
    expect(sideDegrees(32, {before: 30, after: 8, slope: false})).toBe(7);
    expect(sideDegrees(5, {before: 30, after: 30, slope: true})).toBe(5);
    expect(sideDegrees(3, {before: 2, after: 9, slope: true})).toBe(1);
  });

  it("raise a level as Student's quantile lies outside the normal one", () => {
    // Published table: 2.228139 for 10 degrees, 12.706205 for 1.
    expect(normalUpperQuantile((1 - raisedLevel(0.95, 10)) / 2)).toBeCloseTo(2.2281389, 6);
    expect(raisedLevel(0.95, 1)).toBeLessThan(1);
    fc.assert(
      fc.property(fc.double({min: 0.5, max: 0.999, noNaN: true}), fc.integer({min: 1, max: 60}), (level, degrees) => {
        expect(raisedLevel(level, degrees)).toBeGreaterThan(level);
        expect(raisedLevel(level, degrees)).toBeGreaterThanOrEqual(raisedLevel(level, degrees + 1));
      }),
      {numRuns: 50},
    );
  });
});

function scattered(mean: number, dispersion: number, random: Random): number {
  const shape = mean / (dispersion - 1);
  return poissonQuantile(random(), (gammaLowerQuantile(random(), shape) * mean) / shape);
}
