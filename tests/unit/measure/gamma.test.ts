import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  chiSquareCdf,
  chiSquareQuantile,
  chiSquareUpper,
  gammaLower,
  gammaLowerQuantile,
  gammaUpper,
  gammaUpperQuantile,
  lnGammaLower,
  lnGammaUpper,
} from "../../../pipeline/measure/statistics/gamma.ts";
import {exactPoissonTails, expectRelative, poissonAtLeast, poissonAtMost} from "./slow.ts";

const shapes = fc.double({min: 0.5, max: 5000, noNaN: true});
const probabilities = fc.double({min: 1e-12, max: 1 - 1e-9, noNaN: true});

describe("incomplete gamma", () => {
  it("is a Poisson sum for whole shapes, in both tails", () => {
    for (const shape of [1, 2, 10, 41, 100, 999]) {
      for (const deviate of [-6, -3, -1, 0, 1, 3, 6]) {
        const x = Math.max(shape + deviate * Math.sqrt(shape), shape / 50);
        expectRelative(gammaUpper(shape, x), poissonAtMost(shape - 1, x), 5e-12);
        expectRelative(gammaLower(shape, x), poissonAtLeast(shape, x), 5e-12);
      }
    }
  });

  it("is the error function for shape ½", () => {
    // erf and erfc from Abramowitz & Stegun table 7.1 and, beyond it, their published high-precision values.
    expectRelative(gammaLower(0.5, 0.25), 0.5204998778130465, 1e-14);
    expectRelative(gammaLower(0.5, 1), 0.8427007929497149, 1e-14);
    expectRelative(gammaUpper(0.5, 1), 0.15729920705028513, 1e-14);
    expectRelative(gammaUpper(0.5, 25), 1.537459794428035e-12, 1e-13);
    expectRelative(gammaUpper(0.5, 100), 2.088487583762545e-45, 1e-13);
  });

  it("follows the recurrence from ½ to 1½ and 2½", () => {
    const erfc = 0.15729920705028513;
    const step = (2 / Math.sqrt(Math.PI)) * Math.exp(-1);
    expectRelative(gammaUpper(1.5, 1), erfc + step, 1e-14);
    expectRelative(gammaUpper(2.5, 1), erfc + step + (2 / 3) * step, 1e-14);
  });

  it("keeps its digits for shapes up to a million and for small ones", () => {
    // mpmath 1.3.0 with 40 digits: the series of P summed, exponent in high precision.
    expectRelative(gammaLower(1e6, 990_000), 5.446644693010809e-24, 1e-11);
    expectRelative(gammaLower(1e6, 997_000), 0.0013381041673135997, 1e-11);
    expectRelative(gammaLower(1e6, 1e6), 0.5001329807608725, 1e-11);
    expectRelative(gammaUpper(1e6, 1_006_000), 1.0597397352843812e-9, 1e-11);
    expectRelative(gammaUpper(1e6, 1_010_000), 1.06069974775869e-23, 1e-11);
    expectRelative(gammaLower(0.01, 1e-12), 0.7629064195808333, 1e-12);
    expectRelative(gammaUpper(0.01, 1.01), 0.002179601848251634, 1e-11);
  });

  it("is an exact quotient of big numbers for whole shapes, down to 1e-280", () => {
    for (const [shape, x] of [
      [1, 0.25],
      [3, 600],
      [30, 0.0078125],
      [41, 41],
      [100, 900],
      [400, 25],
    ] as const) {
      const {atMost, above} = exactPoissonTails(shape - 1, x);
      expectRelative(gammaUpper(shape, x), atMost, 1e-13);
      expectRelative(gammaLower(shape, x), above, 1e-13);
    }
  });

  it("keeps the upper tail of shapes next to 0, where it is the exponential integral", () => {
    // Abramowitz & Stegun table 5.1: E1(0.5), E1(1); Q(shape, x) = shape E1(x) + O(shape²).
    expectRelative(gammaUpper(1e-9, 0.5) / 1e-9, 0.5597735947761608, 1e-8);
    expectRelative(gammaUpper(1e-9, 1) / 1e-9, 0.21938393439552029, 1e-8);
    // mpmath 1.3.0 with 60 digits.
    expectRelative(gammaUpper(1e-6, 0.030001), 2.959082791319028e-6, 1e-11);
  });

  it("stays sound for shapes of ten millions", () => {
    // mpmath 1.3.0 with 40 digits: series of P, continued fraction of Q.
    expectRelative(gammaLower(1e7, 9_990_000), 7.801532152520487e-4, 1e-11);
    expectRelative(gammaUpper(1e7, 10_100_000), 2.455322949189105e-218, 1e-11);
  });

  it("has logarithms where a tail is too small for a double", () => {
    // Closed forms for shape 1 and 2.
    expectRelative(lnGammaUpper(1, 1e4), -1e4, 1e-14);
    expectRelative(lnGammaUpper(2, 1e4), -1e4 + Math.log1p(1e4), 1e-14);
    expectRelative(lnGammaLower(1, 1e-12), Math.log(-Math.expm1(-1e-12)), 1e-14);
    expectRelative(lnGammaLower(3, 1e-200), 3 * Math.log(1e-200) - Math.log(6), 1e-13);
    expectRelative(lnGammaUpper(2.5, 0.0011603972084031943), -1.379051639659204e-8, 1e-12);
    expect([lnGammaLower(3, 0), lnGammaUpper(3, 0) + 0]).toEqual([-Infinity, 0]);
    expect([lnGammaLower(3, Infinity) + 0, lnGammaUpper(3, Infinity)]).toEqual([0, -Infinity]);
  });

  it("has logarithms that agree with the tails", () => {
    fc.assert(
      fc.property(shapes, fc.double({min: 0.1, max: 3, noNaN: true}), (shape, part) => {
        const x = shape * part;
        const [lower, upper] = [gammaLower(shape, x), gammaUpper(shape, x)];
        if (lower > 1e-290) expect(Math.abs(lnGammaLower(shape, x) - Math.log(lower))).toBeLessThan(1e-12);
        if (upper > 1e-290) expect(Math.abs(lnGammaUpper(shape, x) - Math.log(upper))).toBeLessThan(1e-12);
      }),
    );
  });

  it("is 0 and 1 at the ends", () => {
    expect([gammaLower(3, 0), gammaUpper(3, 0)]).toEqual([0, 1]);
    expect([gammaLower(3, Infinity), gammaUpper(3, Infinity)]).toEqual([1, 0]);
  });

  it("has tails that add up and rise with x", () => {
    fc.assert(
      fc.property(shapes, fc.double({min: 0.01, max: 3, noNaN: true}), (shape, part) => {
        const x = shape * part;
        expect(Math.abs(gammaLower(shape, x) + gammaUpper(shape, x) - 1)).toBeLessThan(1e-15);
        expect(gammaLower(shape, x * 1.001)).toBeGreaterThanOrEqual(gammaLower(shape, x) - 1e-14);
      }),
    );
  });

  it("refuses what has no value", () => {
    expect(() => gammaLower(0, 1)).toThrow(new Error("argument: shape 0"));
    expect(() => gammaUpper(Number.NaN, 1)).toThrow(new Error("argument: shape NaN"));
    expect(() => gammaLower(1, -1)).toThrow(new Error("argument: x -1"));
  });
});

describe("gamma and chi-square quantiles", () => {
  it("has the closed form of the exponential distribution", () => {
    for (const p of [1e-12, 1e-6, 0.01, 0.5, 0.9, 0.999999]) {
      expectRelative(gammaLowerQuantile(p, 1), -Math.log1p(-p), 1e-13);
      expectRelative(gammaUpperQuantile(p, 1), -Math.log(p), 1e-13);
      expectRelative(chiSquareQuantile(p, 2), -2 * Math.log1p(-p), 1e-13);
    }
    expectRelative(gammaUpperQuantile(1e-300, 1), 300 * Math.LN10, 1e-13);
  });

  it("gives the tabled chi-square quantiles", () => {
    // mpmath 1.3.0 with 40 digits; to three decimals the values of every printed table (3.841, 18.307, 15.086).
    expectRelative(chiSquareQuantile(0.95, 1), 3.841458820694126, 1e-12);
    expectRelative(chiSquareQuantile(0.95, 10), 18.307038053275146, 1e-12);
    expectRelative(chiSquareQuantile(0.99, 5), 15.086272469388991, 1e-12);
    expectRelative(chiSquareQuantile(0.001, 3), 0.024297585815692732, 1e-12);
    expectRelative(chiSquareQuantile(0.975, 100), 129.5611971858366, 1e-12);
  });

  it("reads chi-square tails: the 5 % of the tables", () => {
    expectRelative(chiSquareUpper(3.841458820694124, 1), 0.05, 1e-12);
    expectRelative(chiSquareCdf(18.307038053275146, 10), 0.95, 1e-12);
    expectRelative(chiSquareUpper(1000, 2), Math.exp(-500), 1e-12);
  });

  it("reaches 1e-300 in both tails", () => {
    for (const shape of [0.5, 1, 10, 999, 1e5, 1e7]) {
      const lnTarget = -300 * Math.LN10;
      const lower = gammaLowerQuantile(1e-300, shape);
      if (lower > 1e-290) expectRelative(lnGammaLower(shape, lower), lnTarget, 1e-12);
      expectRelative(lnGammaUpper(shape, gammaUpperQuantile(1e-300, shape)), lnTarget, 1e-12);
    }
  });

  it("comes back to the probability, at both ends and for shapes up to a million", () => {
    for (const shape of [0.5, 1, 10, 999, 1000, 1e5, 1e6]) {
      for (const p of [1e-12, 1e-6, 0.005, 0.025, 0.3, 0.5]) {
        expectRelative(gammaLower(shape, gammaLowerQuantile(p, shape)), p, 1e-11);
        expectRelative(gammaUpper(shape, gammaUpperQuantile(p, shape)), p, 1e-11);
      }
    }
  });

  it("rises with the probability and with the shape", () => {
    fc.assert(
      fc.property(shapes, probabilities, (shape, p) => {
        const x = gammaLowerQuantile(p, shape);
        expect(gammaLowerQuantile(p + (1 - p) / 10, shape)).toBeGreaterThan(x);
        expect(gammaLowerQuantile(p, shape * 1.1)).toBeGreaterThan(x);
        expectRelative(gammaUpperQuantile(1 - p, shape), x, p < 1e-4 ? 1e-3 : 1e-9);
      }),
    );
  });

  it("is 0 and Infinity at the ends, and refuses other probabilities", () => {
    expect([gammaLowerQuantile(0, 2), gammaLowerQuantile(1, 2)]).toEqual([0, Infinity]);
    expect([gammaUpperQuantile(0, 2), gammaUpperQuantile(1, 2)]).toEqual([Infinity, 0]);
    expect(() => gammaLowerQuantile(-0.1, 2)).toThrow(new Error("argument: probability -0.1"));
    expect(() => chiSquareQuantile(0.5, 0)).toThrow(new Error("argument: degrees of freedom 0"));
  });
});
