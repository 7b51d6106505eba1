import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  byarInterval,
  countInterval,
  exactPoissonInterval,
  standardisedRatio,
} from "../../../pipeline/measure/statistics/poisson-interval.ts";
import {expectRelative, slowPoissonInterval} from "./slow.ts";

const counts = fc.integer({min: 0, max: 20_000});
const levels = fc.double({min: 0.5, max: 0.999, noNaN: true});

describe("exactPoissonInterval", () => {
  it("has a closed form for no events", () => {
    const {lower, upper} = exactPoissonInterval(0);
    expect(lower).toBe(0);
    expectRelative(upper, 3.688879454113936, 1e-13);
    expectRelative(exactPoissonInterval(0, 0.99).upper, -Math.log(0.005), 1e-13);
    expectRelative(exactPoissonInterval(0, 0.998).upper, -Math.log(0.001), 1e-13);
  });

  it("gives the published example of 25 events", () => {
    // GraphPad, "How QuickCalcs computes the confidence interval of a count" (Garwood's method, two decimals).
    const published = [
      [0.9, 17.38, 34.92],
      [0.95, 16.18, 36.9],
      [0.99, 14.0, 41.0],
    ] as const;
    for (const [level, lower, upper] of published) {
      const interval = exactPoissonInterval(25, level);
      expect(interval.lower).toBeCloseTo(lower, 2);
      expect(interval.upper).toBeCloseTo(upper, 2);
    }
  });

  it("agrees with bisection on summed Poisson probabilities", () => {
    for (const count of [1, 2, 9, 10, 41, 170, 999, 2500]) {
      for (const level of [0.8, 0.95, 0.99, 0.998]) {
        const expected = slowPoissonInterval(count, (1 - level) / 2);
        const interval = exactPoissonInterval(count, level);
        expectRelative(interval.lower, expected.lower, 1e-11);
        expectRelative(interval.upper, expected.upper, 1e-11);
      }
    }
  });

  it("is right for 999 events, where a common library's chi-square quantile says 1063.09", () => {
    expect(exactPoissonInterval(999).upper).toBeCloseTo(1062.92, 2);
  });

  it("approaches its expansion for a million and a thousand million events", () => {
    // Cornish-Fisher for the gamma quantile: shape ± z √shape + (z² - 1) / 3 ± (z³ - 7z) / (36 √shape).
    const z = 1.9599639845400543;
    const expansion = (shape: number, side: number) =>
      shape + side * z * Math.sqrt(shape) + (z * z - 1) / 3 + (side * (z ** 3 - 7 * z)) / (36 * Math.sqrt(shape));
    for (const count of [1e6, 1e9]) {
      const {lower, upper} = exactPoissonInterval(count);
      expectRelative(lower, expansion(count, -1), 1e-12);
      expectRelative(upper, expansion(count + 1, 1), 1e-12);
    }
  });

  it("stays sound at extreme levels", () => {
    const {lower, upper} = exactPoissonInterval(1, 1 - 2e-12);
    // 1 - e^-x = 1e-12 and e^-x (1 + x) = 1e-12: the level itself has only four digits this near to 1.
    expectRelative(lower, 1e-12, 1e-3);
    expectRelative(Math.exp(-upper) * (1 + upper), 1e-12, 1e-3);
  });

  it("holds the count, widens with the level and rises with the count", () => {
    fc.assert(
      fc.property(counts, levels, (count, level) => {
        const narrow = exactPoissonInterval(count, level);
        const wide = exactPoissonInterval(count, level + (1 - level) / 2);
        const next = exactPoissonInterval(count + 1, level);
        expect(narrow.lower).toBeLessThanOrEqual(count);
        expect(narrow.upper).toBeGreaterThan(count);
        expect(wide.lower).toBeLessThanOrEqual(narrow.lower);
        expect(wide.upper).toBeGreaterThan(narrow.upper);
        expect(next.lower).toBeGreaterThan(narrow.lower);
        expect(next.upper).toBeGreaterThan(narrow.upper);
      }),
    );
  });
});

describe("byarInterval", () => {
  it("is the formula written out for 41 reports", () => {
    // 41 (1 - 1/369 ∓ 1.9599639845 / (3 √41))³, and with 42: Python's decimal with 40 digits.
    const {lower, upper} = byarInterval(41);
    expectRelative(lower, 29.41907130811138, 1e-12);
    expectRelative(upper, 55.622575746098455, 1e-12);
  });

  it("is close to the exact interval from 10 events", () => {
    for (const count of [10, 12, 20, 41, 100, 170, 999, 10_000, 1_000_000]) {
      const [byar, exact] = [byarInterval(count), exactPoissonInterval(count)];
      expectRelative(byar.lower, exact.lower, 0.0025);
      expectRelative(byar.upper, exact.upper, 0.0005);
    }
  });

  it("never goes below 0", () => {
    expect(byarInterval(0).lower).toBe(0);
    expect(byarInterval(1, 0.998).lower).toBe(0);
  });
});

describe("countInterval", () => {
  it("is exact below 10 and Byar from 10", () => {
    expect(countInterval(9)).toEqual(exactPoissonInterval(9));
    expect(countInterval(10)).toEqual(byarInterval(10));
    expect(countInterval(10, {method: "exact"})).toEqual(exactPoissonInterval(10));
    expect(countInterval(0, {level: 0.998})).toEqual(exactPoissonInterval(0, 0.998));
  });
});

describe("all three", () => {
  it("refuse what is not a count or a level", () => {
    const published = (count: number, level?: number) => countInterval(count, level === undefined ? {} : {level});
    for (const interval of [exactPoissonInterval, byarInterval, published]) {
      expect(() => interval(-1)).toThrow(new Error("argument: count -1"));
      expect(() => interval(1.5)).toThrow(new Error("argument: count 1.5"));
      expect(() => interval(Number.NaN)).toThrow(new Error("argument: count NaN"));
      expect(() => interval(3, 1)).toThrow(new Error("argument: level 1"));
      expect(() => interval(3, 95)).toThrow(new Error("argument: level 95"));
    }
  });
});

describe("standardisedRatio", () => {
  it("divides the count and its interval by the number expected", () => {
    const {ratio, lower, upper} = standardisedRatio(41, 30);
    expectRelative(ratio, 41 / 30, 1e-15);
    expectRelative(lower, byarInterval(41).lower / 30, 1e-15);
    expectRelative(upper, byarInterval(41).upper / 30, 1e-15);
    expect(standardisedRatio(25, 1, {method: "exact"})).toEqual({ratio: 25, ...exactPoissonInterval(25)});
    expectRelative(standardisedRatio(0, 2).upper, -Math.log(0.025) / 2, 1e-13);
  });

  it("refuses to divide by nothing expected", () => {
    expect(() => standardisedRatio(1, 0)).toThrow(new Error("argument: expected 0"));
  });
});
