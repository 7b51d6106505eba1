import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {anhoejRuns} from "../../../../pipeline/measure/statistics/control-chart/runs.ts";
import {exactBinomialTails} from "../slow.ts";

const alternating = (points: number) => Array.from({length: points}, (_, i) => (i % 2 === 0 ? 1 : -1));

describe("anhoejRuns", () => {
  it("gives the published limits for 10 to 100 useful points", () => {
    // Anhøj & Olesen 2014: longest run round(log2 n) + 3; crossings the 5 % quantile, here from sums of whole numbers.
    const printed = [
      [10, 6, 2],
      [12, 7, 3],
      [20, 7, 6],
      [24, 8, 8],
      [30, 8, 10],
      [60, 9, 23],
    ] as const;
    for (const [useful, longestRunLimit, fewestCrossings] of printed)
      expect(anhoejRuns(alternating(useful), 0)).toMatchObject({useful, longestRunLimit, fewestCrossings});
    for (let useful = 10; useful <= 100; useful++) {
      const {fewestCrossings} = anhoejRuns(alternating(useful), 0);
      const below = (q: number) => exactBinomialTails(q, useful - 1, [1, 2]).atMost;
      expect(below(fewestCrossings ?? 0)).toBeGreaterThanOrEqual(0.05);
      expect(below((fewestCrossings ?? 0) - 1)).toBeLessThan(0.05);
    }
  });

  it("counts runs and crossings, and skips the centre and what is missing", () => {
    const runs = anhoejRuns([3, 4, 5, null, 6, 5, 7, 8, 2, 1, 5, 1, 9, 9], 5);
    // Useful: 3 4 | 6 7 8 | 2 1 1 | 9 9.
    expect(runs).toMatchObject({useful: 10, longestRun: 3, crossings: 3, signal: false});
  });

  it("sees a shift as a long run with few crossings", () => {
    const shifted = [...alternating(2), ...Array(8).fill(-1), ...Array(8).fill(1)];
    expect(anhoejRuns(shifted, 0)).toMatchObject({longestRun: 9, longestRunLimit: 7, longSignal: true, signal: true});
    const pairs = Array.from({length: 24}, (_, i) => (i % 8 < 4 ? 1 : -1));
    expect(anhoejRuns(pairs, 0)).toMatchObject({longSignal: false, crossings: 5, crossingSignal: true, signal: true});
  });

  it("judges nothing from fewer than 10 useful points, and has nothing to say of none", () => {
    expect(anhoejRuns(Array(9).fill(1), 0)).toMatchObject({useful: 9, longestRun: 9, signal: null, longSignal: null});
    expect(anhoejRuns(Array(10).fill(1), 0)).toMatchObject({longSignal: true, crossingSignal: true});
    expect(anhoejRuns(Array(9).fill(1), 0, {fewest: 5}).signal).toBe(true);
    expect(anhoejRuns([2, null, 2], 2)).toMatchObject({useful: 0, longestRun: null, crossings: null, signal: null});
    expect(() => anhoejRuns([1], Number.NaN)).toThrow(new Error("argument: centre NaN"));
  });

  it("is the same upside down, backwards and in another unit, and counts a missing month nowhere", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({min: -4, max: 4}), {maxLength: 60}), fc.nat(59), (values, at) => {
        const runs = anhoejRuns(values, 0);
        expect(
          anhoejRuns(
            values.map((value) => -3 * value),
            0,
          ),
        ).toEqual(runs);
        expect(anhoejRuns(values.toReversed(), 0)).toEqual(runs);
        expect(anhoejRuns(values.toSpliced(at, 0, 0), 0)).toEqual(runs);
        expect(anhoejRuns([...values.slice(0, at), null, ...values.slice(at)], 0)).toEqual(runs);
      }),
    );
  });
});
