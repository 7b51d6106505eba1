import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {rankDistribution} from "../../../pipeline/measure/statistics/rank-distribution.ts";
import {
  expectedRank,
  pairwiseProbabilities,
  rankGroup,
  rankInterval,
  topProbability,
  topWord,
} from "../../../pipeline/measure/statistics/rank-summary.ts";
import {slowBeta} from "./slow.ts";

const ten = rankDistribution([14, 11, 9, 8, 6, 5, 3, 2, 1, 1]);
const row = (index: number) => ten[index] ?? [];

describe("rankInterval", () => {
  it("gives the second of ten categories with sixty reports rank 1-4 (80 %)", () => {
    expect(rankInterval(row(1), 0.8)).toEqual({lower: 1, upper: 4});
    // 1-3 holds 0.802 and 1-4 0.927.
    expect(rankInterval(row(1), 0.8, "nearest")).toEqual({lower: 1, upper: 3});
  });

  it("by quantiles takes the first ranks that reach each tail", () => {
    expect(rankInterval([0.1, 0.4, 0.4, 0.1], 0.8)).toEqual({lower: 1, upper: 3});
    expect(rankInterval([0.09, 0.41, 0.4, 0.1], 0.8)).toEqual({lower: 2, upper: 3});
    expect(rankInterval([1, 0, 0])).toEqual({lower: 1, upper: 1});
    expect(rankInterval([0, 0, 1])).toEqual({lower: 3, upper: 3});
    expect(rankInterval([0.02, 0.96, 0.02])).toEqual({lower: 2, upper: 2});
  });

  it("nearest to the level takes in likely neighbours while that brings it nearer", () => {
    const nearest = (ranks: readonly number[]) => rankInterval(ranks, 0.8, "nearest");
    expect(nearest([0.1, 0.55, 0.35])).toEqual({lower: 2, upper: 3});
    expect(nearest([0.1, 0.7, 0.2])).toEqual({lower: 2, upper: 2});
    expect(nearest([0.02, 0.74, 0.24])).toEqual({lower: 2, upper: 2});
    expect(nearest([0.25, 0.5, 0.25])).toEqual({lower: 2, upper: 3});
    expect(nearest([0.95, 0.05])).toEqual({lower: 1, upper: 1});
    expect(nearest([0.05, 0.95])).toEqual({lower: 2, upper: 2});
    expect(nearest([1])).toEqual({lower: 1, upper: 1});
    expect(nearest(Array(10).fill(0.1))).toEqual({lower: 2, upper: 9});
  });

  it("nearest to the level is the most probable of all intervals of its length", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), {minLength: 2, maxLength: 12}), (counts) => {
        for (const ranks of rankDistribution(counts)) {
          const {lower, upper} = rankInterval(ranks, 0.8, "nearest");
          const held = (from: number) => ranks.slice(from, from + upper - lower + 1).reduce((sum, p) => sum + p, 0);
          for (let from = 0; from + upper - lower < ranks.length; from++)
            expect(held(from)).toBeLessThanOrEqual(held(lower - 1) + 1e-9);
          const most = Math.max(...ranks);
          expect(Math.abs(held(lower - 1) - 0.8)).toBeLessThanOrEqual(Math.max(most / 2, most - 0.8) + 1e-9);
        }
      }),
      {numRuns: 60},
    );
  });
});

describe("words", () => {
  it("calls a place robust only when it is nearly sure", () => {
    expect(ten.map((ranks) => topWord(ranks, 3))).toEqual([
      "robust",
      "open",
      "open",
      "open",
      "open",
      "utanfor",
      "utanfor",
      "utanfor",
      "utanfor",
      "utanfor",
    ]);
    expect(topProbability(row(0), 3)).toBeCloseTo(0.954, 3);
    expect(topProbability(row(0), 10)).toBeCloseTo(1, 12);
    expect(topProbability(row(0), 0)).toBe(0);
  });

  it("tells a unit from the middle only when its 95 % interval does", () => {
    expect(ten.map(rankGroup)).toEqual([
      "hoegare",
      "hoegare",
      "uskilt",
      "uskilt",
      "uskilt",
      "uskilt",
      "uskilt",
      "uskilt",
      "laagare",
      "laagare",
    ]);
    expect(rankGroup([0.25, 0.25, 0.25, 0.25])).toBe("uskilt");
  });

  it("has expected ranks that sum to the sum of the ranks", () => {
    expect(ten.reduce((sum, ranks) => sum + expectedRank(ranks), 0)).toBeCloseTo(55, 8);
    expect(expectedRank([0, 0.5, 0.5])).toBe(2.5);
  });
});

describe("pairwiseProbabilities", () => {
  it("is an exact binomial sum for whole shapes, and what the ranks of two say", () => {
    const prior = {shape: 1, rate: 0};
    expect(pairwiseProbabilities([7, 4], {prior})[0]?.[1]).toBeCloseTo(slowBeta(1, 2, 5, 8), 12);
    const options = {exposures: [3, 8], prior: {shape: 2.5, rate: 0.7}};
    expect(pairwiseProbabilities([7, 4], options)[0]?.[1]).toBeCloseTo(
      rankDistribution([7, 4], options)[0]?.[0] ?? 0,
      10,
    );
  });

  it("is half where nothing can be told apart, and complements itself", () => {
    const all = pairwiseProbabilities([5, 9, 1]);
    for (const [i, own] of all.entries())
      for (const [j, p] of own.entries()) expect(p + (all[j]?.[i] ?? 0)).toBeCloseTo(1, 12);
    expect(pairwiseProbabilities([5, 9], {prior: {shape: Infinity, rate: Infinity}})).toEqual([
      [0.5, 0.5],
      [0.5, 0.5],
    ]);
  });
});
