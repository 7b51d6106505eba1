import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {clopperPearsonInterval, wilsonInterval} from "../../../pipeline/measure/statistics/share-interval.ts";
import {bisect, exactBinomialTails, expectRelative} from "./slow.ts";

const z = 1.9599639845400543;
const trials = fc.integer({min: 1, max: 100_000}).chain((n) => fc.tuple(fc.integer({min: 0, max: n}), fc.constant(n)));

/** Wilson's definition: the shares p whose score test does not reject, by bisection. */
function slowWilson(successes: number, n: number): {lower: number; upper: number} {
  const share = successes / n;
  const rejects = (p: number) => (share - p) ** 2 >= (z * z * p * (1 - p)) / n;
  return {lower: bisect((p) => !rejects(p), 0, share), upper: bisect(rejects, share, 1)};
}

describe("wilsonInterval", () => {
  it("gives the published examples", () => {
    // Newcombe, Stat Med 1998;17:857: the score method without continuity correction.
    const published = [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [1, 29, 0.0061, 0.1718],
    ] as const;
    for (const [successes, n, lower, upper] of published) {
      const interval = wilsonInterval(successes, n);
      expect(interval.lower).toBeCloseTo(lower, 4);
      expect(interval.upper).toBeCloseTo(upper, 4);
    }
  });

  it("is exactly 0 or 1 at the ends, with the closed form at the other", () => {
    for (const n of [1, 3, 10, 20, 263, 1_000_000]) {
      expect(wilsonInterval(0, n).lower).toBe(0);
      expect(wilsonInterval(n, n).upper).toBe(1);
      expectRelative(wilsonInterval(0, n).upper, (z * z) / (n + z * z), 1e-13);
      expectRelative(wilsonInterval(n, n).lower, n / (n + z * z), 1e-13);
    }
  });

  it("holds the shares that the score test does not reject: 14 of 41, 26 of 41", () => {
    for (const [successes, n] of [
      [14, 41],
      [26, 41],
      [1, 5],
      [999, 1000],
    ] as const) {
      const [interval, expected] = [wilsonInterval(successes, n), slowWilson(successes, n)];
      expectRelative(interval.lower, expected.lower, 1e-10);
      expectRelative(interval.upper, expected.upper, 1e-10);
    }
  });

  it("is symmetric, holds the share and stays within 0 and 1", () => {
    fc.assert(
      fc.property(trials, fc.double({min: 0.5, max: 0.999, noNaN: true}), ([successes, n], level) => {
        const {lower, upper} = wilsonInterval(successes, n, level);
        const mirrored = wilsonInterval(n - successes, n, level);
        expect(Math.abs(lower + mirrored.upper - 1)).toBeLessThan(1e-14);
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(upper).toBeLessThanOrEqual(1);
        expect(lower).toBeLessThanOrEqual(successes / n);
        expect(upper).toBeGreaterThanOrEqual(successes / n);
      }),
    );
  });

  it("refuses more successes than cases, and no cases", () => {
    expect(() => wilsonInterval(3, 2)).toThrow(new Error("argument: successes 3"));
    expect(() => wilsonInterval(-1, 2)).toThrow(new Error("argument: successes -1"));
    expect(() => wilsonInterval(0, 0)).toThrow(new Error("argument: n 0"));
    expect(() => wilsonInterval(1, 2.5)).toThrow(new Error("argument: n 2.5"));
    expect(() => wilsonInterval(1, 2, 0)).toThrow(new Error("argument: level 0"));
  });
});

describe("clopperPearsonInterval", () => {
  it("gives the published examples", () => {
    // Newcombe, Stat Med 1998;17:857: the exact method.
    const published = [
      [81, 263, 0.2527, 0.3676],
      [15, 148, 0.0578, 0.1617],
      [0, 20, 0, 0.1684],
      [1, 29, 0.0009, 0.1776],
    ] as const;
    for (const [successes, n, lower, upper] of published) {
      const interval = clopperPearsonInterval(successes, n);
      expect(interval.lower).toBeCloseTo(lower, 4);
      expect(interval.upper).toBeCloseTo(upper, 4);
    }
  });

  it("leaves 2.5 % in each tail of the binomial distribution, summed in whole numbers", () => {
    for (const [successes, n] of [
      [1, 5],
      [14, 41],
      [199, 200],
    ] as const) {
      const {lower, upper} = clopperPearsonInterval(successes, n);
      // A limit rounded to a fraction of a thousand million moves the tail by less than a millionth of itself.
      const fraction = (share: number) => [Math.round(share * 1e9), 1e9] as const;
      const above = exactBinomialTails(successes - 1, n, fraction(lower)).above;
      expect(Math.abs(above / 0.025 - 1)).toBeLessThan(1e-5);
      expect(Math.abs(exactBinomialTails(successes, n, fraction(upper)).atMost / 0.025 - 1)).toBeLessThan(1e-5);
    }
  });

  it("has closed forms at the ends, without loss for huge n", () => {
    for (const n of [1, 20, 1e9]) {
      expect(clopperPearsonInterval(0, n).lower).toBe(0);
      expect(clopperPearsonInterval(n, n).upper).toBe(1);
      expectRelative(clopperPearsonInterval(0, n).upper, -Math.expm1(Math.log(0.025) / n), 1e-11);
      expectRelative(clopperPearsonInterval(n, n).lower, 0.025 ** (1 / n), 1e-11);
    }
  });

  it("is symmetric and holds the share", () => {
    fc.assert(
      fc.property(trials, ([successes, n]) => {
        const [exact, mirrored] = [clopperPearsonInterval(successes, n), clopperPearsonInterval(n - successes, n)];
        expect(Math.abs(exact.lower + mirrored.upper - 1)).toBeLessThan(1e-12);
        expect(exact.lower).toBeLessThanOrEqual(successes / n);
        expect(exact.upper).toBeGreaterThanOrEqual(successes / n);
      }),
    );
  });
});
