import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {rateRatioTest} from "../../../pipeline/measure/statistics/rate-ratio-test.ts";
import {exactBinomialTails, expectRelative} from "./slow.ts";

/** The three p-values by their definitions, for equal exposures or now : before as top : bottom - top. */
function slowPs(before: number, now: number, chance: readonly [number, number]) {
  const n = before + now;
  const probabilities = Array.from({length: n + 1}, (_, k) => exactBinomialTails(k, n, chance).exactly);
  const observed = probabilities[now] ?? 0;
  const sum = (keep: (p: number, k: number) => boolean) => probabilities.filter(keep).reduce((all, p) => all + p, 0);
  const smaller = Math.min(
    sum((_, k) => k <= now),
    sum((_, k) => k >= now),
  );
  return {
    pByProbability: sum((p) => p <= observed * (1 + 1e-7)),
    pByDoubling: Math.min(1, 2 * smaller),
    pMid: Math.min(1, 2 * smaller - observed),
  };
}

describe("rateRatioTest", () => {
  it("gives the published example of R's poisson.test: 11 in 800 against 21 in 3 011", () => {
    const test = rateRatioTest(21, 11, {exposureBefore: 1083 + 1050 + 878, exposureNow: 800});
    expect(test.pByProbability).toBeCloseTo(0.07967, 5);
    expect(test.ratio).toBeCloseTo(1.971488, 6);
    expect(test.lower).toBeCloseTo(0.8584264, 6);
    expect(test.upper).toBeCloseTo(4.2772659, 6);
  });

  it("gives the p-values of their definitions", () => {
    for (const [before, now] of [
      [3, 10],
      [10, 3],
      [0, 5],
      [7, 7],
      [20, 41],
      [41, 20],
      [1, 1],
    ] as const) {
      for (const [chance, exposures] of [
        [[1, 2], {}],
        [[1, 3], {exposureBefore: 2, exposureNow: 1}],
        [[3, 4], {exposureBefore: 1, exposureNow: 3}],
      ] as const) {
        const [test, expected] = [rateRatioTest(before, now, exposures), slowPs(before, now, chance)];
        expectRelative(test.pByProbability, expected.pByProbability, 1e-11);
        expectRelative(test.pByDoubling, expected.pByDoubling, 1e-11);
        expectRelative(test.pMid, expected.pMid, 1e-11);
      }
    }
  });

  it("has closed forms where nothing happened", () => {
    expect(rateRatioTest(0, 0)).toEqual({
      ratio: null,
      lower: 0,
      upper: Infinity,
      pByProbability: 1,
      pByDoubling: 1,
      pMid: 1,
    });
    const gone = rateRatioTest(5, 0);
    expect([gone.ratio, gone.lower]).toEqual([0, 0]);
    expectRelative(gone.upper, 0.025 ** (-1 / 5) - 1, 1e-12);
    expectRelative(gone.pByProbability, 2 * 0.5 ** 5, 1e-12);
    expectRelative(gone.pMid, 0.5 ** 5, 1e-12);
    const come = rateRatioTest(0, 5);
    expect([come.ratio, come.upper]).toEqual([Infinity, Infinity]);
    expectRelative(come.lower, 1 / (0.025 ** (-1 / 5) - 1), 1e-12);
  });

  it("rejects by doubling where the interval leaves out 1, and turns with the periods", () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(300), (before, now) => {
        const [test, turned] = [rateRatioTest(before, now), rateRatioTest(now, before)];
        expect(test.pByDoubling < 0.05).toBe(test.lower > 1 || test.upper < 1);
        expect(test.pMid).toBeLessThanOrEqual(test.pByDoubling);
        expectRelative(turned.pByProbability, test.pByProbability, 1e-9);
        if (before > 0 && now > 0) expectRelative(turned.lower * test.upper, 1, 1e-9);
      }),
    );
  });

  it("stays sound for millions", () => {
    const test = rateRatioTest(1_000_000, 1_004_000);
    expect(test.pByProbability).toBeCloseTo(test.pByDoubling, 6);
    expect(test.pByDoubling).toBeGreaterThan(0.004);
    expect(test.pByDoubling).toBeLessThan(0.005);
    expect(rateRatioTest(1_000_000, 0).pMid).toBe(0);
  });

  it("refuses what is not a count or an exposure", () => {
    expect(() => rateRatioTest(-1, 2)).toThrow(new Error("argument: count -1"));
    expect(() => rateRatioTest(1, 2, {exposureNow: 0})).toThrow(new Error("argument: exposure 0"));
    expect(() => rateRatioTest(1, 2, {level: 95})).toThrow(new Error("argument: level 95"));
  });
});
